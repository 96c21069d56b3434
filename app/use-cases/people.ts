import { findUserByEmail, listMemberships, listPeople, retireLinks } from "#db/accounts";
import { transact } from "#db/client";
import { deleteRole } from "#db/people";
import { addPerson, createPasswordLink } from "./accounts";
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

/**
 * Lets a person read a company's published results, creating the account where the address is new.
 * @throws Refusal "not-found" (company), "email-taken" (has access already, as staff has to every company)
 */
export function addCompanyPerson(
  context: ScopedContext,
  companyId: string,
  input: { name: string; email: string; role: CompanyRole },
): Given {
  return transact(context.db, () => {
    requireCompany(context, companyId);
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
  const token = existing?.passwordHash ? null : createPasswordLink(context, workspaceId, userId);
  return { name, email, token };
}

/**
 * Makes a new one-time link for a person of a company, or (`companyId` null) of the staff; the one before stops
 * working. Using it sets the password, so nobody may make one for an account that can do more than their own may
 * give: from a company only for people who hold roles over companies of this workspace and no others, from the
 * staff list only for consultants.
 * @throws Refusal "not-found", "forbidden"
 */
export function renewLink(
  context: ScopedContext,
  companyId: string | null,
  membershipId: string,
): Given & { token: string } {
  return transact(context.db, () => {
    const person = requirePerson(context, companyId, membershipId);
    const reachable = listMemberships(context.db, person.userId).every(
      (held) =>
        held.workspaceId === context.scope.workspaceId &&
        (companyId === null ? held.role !== "owner" : held.companyId !== null),
    );
    if (!reachable) throw new Refusal("forbidden");
    const token = createPasswordLink(context, context.scope.workspaceId, person.userId);
    return { name: person.name, email: person.email, token };
  });
}

/**
 * Takes a person's role over a company, or (`companyId` null) a consultant's over the workspace. It works at once:
 * roles are read with every request. Returns who it was.
 * @throws Refusal "not-found", "forbidden" (the owner)
 */
export function removePerson(
  context: ScopedContext,
  companyId: string | null,
  membershipId: string,
): Pick<Person, "name" | "email"> {
  return transact(context.db, () => {
    const { workspaceId } = context.scope;
    const person = requirePerson(context, companyId, membershipId);
    if (!deleteRole(context.db, workspaceId, companyId, membershipId)) throw new Refusal("forbidden");
    if (listMemberships(context.db, person.userId).length === 0) {
      retireLinks(context.db, { workspaceId, userId: person.userId }, context.now);
    }
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
