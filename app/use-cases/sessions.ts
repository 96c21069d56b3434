import { randomUUID } from "node:crypto";
import {
  deleteSession,
  deleteUserSessions,
  findLiveInvitation,
  findSession,
  findUser,
  insertSession,
  listMemberships,
  listUserSessions,
  type Session,
  touchSession,
} from "#db/accounts";
import type { Db } from "#db/client";
import { transact } from "#db/client";
import { findInvitationByHash, findSeat, updateInvitation } from "#db/panel";
import { storeFaultOf } from "#db/store-fault";
import type { AssessorActor, UserActor } from "~/access/actor";
import { hashToken, newToken } from "~/tokens.server";
import { audit, type UseCaseContext } from "./context";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** A signed-in person is asked again after two weeks at the latest, and after three days away. */
export const USER_SESSION = { absolute: 14 * DAY, idle: 3 * DAY, secondFactor: HOUR / 6 };
/** An assessor's session lasts as long as the invitation it rests on. */
const TOUCH_EVERY = 5 * 60 * 1000;

export type LiveSession<A> = { sessionId: string; actor: A };

/** Where a session was begun, so that people recognise it in the list. */
export type Device = { userAgent: string };

/**
 * Starts a session for a user and returns the token for the cookie. In the stage "password" it opens nothing but the
 * page that asks for the second factor; passing that starts a new session, so that the token changes with the trust.
 */
export function startUserSession(
  context: UseCaseContext,
  userId: string,
  given: Device & { stage?: Session["stage"]; workspaceId?: string | null } = { userAgent: "" },
): string {
  return transact(context.db, () => {
    const token = newToken();
    const id = randomUUID();
    const { stage = "full", workspaceId = null, userAgent } = given;
    const lifetime = stage === "full" ? USER_SESSION.absolute : USER_SESSION.secondFactor;
    insertSession(context.db, {
      ...{ id, userId, stage, workspaceId },
      tokenHash: hashToken(token),
      createdAt: context.now,
      lastSeenAt: context.now,
      expiresAt: new Date(context.now.getTime() + lifetime),
      userAgent: userAgent.slice(0, 300),
      address: context.address ?? "",
    });
    if (stage === "full") audit(context, null, "session.start", { kind: "user", id: userId });
    return token;
  });
}

/** Somebody who has given the password: the authenticator's code is still to come, or must be set up first. */
export type Pending = { sessionId: string; userId: string; owes: "code" | "enrol" };

/** Whose password was given and who still owes the second factor; null for any other token. */
export function resolvePending(db: Db, token: string, now: Date): Pending | null {
  const session = findSession(db, hashToken(token), now);
  if (!session?.userId || session.stage !== "password") return null;
  const user = findUser(db, session.userId);
  if (!user || user.disabledAt) return null;
  return { sessionId: session.id, userId: user.id, owes: user.totpSecret ? "code" : "enrol" };
}

/** A user's sessions, newest first; `current` marks the one that asks. */
export function readSessions(context: UseCaseContext, userId: string, currentId: string) {
  return listUserSessions(context.db, userId, context.now).map(
    ({ id, createdAt, lastSeenAt, userAgent, address }) => ({
      ...{ id, createdAt, lastSeenAt, userAgent, address },
      current: id === currentId,
    }),
  );
}

/** Signs a user out everywhere but in the session to keep. */
export function endOtherSessions(context: UseCaseContext, userId: string, keep: string): void {
  transact(context.db, () => {
    deleteUserSessions(context.db, userId, keep);
    audit(context, null, "session.end-others", { kind: "user", id: userId });
  });
}

/** Notes that a session is in use. Where the store takes no write, reading goes on without that. */
function touch(db: Db, sessionId: string, now: Date): void {
  try {
    transact(db, () => touchSession(db, sessionId, now));
  } catch (error) {
    if (!storeFaultOf(error)) throw error;
  }
}

/** The user behind a session token, with the roles held now; null when the session is over or the user disabled. */
export function resolveUser(
  db: Db,
  token: string,
  now: Date,
): (LiveSession<UserActor> & { workspaceId: string | null }) | null {
  const session = findSession(db, hashToken(token), now);
  if (
    !session?.userId ||
    session.stage !== "full" ||
    now.getTime() - session.lastSeenAt.getTime() > USER_SESSION.idle
  )
    return null;
  const user = findUser(db, session.userId);
  if (!user || user.disabledAt) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY) touch(db, session.id, now);
  const memberships = listMemberships(db, user.id);
  return {
    sessionId: session.id,
    workspaceId: session.workspaceId,
    actor: { kind: "user", userId: user.id, name: user.name, email: user.email, memberships },
  };
}

/** The panel seat behind a session token; null when the invitation was revoked, expired or the member removed. */
export function resolveAssessor(db: Db, token: string, now: Date): LiveSession<AssessorActor> | null {
  const session = findSession(db, hashToken(token), now);
  if (!session?.invitationId) return null;
  const invitation = findLiveInvitation(db, session.invitationId, now);
  const seat = invitation && findSeat(db, invitation.memberId);
  if (!seat) return null;
  return {
    sessionId: session.id,
    actor: { kind: "assessor", memberId: seat.member.id, assessmentId: seat.assessment.id },
  };
}

/** Whom an invitation's token is for; null when it is unknown, revoked, expired or not open. Changes nothing. */
export function readInvitation(context: UseCaseContext, token: string) {
  const invitation = findInvitationByHash(context.db, hashToken(token));
  if (!invitation || !findLiveInvitation(context.db, invitation.id, context.now)) return null;
  const seat = findSeat(context.db, invitation.memberId);
  if (!seat || seat.assessment.state === "draft") return null;
  return { invitation, ...seat };
}

/** Exchanges an invitation's token for an assessor's session; returns the cookie's token, or null as above. */
export function startAssessorSession(context: UseCaseContext, invitationToken: string): string | null {
  return transact(context.db, () => {
    const found = readInvitation(context, invitationToken);
    if (!found) return null;
    const token = newToken();
    insertSession(context.db, {
      id: randomUUID(),
      tokenHash: hashToken(token),
      invitationId: found.invitation.id,
      createdAt: context.now,
      lastSeenAt: context.now,
      expiresAt: found.invitation.expiresAt,
    });
    if (!found.invitation.openedAt) {
      updateInvitation(context.db, found.invitation.id, { openedAt: context.now });
    }
    const member = { kind: "panel-member", id: found.member.id };
    audit(context, found.assessment.workspaceId, "invitation.open", member);
    return token;
  });
}

export function endSession(context: UseCaseContext, sessionId: string): void {
  deleteSession(context.db, sessionId);
}
