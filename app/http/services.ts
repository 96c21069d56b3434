import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import type { Env } from "~/env.server";
import { loadRubrics } from "~/rubric-library.server";
import { sessionSecret } from "~/secret.server";
import type { Services } from "./context";
import { EventStreams } from "./event-stream";
import { createLog } from "./log";

/** Opens the store in the data directory (made before), brings it to the newest schema and reads the rubrics. */
export function createServices(env: Env): Services {
  const root = findRoot();
  const db = openDatabase(join(env.DATA_DIR, "selaras.db"));
  migrate(db, join(root, "db/migrations"));
  const folders = [join(root, "rubric/models"), ...(env.RUBRICS_DIR ? [env.RUBRICS_DIR] : [])];
  return {
    db,
    root,
    env,
    clock: () => new Date(),
    rubrics: loadRubrics(folders),
    secret: sessionSecret(env),
    log: createLog(env.LOG_LEVEL),
    streams: new EventStreams(),
  };
}

/** The folder of package.json, above this file whether it runs from source or bundled. */
export function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}
