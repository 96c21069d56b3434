import {
  findUser,
  findWorkspace,
  retireLinks,
  setSessionWorkspace,
  type User,
  updateUser,
} from "#db/accounts";
import { transact } from "#db/client";
import type { UserActor } from "~/access/actor";
import { hashPassword, verifyPassword } from "./accounts";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { readSecondFactor } from "./second-factor";
import { endOtherSessions, readSessions } from "./sessions";
import { owesSecondFactor } from "./sign-in";

export type OwnContext = ScopedContext & { actor: UserActor };

/** A person's own account: address, second factor, sessions, workspaces. */
export function readMe(context: OwnContext, sessionId: string) {
  const { userId, memberships } = context.actor;
  const { email, name, passwordHash } = requireSelf(context);
  const ids = [...new Set(memberships.map((held) => held.workspaceId))];
  return {
    email,
    name,
    hasPassword: passwordHash !== null,
    secondFactor: { ...readSecondFactor(context, userId), required: owesSecondFactor(context, userId) },
    sessions: readSessions(context, userId, sessionId),
    workspaces: ids.map((id) => ({
      id,
      name: findWorkspace(context.db, id)?.name ?? "",
      current: id === context.scope.workspaceId,
    })),
  };
}

/**
 * Changes the password and signs out everywhere else; links for choosing one that are still open stop working.
 * @throws Refusal "wrong-password" when the current one does not match
 */
export async function changePassword(
  context: OwnContext,
  sessionId: string,
  input: { current: string; next: string },
): Promise<void> {
  const { email, id } = requireSelf(context);
  if (!(await verifyPassword(context, { email, password: input.current }))) {
    throw new Refusal("wrong-password");
  }
  const passwordHash = await hashPassword(input.next);
  transact(context.db, () => {
    updateUser(context.db, id, { passwordHash });
    endOtherSessions(context, id, sessionId);
    const { workspaceId } = context.scope;
    retireLinks(context.db, { workspaceId, userId: id, kinds: ["password", "reset"] }, context.now);
    audit(context, workspaceId, "account.password-changed", { kind: "user", id });
  });
}

/**
 * Makes sure that the holder of the account is at the keyboard, and not only at an open session of theirs. An account
 * without a password has nothing to show: its holder comes by single sign-on. @throws Refusal "wrong-password"
 */
export async function proveSelf(context: OwnContext, password: string): Promise<void> {
  const { email, passwordHash } = requireSelf(context);
  const proved = passwordHash === null || (await verifyPassword(context, { email, password }));
  if (!proved) throw new Refusal("wrong-password");
}

/** Whether the account can be asked for a password. */
export function hasPassword(context: OwnContext): boolean {
  return requireSelf(context).passwordHash !== null;
}

/** Chooses the workspace this session works in; false for one the person has no role in. */
export function chooseWorkspace(context: OwnContext, sessionId: string, workspaceId: string): boolean {
  const held = context.actor.memberships.some((membership) => membership.workspaceId === workspaceId);
  if (held) setSessionWorkspace(context.db, sessionId, workspaceId);
  return held;
}

function requireSelf(context: OwnContext): User {
  const user = findUser(context.db, context.actor.userId);
  if (!user) throw new Refusal("not-found");
  return user;
}
