import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { m } from "~/i18n/messages";
import { MIGRATIONS } from "../support/database";
import { anOpenAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { inRepository } from "../support/root";
import { startServer } from "../support/server";
import { put, temporaryFolder } from "../support/temporary-folder";

/** The longest that one write may wait for a lock, and far less than that. */
const PATIENCE = 5_000;
const AT_ONCE = 2_500;

it("refuses to save while another program holds the store, shows pages meanwhile, and goes on by itself", async () => {
  const server = await startServer({ LOG_LEVEL: "error" });
  onTestFinished(async () => void (await server.stop()));
  const inside = lookInside(server);
  onTestFinished(() => inside.close());
  const { assessmentId, members, rubric } = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  const { jar } = await inside.sitDown(assessmentId, members[0] ?? "");
  const page = `${server.url}/assess/functions/${rubric.functions[0]?.key}`;
  const headers = { Origin: server.url, Cookie: `${jar.header()}; lang=en` };
  const typed = { level: "3", confidence: "2", rationale: "Seen in three shops" };
  async function save(to = page) {
    const started = performance.now();
    const body = new URLSearchParams(typed);
    const response = await fetch(to, { method: "POST", redirect: "manual", headers, body });
    return { response, took: performance.now() - started };
  }

  inside.db.$client.exec("begin immediate");
  const { response, took } = await save();
  expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
  expect(took).toBeGreaterThan(PATIENCE - 500);
  const shown = await response.text();
  expect(shown).toContain("Seen in three shops");
  expect(shown).toContain(m.fault_form_busy({}, { locale: "en" }));
  // Whoever comes next does not wait as long again.
  const next = await save(`${page}/save`);
  expect(next.response.status).toBe(503);
  expect(next.took).toBeLessThan(AT_ONCE);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await fetch(page, { headers, redirect: "manual" })).status).toBe(200);

  inside.db.$client.exec("rollback");
  expect((await save()).response.status).toBe(302);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  const rows = inside.db.$client.prepare("select rationale from judgment where member_id = ?").pluck();
  expect(rows.all(members[0])).toEqual(["Seen in three shops"]);
}, 60_000);

/** Starts a server on a store it must refuse; what it said, and what is in the data directory afterwards. */
function refusedStart(prepare: (file: string) => void) {
  const dataDir = temporaryFolder();
  const file = join(dataDir, "selaras.db");
  const db = openDatabase(file);
  migrate(db, MIGRATIONS);
  db.$client.close();
  prepare(file);
  const before = readFileSync(file);
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    PORT: "0",
    DATA_DIR: dataDir,
  };
  const options = { env, encoding: "utf8", timeout: 20_000 } as const;
  const { status, stderr } = spawnSync(process.execPath, [inRepository("build/node/serve.mjs")], options);
  const left = readdirSync(dataDir).filter((name) => !/-(wal|shm)$/.test(name));
  return { status, stderr, file, same: readFileSync(file).equals(before), left };
}

it("does not start on a damaged store, says how to go on, and leaves it as it is", () => {
  const { status, stderr, file, same, left } = refusedStart((path) => {
    writeFileSync(path, readFileSync(path).fill(0x5a, 4096 * 2, 4096 * 4));
  });
  expect(status).toBe(1);
  expect(stderr).toContain(`The database ${file} is damaged`);
  expect(stderr).toContain("npm run selaras -- restore");
  expect(stderr).not.toMatch(/\n\s+at /);
  expect({ same, left }).toEqual({ same: true, left: ["selaras.db"] });
});

it("does not start on the store of a newer version, and names the backup made before its upgrade", () => {
  const { status, stderr, file } = refusedStart((path) => {
    const db = openDatabase(path);
    const applied = db.$client.prepare("select count(*) from __drizzle_migrations").pluck().get();
    put(join(path, ".."), `selaras.db.before-${Number(applied) + 1}`, "the store before");
    db.$client.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 1)");
    db.$client.close();
  });
  expect(status).toBe(1);
  expect(stderr).toContain("written by a newer version");
  expect(stderr).toContain(`the backup made then is ${file}.before-`);
  expect(stderr).not.toMatch(/\n\s+at /);
});
