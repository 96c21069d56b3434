import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { verifyAudit } from "#db/audit";
import { checkStore, schemaState, tableNames } from "#db/check-store";
import { type Db, openDatabase } from "#db/client";
import { openToRead } from "#db/copy-store";
import { migrate } from "#db/migrate";
import { verifyResult } from "~/use-cases/verify-result";
import { contextOf, testServices } from "../../app/cli/fixtures";
import { MIGRATIONS } from "../support/database";
import { migrationTags } from "../support/earlier-migrations";
import { inRepository } from "../support/root";
import { temporaryFolder } from "../support/temporary-folder";

type Row = Record<string, unknown>;
type Content = Record<string, Row[]>;

const FIXTURES = inRepository("tests/fixtures/databases");
const TAGS = migrationTags();
/** Columns that a later migration takes away, having put what they held elsewhere, or whose content it changes. */
const CHANGED = new Set(["judgment.evidence", "assessment.options"]);

/** The store as a release left it, in a folder of its own. */
function aReleasedStore(tag: string): string {
  const file = join(temporaryFolder(), "selaras.db");
  writeFileSync(file, gunzipSync(readFileSync(join(FIXTURES, `${tag}.db.gz`))));
  return file;
}

/** Every row of every table, in the order of its first column. */
function contentOf(db: Db): Content {
  const tables = tableNames(db).filter((table) => table !== "__drizzle_migrations");
  return Object.fromEntries(
    tables.map((table) => [
      table,
      db.$client.prepare(`select * from "${table}" order by 1, 2`).all() as Row[],
    ]),
  );
}

function readContent(file: string): Content {
  const db = openToRead(file);
  const content = contentOf(db);
  db.$client.close();
  return content;
}

/** Whether everything that was there is there as it was, in a store that is sound and of the newest schema. */
function expectUpgraded(db: Db, before: Content): void {
  expect(checkStore(db)).toEqual({ damage: [], brokenReferences: [] });
  expect(verifyAudit(db).fault).toBeNull();
  expect(schemaState(db, MIGRATIONS)).toEqual({ applied: TAGS.length, pending: 0, unknown: 0 });
  const after = contentOf(db);
  for (const [table, rows] of Object.entries(before)) {
    const columns = Object.keys(rows[0] ?? {}).filter((column) => !CHANGED.has(`${table}.${column}`));
    const only = (row: Row) => columns.map((column) => [column, row[column]]);
    expect(after[table]?.map(only), table).toEqual(rows.map(only));
  }
}

/** Whether what was published still follows, byte by byte, from what is stored. */
function expectVerified(db: Db, before: Content): void {
  const [published] = before.publication ?? [];
  expect(db.$client.prepare("select result from publication").pluck().get()).toBe(published?.result);
  const workspace = String(before.workspace?.[0]?.id);
  const context = contextOf({ ...testServices(), db }, workspace);
  expect(verifyResult(context, String(published?.assessment_id))).toMatchObject({
    identical: true,
    differences: [],
  });
}

it("has a store of every release to be upgraded", () => {
  // One is missing? npm run db:fixtures
  expect(readdirSync(FIXTURES).sort()).toEqual(TAGS.map((tag) => `${tag}.db.gz`));
});

describe.each(TAGS.map((tag, index) => [tag, index + 1] as const))("the store of %s", (tag, applied) => {
  it("has something in every table", () => {
    const empty = Object.entries(readContent(aReleasedStore(tag))).filter(([, rows]) => rows.length === 0);
    expect(empty.map(([table]) => table)).toEqual([]);
  });

  it("is brought to the newest schema with everything in it, and was backed up before", () => {
    const file = aReleasedStore(tag);
    const before = readContent(file);
    const db = openDatabase(file);
    onTestFinished(() => void db.$client.close());
    expect(migrate(db, MIGRATIONS)).toBe(TAGS.length - applied);
    expectUpgraded(db, before);
    expectVerified(db, before);
    const backup = `${file}.before-${applied + 1}`;
    expect(existsSync(backup)).toBe(applied < TAGS.length);
    if (existsSync(backup)) expect(readContent(backup)).toEqual(before);
  });
});

/** Upgrades in a process of its own, which is killed before its statement of this number. */
async function upgradeAndDie(file: string, statement: number) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", inRepository("tests/support/migrate-child.ts"), file, String(statement)],
    { cwd: inRepository(""), stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const [, signal] = await once(child, "close");
  return { signal, said };
}

describe("an upgrade that is killed", () => {
  it("is finished by the next start, wherever it was", async () => {
    const [oldest = ""] = TAGS;
    const whole = await upgradeAndDie(aReleasedStore(oldest), -1);
    const statements = Number(whole.said);
    expect(statements).toBeGreaterThan(50);
    // The first and the last ones, and some in every migration.
    const points = [
      0,
      1,
      2,
      3,
      ...Array.from({ length: 6 }, (_, n) => Math.floor((statements * (n + 1)) / 7)),
      statements - 1,
    ];
    await Promise.all(
      points.map(async (point) => {
        const file = aReleasedStore(oldest);
        const before = readContent(file);
        expect([point, (await upgradeAndDie(file, point)).signal]).toEqual([point, "SIGKILL"]);
        const db = openDatabase(file);
        migrate(db, MIGRATIONS);
        expectUpgraded(db, before);
        expectVerified(db, before);
        db.$client.close();
        // What it has left is whole: half a backup never has the name of one.
        for (const name of readdirSync(join(file, "..")).filter((entry) => /before-\d+$/.test(entry)))
          expect(Object.keys(readContent(join(file, "..", name))).length).toBeGreaterThan(10);
      }),
    );
  }, 120_000);
});
