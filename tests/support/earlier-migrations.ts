import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MIGRATIONS } from "./database";

/** The names of all migrations, the oldest first. */
export function migrationTags(): string[] {
  const journal = JSON.parse(readFileSync(join(MIGRATIONS, "meta/_journal.json"), "utf8"));
  return journal.entries.map(({ tag }: { tag: string }) => tag);
}

/** A folder with the first `count` migrations alone, as the release had it that ended with them; whoever asks removes it. */
export function migrationsUpTo(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), "selaras-migrations-"));
  cpSync(MIGRATIONS, folder, { recursive: true });
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}
