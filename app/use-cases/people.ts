import { deleteUserSessions, findUserByEmail, listMemberships, listPeople, retireLinks } from "#db/accounts";
import { transact } from "#db/client";
import { deleteRole } from "#db/people";
import { can } from "~/access/policy";
import { addPerson, createPasswordLink } from "./accounts";
import { postAccountLink } from "./announce";
import { requireCompany } from "./companies";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";

/** Somebody with a role over one company or over the whole workspace; not active until they chose a password. */
export type Person = ReturnType<typeof listPeople>[number];

export type CompanyRole = "manager" | "viewer";

/**
 * A person and the token of their one-time set-up link, which is stored nowhere. No token: the person has a
 * password already and needs no link.
 */
export type Given = { name: string; email: string; token: string | null };

/** Owner and consultants, by name. */
export function readStaff(context: ScopedContext): Person[] {
  return listPeople(context.db, context.scope.workspaceId, null);
}

/** The people who may read what is published of a company, by name. @throws Refusal "not-found" */
export function readCompanyPeople(context: ScopedContext, companyId: string): Person[] {
  requireCompany(context, companyId);
  return listPeople(context.db, context.scope.workspaceId, companyId);
}

/** The roles over a company that the actor may give and take: consultants all, its managers only viewers'. */
export function grantableRoles({ actor, scope }: ScopedContext, companyId: string): CompanyRole[] {
  const resource = { workspaceId: scope.workspaceId, companyId };
  if (can(actor, "people:manage", resource)) return ["viewer", "manager"];
  return can(actor, "viewers:invite", resource) ? ["viewer"] : [];
}

/**
 * Lets a person read a company's published results, creating the account where the address is new.
 * @throws Refusal "not-found" (company), "forbidden" (a role that the actor may not give), "email-taken" (has access
 * already, as staff has to every company)
 */
export function addCompanyPerson(
  context: ScopedContext,
  companyId: string,
  input: { name: string; email: string; role: CompanyRole },
): Given {
  return transact(context.db, () => {
    requireCompany(context, companyId);
    requireGrantable(context, companyId, input.role);
    if (readStaff(context).some(({ email }) => email === input.email.toLowerCase())) {
      throw new Refusal("email-taken", { email: input.email });
    }
    return give(context, { ...input, companyId });
  });
}

/** Makes a person a consultant, who works with every company of the workspace. @throws Refusal "email-taken" */
export function addConsultant(context: ScopedContext, input: { name: string; email: string }): Given {
  return transact(context.db, () => give(context, { ...input, role: "consultant", companyId: null }));
}

function give(
  context: ScopedContext,
  input: { name: string; email: string; role: CompanyRole | "consultant"; companyId: string | null },
): Given {
  const { workspaceId } = context.scope;
  const existing = findUserByEmail(context.db, input.email);
  const userId = addPerson(context, { ...input, workspaceId });
  const { name, email } = existing ?? input;
  if (existing && (existing.passwordHash || !mayOpen(context, input.companyId, userId))) {
    return { name, email, token: null };
  }
  const token = createPasswordLink(context, workspaceId, userId);
  postAccountLink(context, userId, token);
  return { name, email, token };
}

/**
 * Makes a new one-time link for a person of a company, or (`companyId` null) of the staff; the one before stops
 * working. @throws Refusal "not-found", "forbidden" (see `mayOpen`)
 */
export function renewLink(
  context: ScopedContext,
  companyId: string | null,
  membershipId: string,
): Given & { token: string } {
  return transact(context.db, () => {
    const person = requirePerson(context, companyId, membershipId);
    if (!mayOpen(context, companyId, person.userId)) throw new Refusal("forbidden");
    const token = createPasswordLink(context, context.scope.workspaceId, person.userId);
    postAccountLink(context, person.userId, token);
    return { name: person.name, email: person.email, token };
  });
}

/**
 * Whether the actor may be shown a link that opens an account by setting its password: never for one that can do
 * more than the actor may give. From a company a consultant may for people who hold roles over companies of this
 * workspace and no others, a manager for viewers of the company and nothing else; from the staff list only
 * consultants' accounts are opened.
 */
function mayOpen(context: ScopedContext, companyId: string | null, userId: string): boolean {
  const { workspaceId } = context.scope;
  const held = listMemberships(context.db, userId);
  if (held.some((membership) => membership.workspaceId !== workspaceId)) return false;
  if (companyId === null) return held.every(({ role }) => role !== "owner");
  const grantable: Person["role"][] = grantableRoles(context, companyId);
  if (grantable.includes("manager")) return held.every((membership) => membership.companyId !== null);
  return held.every(
    (membership) => membership.companyId === companyId && grantable.includes(membership.role),
  );
}

function requireGrantable(context: ScopedContext, companyId: string, role: Person["role"]): void {
  if (!(grantableRoles(context, companyId) as Person["role"][]).includes(role))
    throw new Refusal("forbidden");
}

/**
 * Takes a person's role over a company, or (`companyId` null) a consultant's over the workspace. It works at once:
 * roles are read with every request. Returns who it was.
 * @throws Refusal "not-found", "forbidden" (the owner, or a role that the actor may not take)
 */
export function removePerson(
  context: ScopedContext,
  companyId: string | null,
  membershipId: string,
): Pick<Person, "name" | "email"> {
  return transact(context.db, () => {
    const { workspaceId } = context.scope;
    const person = requirePerson(context, companyId, membershipId);
    if (companyId !== null) requireGrantable(context, companyId, person.role);
    if (!deleteRole(context.db, workspaceId, companyId, membershipId)) throw new Refusal("forbidden");
    if (listMemberships(context.db, person.userId).length === 0) {
      retireLinks(
        context.db,
        { workspaceId, userId: person.userId, kinds: ["password", "reset"] },
        context.now,
      );
    }
    // Signed out as well: whoever lost a role should not keep a page open that still shows it.
    deleteUserSessions(context.db, person.userId);
    const object = { kind: "user", id: person.userId };
    audit(context, workspaceId, "person.remove", object, { role: person.role });
    return { name: person.name, email: person.email };
  });
}

function requirePerson(context: ScopedContext, companyId: string | null, membershipId: string): Person {
  const people = companyId === null ? readStaff(context) : readCompanyPeople(context, companyId);
  const person = people.find((candidate) => candidate.membershipId === membershipId);
  if (!person) throw new Refusal("not-found");
  return person;
}
