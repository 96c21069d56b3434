/**
 * Writes tests/fixtures/databases/<migration>.db.gz for every migration that has none yet: a store as the release left
 * it that ended with that migration, with something in every table. `npm run db:fixtures` after `npm run db:generate`;
 * with --all it writes all of them anew, which is right only as long as none of them was released.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { tableNames } from "#db/check-store";
import { type Db, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { migrationsUpTo, migrationTags } from "../tests/support/earlier-migrations";
import { fullStore } from "../tests/support/full-store";
import { inRepository } from "../tests/support/root";

/** What a column that the newest schema has no longer held; by table, then column. */
const GONE: Record<string, Record<string, string>> = { judgment: { evidence: "''" } };

const columnsOf = (db: Db, table: string): string[] =>
  db.$client.prepare("select name from pragma_table_info(?)").pluck().all(table) as string[];

/** Copies from the newest store whatever the older schema has a place for. */
function fill(older: Db, newest: Db): void {
  older.$client.pragma("foreign_keys = OFF");
  for (const table of tableNames(older).filter((name) => name !== "__drizzle_migrations")) {
    const own = columnsOf(older, table);
    const columns = columnsOf(newest, table).filter((name) => own.includes(name));
    const gone = Object.entries(GONE[table] ?? {}).filter(([name]) => own.includes(name));
    const names = [...columns, ...gone.map(([name]) => name)].map((name) => `"${name}"`).join(", ");
    const values = [...columns.map(() => "?"), ...gone.map(([, value]) => value)].join(", ");
    const read = newest.$client.prepare(
      `select ${columns.map((name) => `"${name}"`).join(", ")} from "${table}"`,
    );
    const write = older.$client.prepare(`insert into "${table}" (${names}) values (${values})`);
    for (const row of read.raw().all() as unknown[][]) write.run(...row);
  }
  older.$client.pragma("foreign_keys = ON");
  const broken = older.$client.pragma("foreign_key_check") as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} broken references: ${JSON.stringify(broken[0])}`);
}

function make(tag: string, count: number, target: string): void {
  const file = join(tmpdir(), `selaras-${tag}-${process.pid}.db`);
  const migrations = migrationsUpTo(count);
  const db = openDatabase(file);
  migrate(db, migrations);
  fill(db, fullStore());
  db.$client.pragma("journal_mode = DELETE");
  db.$client.exec("vacuum");
  db.$client.close();
  writeFileSync(target, gzipSync(readFileSync(file), { level: 9 }));
  rmSync(file);
  rmSync(migrations, { recursive: true });
}

for (const [index, tag] of migrationTags().entries()) {
  const target = inRepository(`tests/fixtures/databases/${tag}.db.gz`);
  if (existsSync(target) && !process.argv.includes("--all")) continue;
  make(tag, index + 1, target);
  console.log(target);
}
