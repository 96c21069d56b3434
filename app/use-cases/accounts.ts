import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import {
  type AccountLink,
  countOwners,
  deleteUserSessions,
  findUsableLink,
  findUser,
  findUserByEmail,
  firstWorkspace,
  insertAccountLink,
  insertMembership,
  insertUser,
  listMemberships,
  type Role,
  retireLinks,
  spendLink,
  type User,
  updateUser,
} from "#db/accounts";
import { transact } from "#db/client";
import { hashToken, newToken } from "~/tokens.server";
import { audit, type UseCaseContext } from "./context";
import { Refusal } from "./errors";

const DAY = 24 * 60 * 60 * 1000;
/** A set-up link works for a week: long enough for a colleague to be on leave, short enough to be forgotten safely. */
export const LINK_LIFETIME = 7 * DAY;

/** Verified against when no account matches, so that an unknown address takes as long as a wrong password. */
let decoy: Promise<string> | undefined;

/** The user whose address and password these are, or null. Unknown and wrong take the same time. */
export async function verifyPassword(
  context: UseCaseContext,
  input: { email: string; password: string },
): Promise<User | null> {
  const found = findUserByEmail(context.db, input.email.trim());
  decoy ??= hash(newToken());
  const right = await verify(found?.passwordHash ?? (await decoy), input.password);
  return right && found?.passwordHash && !found.disabledAt ? found : null;
}

/** argon2id with the library's defaults (OWASP's first choice: 19 MiB, two passes), in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Whether the installation has an owner, or still waits for the one-time link to be opened. */
export function hasOwner(context: UseCaseContext): boolean {
  const workspace = firstWorkspace(context.db);
  return workspace !== undefined && countOwners(context.db, workspace.id) > 0;
}

/**
 * Makes the one-time link that creates the owner of a workspace; older ones stop working.
 * Returns the token, or null when the workspace has an owner already.
 */
export function createOwnerLink(context: UseCaseContext, workspaceId: string): string | null {
  return transact(context.db, () => {
    if (countOwners(context.db, workspaceId) > 0) return null;
    return createLink(context, { kind: "owner", workspaceId, userId: null });
  });
}

/** Makes a one-time link by which a person chooses a password; older ones stop working. Returns the token. */
export function createPasswordLink(context: UseCaseContext, workspaceId: string, userId: string): string {
  return transact(context.db, () => createLink(context, { kind: "password", workspaceId, userId }));
}

/** Links that let a person choose a password; the others confirm an address. */
const SETS_PASSWORD: AccountLink["kind"][] = ["owner", "password", "reset"];

/** What a link is made for. `detail` is the new address of an e-mail change. */
export type LinkPurpose = Pick<AccountLink, "kind" | "workspaceId" | "userId"> & {
  detail?: string;
  lifetime?: number;
};

/** Makes a one-time link and returns its token; older ones of the same kind stop working. Call in a transaction. */
export function createLink(context: UseCaseContext, purpose: LinkPurpose): string {
  const token = newToken();
  const id = randomUUID();
  const { lifetime = LINK_LIFETIME, ...link } = purpose;
  retireLinks(context.db, { ...link, kinds: [link.kind] }, context.now);
  insertAccountLink(context.db, {
    ...link,
    id,
    tokenHash: hashToken(token),
    createdAt: context.now,
    expiresAt: new Date(context.now.getTime() + lifetime),
  });
  audit(context, link.workspaceId, "account-link.create", { kind: "account-link", id }, { for: link.kind });
  return token;
}

/** What an unused, unexpired link is for; null for any other token. Changes nothing. */
export function readLink(context: UseCaseContext, token: string) {
  const link = findUsableLink(context.db, hashToken(token), context.now);
  if (!link || !SETS_PASSWORD.includes(link.kind)) return null;
  return { kind: link.kind, user: link.userId ? (findUser(context.db, link.userId) ?? null) : null };
}

/**
 * Uses a link: creates the owner, or sets the password of the person it was made for. Returns the user's id.
 * @throws Refusal "link-used" when the link is unknown, expired or used; "email-taken".
 */
export async function redeemLink(
  context: UseCaseContext,
  token: string,
  input: { name: string; email: string; password: string },
): Promise<string> {
  const passwordHash = await hashPassword(input.password);
  return transact(context.db, () => {
    const link = findUsableLink(context.db, hashToken(token), context.now);
    if (!link || !SETS_PASSWORD.includes(link.kind)) throw new Refusal("link-used");
    if (!spendLink(context.db, link.id, context.now)) throw new Refusal("link-used");
    const userId =
      link.userId ?? createPerson(context, { ...input, role: "owner", ...link, companyId: null });
    updateUser(context.db, userId, { passwordHash });
    // Whoever knew the old password, or holds a session begun with it, is out.
    deleteUserSessions(context.db, userId);
    retireLinks(
      context.db,
      { workspaceId: link.workspaceId, userId, kinds: ["password", "reset"] },
      context.now,
    );
    audit(context, link.workspaceId, "account.password-set", { kind: "user", id: userId });
    return userId;
  });
}

export type NewPerson = {
  workspaceId: string;
  name: string;
  email: string;
  role: Role;
  companyId: string | null;
};

/**
 * Gives a person a role, creating the account where the address is new. Returns the user's id.
 * @throws Refusal "email-taken" when the person holds a role there already.
 */
export function addPerson(context: UseCaseContext, input: NewPerson): string {
  return transact(context.db, () => createPerson(context, input));
}

function createPerson(context: UseCaseContext, input: NewPerson): string {
  const existing = findUserByEmail(context.db, input.email);
  const held = existing ? listMemberships(context.db, existing.id) : [];
  const taken = held.some(
    (role) => role.workspaceId === input.workspaceId && role.companyId === input.companyId,
  );
  if (taken || (existing && input.role === "owner")) throw new Refusal("email-taken", { email: input.email });
  const userId = existing?.id ?? randomUUID();
  if (!existing) {
    insertUser(context.db, { id: userId, email: input.email, name: input.name, createdAt: context.now });
  }
  insertMembership(context.db, {
    id: randomUUID(),
    userId,
    workspaceId: input.workspaceId,
    role: input.role,
    companyId: input.companyId,
    createdAt: context.now,
  });
  audit(context, input.workspaceId, "person.add", { kind: "user", id: userId }, { role: input.role });
  return userId;
}
