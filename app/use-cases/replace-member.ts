import { randomUUID } from "node:crypto";
import { transact } from "#db/client";
import { insertMember, type PanelMember, revokeInvitations, updateMember } from "#db/panel";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { inviteMember, readPanel, requireEditablePanel, requireFreeEmail } from "./panel";

export type Replacement = Pick<PanelMember, "name" | "email">;

/**
 * Puts another person in a member's place: with their perspective, weight, functions asked and position. The old
 * member leaves the panel as when removed; the new one is invited at once if the old one was, which is told.
 * @throws Refusal "not-found", "wrong-state", "email-taken"
 */
export function replaceMember(
  context: ScopedContext,
  assessmentId: string,
  memberId: string,
  person: Replacement,
): { id: string; invited: boolean } {
  return transact(context.db, () => {
    const members = requireEditablePanel(context, assessmentId);
    const old = readPanel(context, assessmentId).find(({ id }) => id === memberId);
    if (!old) throw new Refusal("not-found");
    const email = requireFreeEmail(members, person.email);
    updateMember(context.db, assessmentId, memberId, { removedAt: context.now });
    revokeInvitations(context.db, memberId, context.now);
    const id = randomUUID();
    const { perspective, weight, weightReason, functions, position } = old;
    insertMember(context.db, {
      ...{ id, assessmentId, name: person.name, email, replacesId: memberId, createdAt: context.now },
      ...{ perspective, weight, weightReason, functions, position },
    });
    const detail = { assessmentId, replaces: memberId };
    audit(context, context.scope.workspaceId, "member.replace", { kind: "panel-member", id }, detail);
    const invited = old.invitedAt !== null;
    if (invited) inviteMember(context, assessmentId, id);
    return { id, invited };
  });
}
