import { randomUUID } from "node:crypto";
import { transact } from "#db/client";
import {
  findMember,
  insertInvitation,
  insertMember,
  listMembers,
  listProgress,
  type MemberProgress,
  type PanelMember,
  revokeInvitations,
  updateMember,
} from "#db/panel";
import { listRounds } from "#db/rounds";
import { hashToken, newToken } from "~/tokens.server";
import { type LinkKind, postInvitation } from "./announce";
import { requireAsked } from "./asking";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext, type UseCaseContext } from "./context";
import { takeDeclineBack } from "./decline";
import { isAsked, questionnaireRound } from "./desk";
import { Refusal } from "./errors";
import { rubricOf } from "./rubrics";

export type MemberInput = Pick<PanelMember, "name" | "email" | "perspective" | "weight"> & {
  /** Keys of the functions asked; null or missing for all. */
  functions?: string[] | null;
  /** Why they weigh more or less than others; missing when changing a member: as before. */
  weightReason?: string;
};

/** A member with how far they are in the latest questionnaire. */
export type PanelProgress = MemberProgress & {
  /** How many functions they are asked to judge in it. */
  asked: number;
};

const DAY = 24 * 60 * 60 * 1000;
/** A link outlives the deadline, so that a late assessor meets a page that explains and not a dead link. */
export const INVITATION_LIFETIME = 180 * DAY;

/** The panel with each member's progress in the latest questionnaire. @throws Refusal "not-found" */
export function readPanel(context: ScopedContext, assessmentId: string): PanelProgress[] {
  const assessment = requireAssessment(context, assessmentId);
  const round = questionnaireRound(listRounds(context.db, assessmentId));
  const { functions } = rubricOf(context, assessment);
  return listProgress(context.db, assessmentId, round.number).map((member) => ({
    ...member,
    asked: functions.filter(({ key }) => isAsked(member, round, key)).length,
  }));
}

/** One present member. @throws Refusal "not-found" (assessment or member) */
export function readMember(context: ScopedContext, assessmentId: string, memberId: string): PanelMember {
  requireAssessment(context, assessmentId);
  return requireMember(context, assessmentId, memberId);
}

/**
 * Adds a member to the panel and returns their id; possible until the assessment is closed.
 * @throws Refusal "not-found", "wrong-state", "email-taken", "unknown-function", "nothing-asked"
 */
export function addMember(context: ScopedContext, assessmentId: string, input: MemberInput): string {
  return transact(context.db, () => {
    const members = requireEditablePanel(context, assessmentId);
    const email = requireFreeEmail(members, input.email);
    const functions = requireAsked(
      rubricOf(context, requireAssessment(context, assessmentId)),
      input.functions,
    );
    const id = randomUUID();
    const position = Math.max(0, ...members.map((member) => member.position)) + 1;
    insertMember(context.db, {
      ...{ ...input, functions, email, id, assessmentId, position },
      createdAt: context.now,
    });
    audit(context, context.scope.workspaceId, "member.add", { kind: "panel-member", id }, { assessmentId });
    return id;
  });
}

/**
 * Changes a member. Whoever is asked for less than before keeps what they judged, and it counts; who is asked for
 * nothing new (`functions` missing) is asked as before.
 * @throws Refusal "not-found", "wrong-state", "email-taken", "unknown-function", "nothing-asked"
 */
export function editMember(
  context: ScopedContext,
  assessmentId: string,
  memberId: string,
  input: MemberInput,
): void {
  transact(context.db, () => {
    const members = requireEditablePanel(context, assessmentId);
    requireMember(context, assessmentId, memberId);
    const others = members.filter((member) => member.id !== memberId);
    const email = requireFreeEmail(others, input.email);
    const functions = requireAsked(
      rubricOf(context, requireAssessment(context, assessmentId)),
      input.functions,
    );
    updateMember(context.db, assessmentId, memberId, { ...input, functions, email });
    audit(context, context.scope.workspaceId, "member.edit", { kind: "panel-member", id: memberId });
  });
}

/** Takes a member out of the panel: the judgments stay stored but no longer count, and the link stops working. */
export function removeMember(context: ScopedContext, assessmentId: string, memberId: string): void {
  transact(context.db, () => {
    requireEditablePanel(context, assessmentId);
    requireMember(context, assessmentId, memberId);
    updateMember(context.db, assessmentId, memberId, { removedAt: context.now });
    revokeInvitations(context.db, memberId, context.now);
    audit(context, context.scope.workspaceId, "member.remove", { kind: "panel-member", id: memberId });
  });
}

