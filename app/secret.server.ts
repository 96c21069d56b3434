import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "./env.server";

const fileOf = ({ DATA_DIR }: Place) => join(DATA_DIR, "session-secret");
type Place = Pick<Env, "DATA_DIR" | "SESSION_SECRET">;

/** The secret of an installation, where it has one already; makes none. */
export function knownSecret(env: Place): string | null {
  if (env.SESSION_SECRET) return env.SESSION_SECRET;
  const file = fileOf(env);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

/** SESSION_SECRET, or the one made at the first start and kept in the data directory, readable by its owner only. */
export function sessionSecret(env: Env): string {
  const known = knownSecret(env);
  if (known !== null) return known;
  writeFileSync(fileOf(env), randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  return readFileSync(fileOf(env), "utf8").trim();
}
