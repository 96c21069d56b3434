import { listMemberships } from "#db/accounts";
import { findAssessment } from "#db/assessments";
import { findSeat } from "#db/panel";
import { can } from "~/access/policy";
import type { ScopedContext } from "./context";
import { type OpenMail, readMail } from "./outbox";

/** Messages whose link opens an account, or moves it to another address. */
const OPENS_ACCOUNT = new Set(["account", "reset", "email-current", "email-new"]);

/**
 * Where the reader finds what a message is about, to write it anew: an assessment, or the people of a company, or
 * (`companyId` null) of the staff.
 */
export type MailPlace = { assessmentId: string } | { companyId: string | null };

/** `place` is told of an unreadable message only, and where there is one that the reader may enter. */
export type ShownMail = Omit<OpenMail, "html"> & { withheld: boolean; place: MailPlace | null };

/**
 * A message for somebody of the staff to read and pass on. A link that opens an account of more power than the
 * reader may give is not shown, or asking for a password reset in another's name would be enough to become them: no
 * owner's, no account's with roles in another workspace, and a consultant's only to an owner (as with the links that
 * `renewLink` makes). `withheld` says so; the message still goes where it was going.
 * @throws Refusal "not-found"
 */
export function showMail(context: ScopedContext, id: string): ShownMail {
  const { html: _, ...mail } = readMail(context, id);
  const withheld = OPENS_ACCOUNT.has(mail.kind) && mail.text !== "" && !mayPassOn(context, mail.objectId);
  const place = mail.unreadable ? placeOf(context, mail) : null;
  return { ...mail, text: withheld ? "" : mail.text, withheld, place };
}

function placeOf(
  context: ScopedContext,
  { objectKind, objectId }: Pick<OpenMail, "objectKind" | "objectId">,
): MailPlace | null {
  const { db, actor, scope } = context;
  const { workspaceId } = scope;
  if (objectKind === "user") {
    const held = listMemberships(db, objectId).find((one) => one.workspaceId === workspaceId);
    const staff = held?.companyId === null;
    if (!held || (staff && !can(actor, "workspace:manage", { workspaceId }))) return null;
    return { companyId: held.companyId };
  }
  const assessmentId = objectKind === "panel-member" ? findSeat(db, objectId)?.assessment.id : objectId;
  return assessmentId && findAssessment(db, scope, assessmentId) ? { assessmentId } : null;
}

function mayPassOn({ db, actor, scope }: ScopedContext, userId: string): boolean {
  const { workspaceId } = scope;
  return listMemberships(db, userId).every(
    (held) =>
      held.workspaceId === workspaceId &&
      held.role !== "owner" &&
      (held.companyId !== null || can(actor, "workspace:manage", { workspaceId })),
  );
}
