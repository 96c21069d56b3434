import { data } from "@remix-run/node";
import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { choiceField, emailField, textField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { type FormState, readForm, refuse } from "~/http/form";
import { notFound } from "~/http/guards";
import { m } from "~/i18n/messages";
import type { ScopedContext } from "~/use-cases/context";
import { Refusal } from "~/use-cases/errors";
import {
  addCompanyPerson,
  addConsultant,
  type CompanyRole,
  type Given,
  grantableRoles,
  removePerson,
  renewLink,
} from "~/use-cases/people";

const NAME = 120;
const ID = 80;

/** What may be asked of a list of people; a newcomer to a company also has a role there. */
const schemaWith = <Extra extends z.ZodRawShape>(extra: Extra) =>
  z.discriminatedUnion(
    "intent",
    [
      z.object({ intent: z.literal("add"), name: textField(NAME), email: emailField(), ...extra }),
      z.object({ intent: z.literal("renew"), person: textField(ID) }),
      z.object({ intent: z.literal("remove"), person: textField(ID) }),
    ],
    { error: () => m.form_choice_unknown() },
  );
const staffSchema = schemaWith({});
const companySchema = schemaWith({ role: choiceField(["viewer", "manager"]) });
const viewersSchema = schemaWith({ role: choiceField(["viewer"]) });

/** The link that was just made, with its full address; without one the person has a password already. */
export type NewLink = Omit<Given, "token"> & { url: string | null };

export type PeopleState = FormState & { given: NewLink | null };

/**
 * Adds, removes or makes a link for a person of a company, or (`companyId` null) of the staff. A link is answered
 * at once and not after a redirect: it is stored nowhere and can be shown only now.
 */
export async function changePeople(
  args: RequestArgs,
  context: ScopedContext,
  companyId: string | null,
  page: string,
) {
  const viewersOnly = companyId !== null && !grantableRoles(context, companyId).includes("manager");
  const ofCompany = viewersOnly ? viewersSchema : companySchema;
  const form = await readForm(args, companyId === null ? staffSchema : ofCompany);
  if (!form.ok) return form.refuse();
  const { value, values } = form;
  try {
    if (value.intent === "remove") {
      const { name } = removePerson(context, companyId, value.person);
      return await redirectSaying(args, page, m.consultant_access_removed({ name }));
    }
    const { token, ...given } =
      value.intent === "renew" ? renewLink(context, companyId, value.person) : add(context, companyId, value);
    const url = token && `${args.context.services.env.BASE_URL}/account/${token}`;
    return data<PeopleState>({ values: {}, errors: {}, given: { ...given, url } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason === "not-found") throw notFound();
    if (error.reason !== "email-taken") {
      const why = viewersOnly ? m.consultant_person_viewers_only() : m.consultant_person_forbidden();
      return refuse(args, { values, errors: { "": [why] } }, 409);
    }
    return refuse(args, { values, errors: { email: [m.consultant_person_taken()] } });
  }
}

type Newcomer = { name: string; email: string; role?: CompanyRole };

function add(context: ScopedContext, companyId: string | null, { name, email, role }: Newcomer) {
  if (companyId === null) return addConsultant(context, { name, email });
  return addCompanyPerson(context, companyId, { name, email, role: role ?? "viewer" });
}
