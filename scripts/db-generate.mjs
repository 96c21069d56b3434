/**
 * Writes a new migration from db/schema.ts: `npm run db:generate -- --name <what>`.
 * drizzle-kit cannot say STRICT, so the option is added to each CREATE TABLE it emits.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const run = spawnSync("npx", ["drizzle-kit", "generate", ...process.argv.slice(2)], { stdio: "inherit" });
if (run.status !== 0) process.exit(run.status ?? 1);

for (const name of readdirSync("db/migrations").filter((file) => file.endsWith(".sql"))) {
  const file = `db/migrations/${name}`;
  const before = readFileSync(file, "utf8");
  const after = before.replace(/(CREATE TABLE [\s\S]*?\n\))(;)/g, "$1 STRICT$2");
  if (after !== before) writeFileSync(file, after);
}
