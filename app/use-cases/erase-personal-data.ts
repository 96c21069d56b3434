import { findUser, listMemberships, type Membership, type User } from "#db/accounts";
import { transact } from "#db/client";
import { forgetFiles, listStoredNames } from "#db/evidence";
import {
  countOtherOwners,
  eraseMemberRows,
  eraseUserRows,
  isErased,
  listFormerPeople,
  listPanelPersons,
  listSeats,
  overwriteDeleted,
  type PanelPerson,
  type Seat,
} from "#db/personal-data";
import { forgetInTemplates } from "#db/waves";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { verifyPassword } from "./accounts";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext, type UseCaseContext } from "./context";
import { Refusal } from "./errors";
import { discardFiles } from "./evidence-files";
import type { OwnContext } from "./me";

export type { PanelPerson };

/** What an erased account is called from then on, in every language. */
const ERASED_USER = "Erased user";

/** A user whose account an owner may erase. */
export type ErasableUser = Pick<User, "id" | "name" | "email">;

/** What stands against erasing an account. */
export type Hindrance = "last-owner" | "elsewhere";

/**
 * Somebody whose account the owner of this workspace may erase: with roles in this workspace only, or without any
 * since the last one, held here, was taken away. `hindrance` says why it cannot be done although the person is here.
 * Null when there is no such person.
 */
export function readErasure(
  context: ScopedContext,
  userId: string,
): (ErasableUser & { hindrance: Hindrance | null }) | null {
  const { workspaceId } = context.scope;
  const user = findUser(context.db, userId);
  if (!user || isErased(user)) return null;
  const held = listMemberships(context.db, userId);
  const here = held.filter((membership) => membership.workspaceId === workspaceId);
  const former = held.length === 0 && readFormerPeople(context).some(({ id }) => id === userId);
  if (here.length === 0 && !former) return null;
  const { id, name, email } = user;
  const alone = ownsAlone(context, userId, here) ? "last-owner" : null;
  return { id, name, email, hindrance: here.length < held.length ? "elsewhere" : alone };
}

/** Accounts that have lost their last role, which was in this workspace. */
export function readFormerPeople(context: ScopedContext): ErasableUser[] {
  return listFormerPeople(context.db, context.scope.workspaceId);
}

/**
 * Erases somebody's account for good: name, address, password, second factor, roles, sessions, links, messages.
 * What they did stays in the log under an id that is nobody's.
 * @throws Refusal "not-found"; "forbidden" when the person works in another workspace too; "last-owner"
 */
export function eraseUser(context: ScopedContext, userId: string): ErasableUser {
  overwriteDeleted(context.db);
  return transact(context.db, () => {
    const user = readErasure(context, userId);
    if (!user) throw new Refusal("not-found");
    if (user.hindrance) throw new Refusal(user.hindrance === "elsewhere" ? "forbidden" : "last-owner");
    eraseAccount(context, user, [context.scope.workspaceId]);
    return user;
  });
}

/** What the page for erasing one's own account must know: how one proves who one is, and whether it is possible. */
export function readOwnErasure(context: OwnContext) {
  const { userId } = context.actor;
  const user = findUser(context.db, userId);
  if (!user) throw new Refusal("not-found");
  const lastOwner = ownsAlone(context, userId, listMemberships(context.db, userId));
  return { email: user.email, hasPassword: user.passwordHash !== null, lastOwner };
}

/**
 * Erases the signed-in person's own account, in every workspace. The password is asked for where there is one.
 * @throws Refusal "wrong-password"; "last-owner" where a workspace would be left without an owner
 */
export async function eraseMe(context: OwnContext, password: string): Promise<void> {
  const { userId } = context.actor;
  const user = findUser(context.db, userId);
  if (!user) throw new Refusal("not-found");
  const proved =
    user.passwordHash === null || (await verifyPassword(context, { email: user.email, password }));
  if (!proved) throw new Refusal("wrong-password");
  overwriteDeleted(context.db);
  transact(context.db, () => {
    const held = listMemberships(context.db, userId);
    if (ownsAlone(context, userId, held)) throw new Refusal("last-owner");
    eraseAccount(context, user, [...new Set(held.map(({ workspaceId }) => workspaceId))]);
  });
}

function eraseAccount(context: UseCaseContext, { id, email }: ErasableUser, workspaceIds: string[]): void {
  eraseUserRows(context.db, { id, email, name: ERASED_USER }, context.now);
  for (const workspaceId of workspaceIds) audit(context, workspaceId, "person.erase", { kind: "user", id });
}

/** Whether some workspace would be left without an owner. */
function ownsAlone(context: UseCaseContext, userId: string, held: Membership[]): boolean {
  return held.some(
    ({ role, workspaceId }) => role === "owner" && countOtherOwners(context.db, workspaceId, userId) === 0,
  );
}

/** Everybody of whom an assessment holds or held data, removed members too. @throws Refusal "not-found" */
export function readPanelPersons(context: ScopedContext, assessmentId: string): PanelPerson[] {
  requireAssessment(context, assessmentId);
  return listPanelPersons(context.db, assessmentId);
}

/** Where else in the workspace somebody with the same address sits or sat: erasing them here leaves that. */
export function readOtherSeats(
  context: ScopedContext,
  { id, email }: Pick<PanelPerson, "id" | "email">,
): Seat[] {
  return listSeats(context.db, context.scope.workspaceId, email).filter(({ memberId }) => memberId !== id);
}

/**
 * Erases the personal data of a panel member, in whatever state the assessment is: name, address, link, sessions,
 * messages, the files they gave as evidence, and their place in templates of the workspace. The judgments stay and count as before, under a name that is
 * nobody's. Texts they wrote stay as well, those of their evidence and their replies to questions too, but not their
 * comments on the levels. Erasing twice does nothing. @throws Refusal "not-found" (assessment or member)
 */
export function eraseMember(context: ScopedContext, assessmentId: string, memberId: string): void {
  overwriteDeleted(context.db);
  const files = transact(context.db, () => {
    const { language } = requireAssessment(context, assessmentId);
    const person = listPanelPersons(context.db, assessmentId).find(({ id }) => id === memberId);
    if (!person) throw new Refusal("not-found");
    if (person.erased) return [];
    const gone = erasePersons(context, assessmentId, language, [person]);
    forgetInTemplates(context.db, context.scope.workspaceId, person.email);
    const object = { kind: "panel-member", id: memberId };
    audit(context, context.scope.workspaceId, "member.erase", object, { assessmentId });
    return gone;
  });
  discardFiles(context, files);
}

/**
 * Takes the persons out of their places in a panel, and calls them Assessor 1, 2, ... in the assessment's language,
 * in the order of their random ids: the numbers do not tell who sat where. Call inside `transact`, and have the files
 * whose names come back deleted once it is done.
 */
export function erasePersons(
  context: Pick<UseCaseContext, "db">,
  assessmentId: string,
  locale: Locale,
  persons: PanelPerson[],
): string[] {
  let number = listPanelPersons(context.db, assessmentId).filter(({ erased }) => erased).length;
  for (const person of [...persons].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    number += 1;
    eraseMemberRows(context.db, person, m.privacy_assessor_number({ number }, { locale }));
  }
  return persons.flatMap(({ id: memberId }) => {
    const names = listStoredNames(context.db, { memberId });
    forgetFiles(context.db, memberId);
    return names;
  });
}
