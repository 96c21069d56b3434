import { randomUUID } from "node:crypto";
import { deleteSession, findSession, findUserByEmail, listMemberships, type User } from "#db/accounts";
import { transact } from "#db/client";
import { findUserByIdentity, hasIdentityAt, insertIdentity } from "#db/identities";
import { hashToken } from "~/tokens.server";
import { audit, type UseCaseContext } from "./context";
import { type Device, startUserSession } from "./sessions";
import { admit, owesSecondFactor, type SignIn } from "./sign-in";

/** What an OpenID Connect provider vouches for. Issuer and subject together never change; the address may. */
export type ProviderIdentity = {
  issuer: string;
  subject: string;
  email: string | null;
  emailVerified: boolean;
  /** The provider says that it asked for more than one factor. */
  multiFactor: boolean;
};

/**
 * Why somebody the provider knows does not get in. other-subject: the account with this address belongs to another
 * person at the provider, who had the address before.
 */
export type NotAdmitted = "unverified" | "unknown" | "other-subject" | "disabled" | "no-role";

/**
 * Signs in somebody whom the provider has authenticated. The first time, an account that is there already is found
 * by its verified address and tied to the subject; from then on the subject alone decides. Nobody is created.
 * The session that the browser held until now (`replaces`, its token) ends. A second factor is the provider's
 * business, except where a workspace asks for one and the provider does not say that it did.
 */
export function signInByProvider(
  context: UseCaseContext,
  identity: ProviderIdentity,
  { replaces, ...device }: Device & { replaces: string | null },
): SignIn | { next: "refused"; reason: NotAdmitted } {
  return transact(context.db, () => {
    const user = recognise(context, identity);
    if (typeof user === "string") return { next: "refused", reason: user };
    if (replaces) endReplaced(context, replaces);
    if (!identity.multiFactor && owesSecondFactor(context, user.id)) return admit(context, user, device);
    return { next: "done", token: startUserSession(context, user.id, device) };
  });
}

function recognise(context: UseCaseContext, identity: ProviderIdentity): User | NotAdmitted {
  const { issuer, subject } = identity;
  const known = findUserByIdentity(context.db, issuer, subject);
  const user = known ?? findByAddress(context, identity);
  if (typeof user === "string") return user;
  if (user.disabledAt) return "disabled";
  if (listMemberships(context.db, user.id).length === 0) return "no-role";
  if (!known) {
    const row = { id: randomUUID(), userId: user.id, issuer, subject, createdAt: context.now };
    insertIdentity(context.db, row);
    audit(context, null, "identity.link", { kind: "user", id: user.id }, { issuer });
  }
  return user;
}

/** The account to tie to a subject not seen before. */
function findByAddress(context: UseCaseContext, identity: ProviderIdentity): User | NotAdmitted {
  if (!identity.email || !identity.emailVerified) return "unverified";
  const user = findUserByEmail(context.db, identity.email);
  // Only A to Z are folded: other letters that look or lower-case alike (the Kelvin sign) are other mailboxes.
  const folded = identity.email.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (user?.email !== folded) return "unknown";
  // Companies give the address of somebody who left to somebody new; the account stays with the first.
  if (hasIdentityAt(context.db, user.id, identity.issuer)) return "other-subject";
  return user;
}

function endReplaced(context: UseCaseContext, token: string): void {
  const session = findSession(context.db, hashToken(token), context.now);
  if (session?.userId) deleteSession(context.db, session.id);
}
