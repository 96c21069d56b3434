import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { DestinationStream } from "pino";
import { type Db, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { openReplica } from "#db/replica/open";
import type { Watch } from "#db/slow-queries";
import { requireSoundStore } from "#db/sound-store";
import { type Env, environment } from "~/env.server";
import { loadRubrics } from "~/rubric-library.server";
import { sessionSecret } from "~/secret.server";
import type { Services } from "./context";
import { EventStreams } from "./event-stream";
import { observed, observeStore, slowQueries } from "./observe";

type Setting = { prepared?: boolean; logTo?: DestinationStream };

/**
 * Opens the store in the data directory (made before), brings it to the newest schema and reads the rubrics. In a
 * worker the process that started it has `prepared` the store.
 */
export function createServices(env: Env, { prepared = false, logTo }: Setting = {}): Services {
  const root = findRoot();
  const { log, metrics } = observed(env, logTo);
  const db = openStore(env, { root, prepared, watch: slowQueries(env, { log, metrics }) });
  if (!prepared) migrate(db, join(root, "db/migrations"));
  const folders = [join(root, "rubric/models"), ...(env.RUBRICS_DIR ? [env.RUBRICS_DIR] : [])];
  const streams = new EventStreams();
  observeStore({ db, streams, metrics });
  return {
    ...{ db, root, env, log, metrics, streams },
    clock: () => new Date(),
    rubrics: loadRubrics(folders),
    secret: sessionSecret(env),
  };
}

type Opening = { root: string; prepared: boolean; watch: Watch };

/** The file in the data directory, or this process's replica of the libSQL server that DATABASE_URL names. */
function openStore(env: Env, { root, prepared, watch }: Opening): Db {
  if (env.DATABASE_URL) {
    // libSQL prints what it tries in vain; what matters of it stands in our own log.
    environment.RUST_LOG ??= "off";
    return openReplica({
      ...{ folder: env.DATA_DIR, url: env.DATABASE_URL, authToken: env.DATABASE_AUTH_TOKEN },
      ...{ worker: pathToFileURL(join(root, "db/replica/worker.mjs")), watch },
    });
  }
  const file = join(env.DATA_DIR, "selaras.db");
  if (!prepared) requireSoundStore(file);
  return openDatabase(file, watch);
}

/** The folder of package.json, above this file whether it runs from source or bundled. */
export function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}
