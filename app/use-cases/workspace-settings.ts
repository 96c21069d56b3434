import { findWorkspace } from "#db/accounts";
import { transact } from "#db/client";
import {
  deleteSessionsOf,
  listStaffWithoutSecondFactor,
  updateWorkspace,
  type WorkspaceSettings,
} from "#db/workspace-settings";
import type { UserActor } from "~/access/actor";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";

export type { WorkspaceSettings };

/** The longest time for which data can be kept, in months; null keeps them until somebody erases them. */
export const LONGEST_RETENTION = 120;

/** The settings, and how many owners and consultants have no second factor yet. */
export function readWorkspaceSettings(
  context: ScopedContext,
): WorkspaceSettings & { withoutSecondFactor: number } {
  const { workspaceId } = context.scope;
  const found = findWorkspace(context.db, workspaceId);
  if (!found) throw new Refusal("not-found");
  const { name, secondFactorRequired, retentionMonths } = found;
  const withoutSecondFactor = listStaffWithoutSecondFactor(context.db, workspaceId).length;
  return { name, secondFactorRequired, retentionMonths, withoutSecondFactor };
}

/**
 * Changes the settings and writes down each that is different. Where a second factor is required from now on, the
 * sessions of owners and consultants without one end: they set it up when they sign in again.
 * @throws Refusal "forbidden" when whoever requires it has none: they would be signed out by their own click
 */
export function changeWorkspaceSettings(
  context: ScopedContext & { actor: UserActor },
  input: WorkspaceSettings,
): void {
  transact(context.db, () => {
    const { workspaceId } = context.scope;
    const before = readWorkspaceSettings(context);
    const note = (action: string, detail?: Record<string, unknown>) =>
      audit(context, workspaceId, action, { kind: "workspace", id: workspaceId }, detail);
    updateWorkspace(context.db, workspaceId, input);
    if (input.name !== before.name) note("workspace.rename");
    if (input.retentionMonths !== before.retentionMonths) {
      note("workspace.retention", { before: before.retentionMonths, after: input.retentionMonths });
    }
    if (input.secondFactorRequired !== before.secondFactorRequired) {
      if (input.secondFactorRequired) endWeakSessions(context);
      note("workspace.second-factor", { required: input.secondFactorRequired });
    }
  });
}

function endWeakSessions(context: ScopedContext & { actor: UserActor }): void {
  const without = listStaffWithoutSecondFactor(context.db, context.scope.workspaceId);
  if (without.includes(context.actor.userId)) throw new Refusal("forbidden");
  deleteSessionsOf(context.db, without);
}