/**
 * Makes a new personal link for a member and posts it to them; earlier links and the sessions begun with them stop
 * working. An invitation asks again whoever had declined. Returns the token, of which only the hash is stored: this is the only time it can be shown.
 */
export function inviteMember(
  context: ScopedContext,
  assessmentId: string,
  memberId: string,
  kind: LinkKind = "invitation",
): string {
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    requireEditablePanel(context, assessmentId);
    const member = requireMember(context, assessmentId, memberId);
    const token = issueLink(context, memberId);
    postInvitation(context, assessment, member, { token, kind });
    if (kind === "invitation") takeDeclineBack(context, member, assessment.workspaceId);
    const action = kind === "reminder" ? "reminder.create" : "invitation.create";
    audit(context, context.scope.workspaceId, action, { kind: "panel-member", id: memberId });
    return token;
  });
}

/** Revokes the links a member has, and makes a new one; returns its token. Call inside `transact`. */
export function issueLink({ db, now }: UseCaseContext, memberId: string): string {
  revokeInvitations(db, memberId, now);
  const token = newToken();
  insertInvitation(db, {
    ...{ id: randomUUID(), memberId, tokenHash: hashToken(token) },
    createdAt: now,
    expiresAt: new Date(now.getTime() + INVITATION_LIFETIME),
  });
  return token;
}

export type NewLink = { member: PanelProgress; token: string };

/** Makes a link for every member who has none that still works; the same rules as for one. */
export function inviteMissing(context: ScopedContext, assessmentId: string): NewLink[] {
  return inviteThose(
    context,
    assessmentId,
    "invitation",
    ({ invitedAt, declinedAt }) => invitedAt === null && declinedAt === null,
  );
}

/** Reminds every invited member who has something to hand in and has not, with a new link each. */
export function remindUnsubmitted(context: ScopedContext, assessmentId: string): NewLink[] {
  return inviteThose(context, assessmentId, "reminder", isToRemind);
}

/**
 * Reminds one member, with a new link; the same rules as for all.
 * @throws Refusal "not-found", "wrong-state" (nobody judges now), "not-to-remind"
 */
export function remindMember(context: ScopedContext, assessmentId: string, memberId: string): NewLink[] {
  const { state } = requireAssessment(context, assessmentId);
  if (state !== "open") throw new Refusal("wrong-state", { state });
  requireMember(context, assessmentId, memberId);
  const one = (member: PanelProgress) => member.id === memberId && isToRemind(member);
  const links = inviteThose(context, assessmentId, "reminder", one);
  if (links.length === 0) throw new Refusal("not-to-remind");
  return links;
}

/** Whether a reminder would go to the member now. */
export function isToRemind({ asked, invitedAt, submittedAt, declinedAt }: PanelProgress): boolean {
  return asked > 0 && invitedAt !== null && submittedAt === null && declinedAt === null;
}

function inviteThose(
  context: ScopedContext,
  assessmentId: string,
  kind: "invitation" | "reminder",
  wanted: (member: PanelProgress) => boolean,
): NewLink[] {
  return transact(context.db, () =>
    readPanel(context, assessmentId)
      .filter(wanted)
      .map((member) => ({ member, token: inviteMember(context, assessmentId, member.id, kind) })),
  );
}

/** The panel while it may be changed. @throws Refusal "not-found", "wrong-state" */
export function requireEditablePanel(context: ScopedContext, assessmentId: string): PanelMember[] {
  const { state } = requireAssessment(context, assessmentId);
  if (state !== "draft" && state !== "open") throw new Refusal("wrong-state", { state });
  return listMembers(context.db, assessmentId);
}

function requireMember(context: ScopedContext, assessmentId: string, memberId: string): PanelMember {
  const member = findMember(context.db, assessmentId, memberId);
  if (!member) throw new Refusal("not-found");
  return member;
}

/** An address as it is stored, if nobody of these has it. @throws Refusal "email-taken" */
export function requireFreeEmail(members: PanelMember[], wanted: string): string {
  const email = wanted.toLowerCase();
  if (members.some((member) => member.email === email)) throw new Refusal("email-taken", { email });
  return email;
}
