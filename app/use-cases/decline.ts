import { transact } from "#db/client";
import { type PanelMember, updateMember } from "#db/panel";
import { audit, type UseCaseContext } from "./context";
import { type AssessorContext, readDesk } from "./desk";
import { Refusal } from "./errors";

/** The most characters of the reason for declining. */
export const LONGEST_DECLINE = 500;

/**
 * The assessor says that they will not judge: reminders stop, what is saved stays, and the way in keeps working, so
 * that they can take it back. Saying so again changes nothing.
 * @throws Refusal "not-found", "wrong-state" (not open), "already-submitted"
 */
export function declineSeat(context: AssessorContext, reason: string): void {
  transact(context.db, () => {
    const { assessment, member, submission } = readDesk(context);
    if (assessment.state !== "open") throw new Refusal("wrong-state", { state: assessment.state });
    if (submission) throw new Refusal("already-submitted");
    if (member.declinedAt) return;
    const change = { declinedAt: context.now, declineReason: reason };
    updateMember(context.db, assessment.id, member.id, change);
    // The reason stays out of the log: it is the person's own and can be erased.
    const object = { kind: "panel-member", id: member.id };
    audit(context, assessment.workspaceId, "member.decline", object);
  });
}

/** The assessor will judge after all. @throws Refusal "not-found", "wrong-state" (not open) */
export function undeclineSeat(context: AssessorContext): void {
  transact(context.db, () => {
    const { assessment, member } = readDesk(context);
    if (assessment.state !== "open") throw new Refusal("wrong-state", { state: assessment.state });
    takeDeclineBack(context, member, assessment.workspaceId);
  });
}

/** Forgets that a member declined, and why; nothing where they have not. Call inside `transact`. */
export function takeDeclineBack(context: UseCaseContext, member: PanelMember, workspaceId: string): void {
  if (!member.declinedAt) return;
  updateMember(context.db, member.assessmentId, member.id, { declinedAt: null, declineReason: "" });
  audit(context, workspaceId, "member.undecline", { kind: "panel-member", id: member.id });
}
