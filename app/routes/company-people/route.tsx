import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { RequestArgs } from "~/http/context";
import { orNotFound, permit, requireUser } from "~/http/guards";
import { m } from "~/i18n/messages";
import { GivenLink } from "~/routes/people/given-link";
import { changePeople } from "~/routes/people/people-action";
import { PeopleTable } from "~/routes/people/people-table";
import { PersonForm, personLabels } from "~/routes/people/person-form";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { PageHeader } from "~/ui/page-header";
import { RadioField } from "~/ui/radio-field";
import { titled } from "~/ui/titled";
import { readCompany } from "~/use-cases/companies";
import { grantableRoles, readCompanyPeople } from "~/use-cases/people";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.consultant_people_with_access()} · ${args.data?.name ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, company } = await requirePeopleOf(args);
  const { context } = visit;
  return {
    id: company.id,
    name: company.name,
    people: readCompanyPeople(context, company.id),
    grantable: grantableRoles(context, company.id),
    onlyCompany: context.scope.companyIds?.length === 1,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, company } = await requirePeopleOf(args);
  return changePeople(args, visit.context, company.id, `/companies/${company.id}/people`);
}

async function requirePeopleOf(args: RequestArgs & { params: { companyId?: string } }) {
  const visit = await requireUser(args);
  const company = orNotFound(readCompany(visit.context, orNotFound(args.params.companyId)));
  permit(visit, "viewers:invite", { companyId: company.id });
  return { visit, company };
}

export default function CompanyPeople() {
  const { id, name, people, grantable, onlyCompany } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const given = state && "given" in state ? state.given : null;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          ...(onlyCompany ? [] : [{ href: "/companies", label: m.nav_companies() }]),
          { href: `/companies/${id}`, label: name },
        ]}
        title={m.consultant_people_with_access()}
        lead={m.consultant_people_lead()}
      />
      <ErrorSummary errors={labelledErrors(state?.errors, personLabels())} />
      {given ? <GivenLink given={given} /> : null}
      {people.length > 0 ? (
        <PeopleTable
          caption={m.consultant_people_with_access()}
          people={people}
          manageable={({ role }) => grantable.some((known) => known === role)}
        />
      ) : (
        <p className="text-ink-muted">{m.consultant_people_none()}</p>
      )}
      <section className="mt-12">
        <h2 className="mb-6 text-xl">{m.consultant_people_give()}</h2>
        <PersonForm
          key={given?.email}
          values={state?.values}
          errors={state?.errors}
          button={m.consultant_people_give_button()}
        >
          <RoleChoice grantable={grantable} chosen={state?.values.role} error={state?.errors.role} />
        </PersonForm>
      </section>
    </>
  );
}

type RoleChoiceProps = { grantable: string[]; chosen?: string; error?: string[] };

/** The roles to choose from; where there is only one, nothing is asked. */
function RoleChoice({ grantable, chosen, error }: RoleChoiceProps) {
  const roles = [
    { value: "viewer", label: m.consultant_role_viewer(), hint: m.consultant_role_viewer_about() },
    { value: "manager", label: m.consultant_role_manager(), hint: m.consultant_role_manager_about() },
  ].filter(({ value }) => grantable.includes(value));
  const [first] = roles;
  if (first && roles.length === 1) return <input type="hidden" name="role" value={first.value} />;
  return (
    <RadioField
      name="role"
      label={m.consultant_person_role()}
      options={roles}
      defaultValue={chosen ?? "viewer"}
      error={error}
    />
  );
}
