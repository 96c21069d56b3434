import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireCan } from "~/http/guards";
import { m } from "~/i18n/messages";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readStaff } from "~/use-cases/people";
import { GivenLink } from "./given-link";
import { changePeople } from "./people-action";
import { PeopleTable } from "./people-table";
import { PersonForm, personLabels } from "./person-form";

export const meta: MetaFunction = (args) => titled(m.consultant_staff_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "workspace:manage");
  return { people: readStaff(context) };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await requireCan(args, "workspace:manage");
  return changePeople(args, context, null, "/people");
}

export default function People() {
  const { people } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const given = state && "given" in state ? state.given : null;
  return (
    <>
      <PageHeader title={m.consultant_staff_title()} lead={m.consultant_staff_lead()} />
      <ErrorSummary errors={labelledErrors(state?.errors, personLabels())} />
      {given ? <GivenLink given={given} /> : null}
      <PeopleTable
        caption={m.consultant_staff_title()}
        people={people}
        manageable={({ role }) => role === "consultant"}
      />
      <section className="mt-12">
        <h2 className="mb-1 text-xl">{m.consultant_staff_add()}</h2>
        <p className="mb-6 max-w-measure text-ink-muted">{m.consultant_staff_add_about()}</p>
        <PersonForm
          key={given?.email}
          values={state?.values}
          errors={state?.errors}
          button={m.consultant_staff_add_button()}
        />
      </section>
    </>
  );
}
