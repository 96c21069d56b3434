import { mkdirSync } from "node:fs";
import { type Env, readEnv } from "~/env.server";
import { actingContext, type Services } from "~/http/context";
import { createServices } from "~/http/services";
import { openWorkspace } from "~/use-cases/workspace";
import { CliError } from "./cli-error";
import type { Store } from "./io";

/**
 * Opens the store that these environment variables name. @throws EnvError, MigrationError; CliError where the data
 * directory or the file in it cannot be used.
 */
export function openStore(variables: Record<string, string | undefined>): Store {
  const env = readEnv(variables);
  return storeOf(openServices(env), env);
}

/** The store of running services. */
export function storeOf(services: Services, env: Env): Store {
  const context = actingContext(services, { kind: "system", name: "cli" }, null);
  const { workspaceId, created } = openWorkspace(context, services.root);
  return {
    context: { ...context, scope: { workspaceId, companyIds: null } },
    baseUrl: env.BASE_URL,
    dataDir: env.DATA_DIR,
    root: services.root,
    created,
    close: () => services.db.$client.close(),
  };
}

function openServices(env: Env): Services {
  try {
    mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
    // Standard output is for what a command gives, which may be piped.
    return createServices(env, { logTo: process.stderr });
  } catch (error) {
    // Errors of the system and of SQLite carry a code; those of Selaras explain themselves.
    if (!(error instanceof Error) || !("code" in error)) throw error;
    throw new CliError(`The data directory ${env.DATA_DIR} cannot be used: ${error.message}`);
  }
}
