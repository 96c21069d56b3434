import { and, asc, eq, inArray, isNull, like, ne, not, notExists, or, type SQL } from "drizzle-orm";
import type { Db } from "./client";
import { forgetComments } from "./member-checks";
import {
  accountLink,
  assessment,
  auditEvent,
  identity,
  invitation,
  mail,
  membership,
  panelMember,
  recoveryCode,
  session,
  user,
} from "./schema";

/** The top-level domain is reserved (RFC 2606): no message can ever reach such an address. */
export const ERASED_DOMAIN = "@erased.invalid";

/** The address that stands where an erased person's address was; unique, since addresses must be. */
export function erasedEmail(id: string): string {
  return `erased-${id}${ERASED_DOMAIN}`;
}

export function isErased({ id, email }: { id: string; email: string }): boolean {
  return email === erasedEmail(id);
}

/** From now on this connection overwrites what it deletes, so that it cannot be read back from the file's free space. */
export function overwriteDeleted(db: Db): void {
  db.$client.pragma("secure_delete = ON");
}

/** The messages of a user: about their account, or sent to their address from a workspace of theirs. */
export function mailOfUser(userId: string, email: string, workspaceIds: string[]): SQL | undefined {
  const about = and(eq(mail.objectKind, "user"), eq(mail.objectId, userId));
  const sent = and(
    eq(mail.recipient, email),
    inArray(mail.workspaceId, workspaceIds),
    ne(mail.objectKind, "panel-member"),
  );
  return or(about, sent);
}

/** The messages of a panel member: about their place in the panel, or sent to their address about the assessment. */
export function mailOfMember(member: { id: string; email: string; assessmentId: string }): SQL | undefined {
  const about = and(eq(mail.objectKind, "panel-member"), eq(mail.objectId, member.id));
  const sent = and(
    eq(mail.recipient, member.email),
    eq(mail.objectKind, "assessment"),
    eq(mail.objectId, member.assessmentId),
  );
  return or(about, sent);
}

/** Of what was sent remains that it was; what has not left is gone and will not leave. */
function eraseMail(db: Db, which: SQL | undefined, recipient: string): void {
  db.delete(mail)
    .where(and(which, ne(mail.state, "sent")))
    .run();
  db.update(mail).set({ recipient, subject: "", body: "", lastError: null }).where(which).run();
}

/**
 * Takes everything personal out of an account and everything that opens it, roles included. The row stays, disabled,
 * so that what the person did keeps its author's id. Call inside `transact`.
 */
export function eraseUserRows(db: Db, given: { id: string; email: string; name: string }, now: Date): void {
  const { id, email, name } = given;
  const workspaces = db
    .selectDistinct({ id: membership.workspaceId })
    .from(membership)
    .where(eq(membership.userId, id))
    .all();
  const which = mailOfUser(
    id,
    email,
    workspaces.map((row) => row.id),
  );
  eraseMail(db, which, erasedEmail(id));
  for (const table of [session, accountLink, identity, recoveryCode, membership]) {
    db.delete(table).where(eq(table.userId, id)).run();
  }
  const nothing = { passwordHash: null, totpSecret: null, totpLastStep: null, locale: null };
  db.update(user)
    .set({ ...nothing, name, email: erasedEmail(id), disabledAt: now })
    .where(eq(user.id, id))
    .run();
}

export type PanelPerson = typeof panelMember.$inferSelect & { erased: boolean };

/** Everybody who is or was in the panel, removed members too, in panel order. */
export function listPanelPersons(db: Db, assessmentId: string): PanelPerson[] {
  return db
    .select()
    .from(panelMember)
    .where(eq(panelMember.assessmentId, assessmentId))
    .orderBy(asc(panelMember.position), asc(panelMember.id))
    .all()
    .map((member) => ({ ...member, erased: isErased(member) }));
}

/** A place in a panel. */
export type Seat = { memberId: string; assessmentId: string; title: string };

/** Every place in a panel of the workspace under an address, removed members too. */
export function listSeats(db: Db, workspaceId: string, email: string): Seat[] {
  return db
    .select({ memberId: panelMember.id, assessmentId: assessment.id, title: assessment.title })
    .from(panelMember)
    .innerJoin(assessment, eq(assessment.id, panelMember.assessmentId))
    .where(and(eq(panelMember.email, email), eq(assessment.workspaceId, workspaceId)))
    .orderBy(asc(assessment.asOf), asc(panelMember.id))
    .all();
}

/**
 * Takes the person out of a place in the panel; the judgments stay, under a name that is nobody's. Links and the
 * sessions begun with them are gone. Call inside `transact`.
 */
export function eraseMemberRows(db: Db, member: PanelPerson, name: string): void {
  eraseMail(db, mailOfMember(member), erasedEmail(member.id));
  // Sessions rest on invitations and go with them.
  db.delete(invitation).where(eq(invitation.memberId, member.id)).run();
  forgetComments(db, member.id);
  db.update(panelMember)
    .set({ name, email: erasedEmail(member.id), weightReason: "", declineReason: "" })
    .where(eq(panelMember.id, member.id))
    .run();
}

/** People who once had a role in the workspace and have none anywhere now: an account with no use left. */
export function listFormerPeople(db: Db, workspaceId: string) {
  const roles = db.select().from(membership).where(eq(membership.userId, user.id));
  const joined = db
    .select({ id: auditEvent.objectId })
    .from(auditEvent)
    .where(and(eq(auditEvent.workspaceId, workspaceId), eq(auditEvent.action, "person.add")));
  return db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where(and(notExists(roles), not(like(user.email, `erased-%${ERASED_DOMAIN}`)), inArray(user.id, joined)))
    .orderBy(asc(user.name), asc(user.id))
    .all();
}

/** How many others own the workspace with an account that works. */
export function countOtherOwners(db: Db, workspaceId: string, userId: string): number {
  return db
    .select({ id: membership.id })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(
      and(
        eq(membership.workspaceId, workspaceId),
        eq(membership.role, "owner"),
        ne(membership.userId, userId),
        isNull(user.disabledAt),
      ),
    )
    .all().length;
}
