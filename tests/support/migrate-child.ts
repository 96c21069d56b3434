/**
 * Brings a store to the newest schema and ends by SIGKILL before the statement of the given number:
 * migrate-child.ts <file> <number>. Statements are those that migrations run, and the backup before them.
 */
import { openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { MIGRATIONS } from "./database";

const [file = "", last = "0"] = process.argv.slice(2);
const db = openDatabase(file);
const client = db.$client;
let count = 0;
const die = () => {
  if (count === Number(last)) process.kill(process.pid, "SIGKILL");
  count += 1;
};
const exec = client.exec.bind(client);
client.exec = (sql) => {
  die();
  return exec(sql);
};
const prepare = client.prepare.bind(client);
client.prepare = ((sql: string) => {
  if (sql.startsWith("vacuum") || sql.startsWith("insert into __drizzle")) die();
  return prepare(sql);
}) as typeof client.prepare;
migrate(db, MIGRATIONS);
process.stdout.write(`${count}`);
