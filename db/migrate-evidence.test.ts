import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { MIGRATIONS } from "../tests/support/database";
import { temporaryFolder } from "../tests/support/temporary-folder";
import { openDatabase } from "./client";
import { migrate } from "./migrate";

/** The migrations as they were before evidence had rows of its own. */
function earlierMigrations(): string {
  const folder = temporaryFolder();
  cpSync(MIGRATIONS, folder, { recursive: true });
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  journal.entries = journal.entries.filter(({ idx }: { idx: number }) => idx < 4);
  writeFileSync(file, JSON.stringify(journal));
  return folder;
}

/** Two members of one assessment, and what they noted before. */
function earlierStore() {
  const db = openDatabase(":memory:");
  onTestFinished(() => void db.$client.close());
  migrate(db, earlierMigrations());
  db.$client.exec(`
    insert into workspace (id, name, created_at) values ('w', 'W', 0);
    insert into company (id, workspace_id, name, industry, country, size, offering, created_at)
      values ('c', 'w', 'C', 'other', 'ID', 'small', 'both', 0);
    insert into rubric_snapshot values ('h', 'k', '1', '{}', 0);
    insert into assessment (id, workspace_id, company_id, rubric_key, rubric_version, rubric_hash, title, as_of,
        language, quorum, options, created_at)
      values ('a', 'w', 'c', 'k', '1', 'h', 'A', '2026-06-30', 'id', 3, '{}', 0);
    insert into panel_member (id, assessment_id, name, email, perspective, position, created_at)
      values ('m1', 'a', 'Ayu', 'ayu@example.com', 'expert', 1, 0),
             ('m2', 'a', 'Budi', 'budi@example.com', 'expert', 2, 0);
  `);
  const insert = db.$client.prepare(
    `insert into judgment (member_id, function_key, round, version, level, evidence, source, created_at)
     values (?, ?, ?, ?, ?, ?, 'assessor', ?)`,
  );
  const note = (row: [string, string, number, number, number | null, string, number]) =>
    void insert.run(...row);
  return { db, note };
}

it("makes evidence of the text that stood with each judgment, and of no earlier one", () => {
  const { db, note } = earlierStore();
  note(["m1", "data", 1, 1, 2, "Catatan lama", 10]);
  note(["m1", "data", 1, 2, 3, " Catatan\n 'baru' ", 20]);
  note(["m1", "people", 1, 1, 2, "Dihapus lagi", 30]);
  note(["m1", "people", 1, 2, 2, "", 40]);
  note(["m1", "budget", 1, 1, null, "Baru dimulai", 50]);
  // A round that was begun and not judged leaves standing what was said before.
  note(["m2", "data", 1, 1, 2, "Putaran satu", 60]);
  note(["m2", "data", 2, 1, null, "Belum selesai", 70]);
  note(["m2", "people", 1, 1, 2, "Putaran satu", 80]);
  note(["m2", "people", 2, 1, 4, "Putaran dua", 90]);
  expect(migrate(db, MIGRATIONS)).toBeGreaterThan(0);

  const rows = db.$client
    .prepare(
      `select member_id, function_key, kind, note, created_at, date, source, link, stored_name, removed_at
       from evidence join evidence_use on evidence_id = id order by created_at`,
    )
    .raw()
    .all();
  const nothing = [null, "", null, null, null];
  expect(rows).toEqual([
    ["m1", "data", "observation", " Catatan\n 'baru' ", 20, ...nothing],
    ["m1", "budget", "observation", "Baru dimulai", 50, ...nothing],
    ["m2", "data", "observation", "Putaran satu", 60, ...nothing],
    ["m2", "people", "observation", "Putaran dua", 90, ...nothing],
  ]);
  const ids = db.$client.prepare("select id from evidence").pluck().all();
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(ids).size).toBe(4);
});

it("keeps every judgment, and takes the text out of all of them", () => {
  const { db, note } = earlierStore();
  note(["m1", "data", 1, 1, 2, "Catatan", 10]);
  note(["m1", "data", 1, 2, 3, "", 20]);
  migrate(db, MIGRATIONS);
  const kept = db.$client.prepare("select level, version, created_at from judgment order by id").raw().all();
  expect(kept).toEqual([
    [2, 1, 10],
    [3, 2, 20],
  ]);
  const columns = db.$client.prepare("select name from pragma_table_info('judgment')").pluck().all();
  expect(columns).not.toContain("evidence");
  expect(db.$client.pragma("foreign_key_check")).toEqual([]);
  const left = db.$client.prepare(
    "select name from sqlite_schema where name like '\\_\\_evidence%' escape '\\'",
  );
  expect(left.all()).toEqual([]);
});

it("leaves evidence that goes with its member", () => {
  const { db, note } = earlierStore();
  note(["m1", "data", 1, 1, 2, "Catatan", 10]);
  migrate(db, MIGRATIONS);
  db.$client.exec("delete from panel_member where id = 'm1'");
  expect(
    db.$client
      .prepare("select (select count(*) from evidence) + (select count(*) from evidence_use)")
      .pluck()
      .get(),
  ).toBe(0);
});
