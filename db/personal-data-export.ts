import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import type { Db } from "./client";
import { mailOfMember, mailOfUser } from "./personal-data";
import {
  accountLink,
  company,
  identity,
  invitation,
  judgment,
  mail,
  membership,
  recoveryCode,
  session,
  submission,
  workspace,
} from "./schema";

/** Everything beside the account itself that is stored of a user. Hashes and sealed texts are left out. */
export function readUserRows(db: Db, userId: string, email: string) {
  const roles = db
    .select({
      workspaceId: membership.workspaceId,
      workspace: workspace.name,
      role: membership.role,
      company: company.name,
      since: membership.createdAt,
    })
    .from(membership)
    .innerJoin(workspace, eq(workspace.id, membership.workspaceId))
    .leftJoin(company, eq(company.id, membership.companyId))
    .where(eq(membership.userId, userId))
    .orderBy(asc(membership.createdAt))
    .all();
  const { issuer, subject, createdAt } = identity;
  return {
    roles: roles.map(({ workspaceId: _, ...role }) => role),
    identities: db
      .select({ issuer, subject, createdAt })
      .from(identity)
      .where(eq(identity.userId, userId))
      .all(),
    sessions: readSessions(db, eq(session.userId, userId)),
    links: db
      .select({
        kind: accountLink.kind,
        createdAt: accountLink.createdAt,
        expiresAt: accountLink.expiresAt,
        usedAt: accountLink.usedAt,
        detail: accountLink.detail,
      })
      .from(accountLink)
      .where(eq(accountLink.userId, userId))
      .orderBy(asc(accountLink.createdAt))
      .all(),
    unusedRecoveryCodes: db
      .select({ id: recoveryCode.id })
      .from(recoveryCode)
      .where(and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt)))
      .all().length,
    messages: readMail(
      db,
      mailOfUser(
        userId,
        email,
        roles.map(({ workspaceId }) => workspaceId),
      ),
    ),
  };
}

/** Everything that is stored of a panel member beside the place in the panel itself, every version of a judgment too. */
export function readMemberRows(db: Db, member: { id: string; email: string; assessmentId: string }) {
  const { createdAt, expiresAt, openedAt, revokedAt } = invitation;
  const invitations = db
    .select({ id: invitation.id, createdAt, expiresAt, openedAt, revokedAt })
    .from(invitation)
    .where(eq(invitation.memberId, member.id))
    .orderBy(asc(createdAt))
    .all();
  return {
    invitations: invitations.map(({ id: _, ...rest }) => rest),
    sessions: invitations.flatMap(({ id }) => readSessions(db, eq(session.invitationId, id))),
    judgments: db
      .select()
      .from(judgment)
      .where(eq(judgment.memberId, member.id))
      .orderBy(asc(judgment.functionKey), asc(judgment.round), asc(judgment.version))
      .all(),
    submissions: db
      .select()
      .from(submission)
      .where(eq(submission.memberId, member.id))
      .orderBy(asc(submission.createdAt))
      .all(),
    messages: readMail(db, mailOfMember(member)),
  };
}

function readSessions(db: Db, which: SQL) {
  const { createdAt, lastSeenAt, expiresAt, userAgent, address } = session;
  return db
    .select({ createdAt, lastSeenAt, expiresAt, userAgent, address })
    .from(session)
    .where(which)
    .orderBy(asc(createdAt))
    .all();
}

function readMail(db: Db, which: SQL | undefined) {
  const { kind, recipient, subject, locale, state, createdAt, sentAt } = mail;
  return db
    .select({ kind, recipient, subject, locale, state, createdAt, sentAt })
    .from(mail)
    .where(which)
    .orderBy(asc(createdAt))
    .all();
}
