import { randomUUID } from "node:crypto";
import { firstWorkspace, insertWorkspace } from "#db/accounts";
import { transact } from "#db/client";
import { createOwnerLink } from "./accounts";
import { audit, type UseCaseContext } from "./context";
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

/**
 * Adds a workspace, walled off from the others, for another firm on the same installation. Returns its id and the
 * token of the one-time link that creates its owner; somebody with an account already is made owner by `user:add`.
 */
export function addWorkspace(
  context: UseCaseContext,
  name: string,
): { workspaceId: string; ownerToken: string } {
  return transact(context.db, () => {
    const workspaceId = randomUUID();
    insertWorkspace(context.db, { id: workspaceId, name, createdAt: context.now });
    audit(context, workspaceId, "workspace.add", { kind: "workspace", id: workspaceId });
    const ownerToken = createOwnerLink(context, workspaceId);
    if (!ownerToken) throw new Error("A new workspace has no owner");
    return { workspaceId, ownerToken };
  });
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
