import { randomUUID } from "node:crypto";
import { firstWorkspace, insertWorkspace } from "#db/accounts";
import { transact } from "#db/client";
import type { UseCaseContext } from "./context";
import { seedSample } from "./seed-sample";

/**
 * The installation's workspace. On an empty store it is made, with the sample company in it; `created` says so.
 * `root` is the folder of package.json, where the sample is read from.
 */
export function openWorkspace(
  context: UseCaseContext,
  root: string,
): { workspaceId: string; created: boolean } {
  return (
    readWorkspace(context) ??
    // Looked up again under the write lock: another process may be starting, too.
    transact(context.db, () => readWorkspace(context) ?? createWorkspace(context, root))
  );
}

function readWorkspace(context: UseCaseContext) {
  const existing = firstWorkspace(context.db);
  return existing && { workspaceId: existing.id, created: false };
}

function createWorkspace(context: UseCaseContext, root: string) {
  const workspaceId = randomUUID();
  insertWorkspace(context.db, { id: workspaceId, name: "Selaras", createdAt: context.now });
  seedSample({ ...context, scope: { workspaceId, companyIds: null } }, root);
  return { workspaceId, created: true };
}
