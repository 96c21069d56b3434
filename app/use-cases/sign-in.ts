import { deleteSession, findUser, findWorkspace, listMemberships, type User } from "#db/accounts";
import { transact } from "#db/client";
import { redeemLink, verifyPassword } from "./accounts";
import type { UseCaseContext } from "./context";
import { Refusal } from "./errors";
import { enrol, passSecondFactor } from "./second-factor";
import { type Device, startUserSession } from "./sessions";

/** done: signed in. code: the authenticator's code is still to come. enrol: a second factor must be set up first. */
export type SignIn = { next: "done" | "code" | "enrol"; token: string };

/** Signs in by password. Null when address and password do not match; which of them, nobody learns. */
export async function signIn(
  context: UseCaseContext,
  input: { email: string; password: string } & Device,
): Promise<SignIn | null> {
  const user = await verifyPassword(context, input);
  return user && admit(context, user, input);
}

/**
 * Uses a link by which one chooses a password, and signs in. The link stands for the password and no more: whoever
 * reads the mailbox still meets the second factor. @throws Refusal as `redeemLink`
 */
export async function signInByLink(
  context: UseCaseContext,
  token: string,
  input: { name: string; email: string; password: string } & Device,
): Promise<SignIn> {
  const user = findUser(context.db, await redeemLink(context, token, input));
  if (!user) throw new Refusal("not-found");
  return admit(context, user, input);
}

/** Starts the session that a person who has proved who they are gets first. */
export function admit(context: UseCaseContext, user: User, { userAgent }: Device): SignIn {
  const next = user.totpSecret ? "code" : owesSecondFactor(context, user.id) ? "enrol" : "done";
  const stage = next === "done" ? "full" : "password";
  return { next, token: startUserSession(context, user.id, { userAgent, stage }) };
}

/** Exchanges the session that waits for a second factor for a full one. Null when the code is wrong. */
export function giveCode(
  context: UseCaseContext,
  pending: { sessionId: string; userId: string },
  input: { code: string } & Device,
): string | null {
  return transact(context.db, () => {
    if (!passSecondFactor(context, pending.userId, input.code)) return null;
    return completeSignIn(context, pending, input);
  });
}

/**
 * Sets up the second factor that a workspace asks for, and exchanges the session. Returns the new session's token and
 * the recovery codes. @throws Refusal "wrong-code"; "wrong-state" where there is one: a password alone replaces none
 */
export function enrolAndSignIn(
  context: UseCaseContext,
  pending: { sessionId: string; userId: string },
  input: { secret: string; code: string } & Device,
): { token: string; codes: string[] } {
  return transact(context.db, () => {
    const codes = enrol(context, pending.userId, input);
    return { codes, token: completeSignIn(context, pending, input) };
  });
}

function completeSignIn(
  context: UseCaseContext,
  pending: { sessionId: string; userId: string },
  { userAgent }: Device,
): string {
  deleteSession(context.db, pending.sessionId);
  return startUserSession(context, pending.userId, { userAgent });
}

/** Whether a workspace in which the person is owner or consultant asks for a second factor. */
export function owesSecondFactor(context: UseCaseContext, userId: string): boolean {
  return listMemberships(context.db, userId).some(
    ({ role, workspaceId }) =>
      (role === "owner" || role === "consultant") &&
      findWorkspace(context.db, workspaceId)?.secondFactorRequired,
  );
}
