import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readRetention } from "~/use-cases/retention";
import { requireManagedPersons } from "./managed";
import { PersonsTable } from "./persons-table";

export const meta: MetaFunction = (args) => titled(m.privacy_panel_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context, assessment, persons } = await requireManagedPersons(args);
  return {
    assessment: { id: assessment.id, title: assessment.title },
    expiry: readRetention(context, assessment).until,
    persons: persons.map(({ id, name, email, erased, removedAt }) => ({
      ...{ id, name, email: erased ? null : email },
      state: erased ? ("erased" as const) : removedAt ? ("removed" as const) : ("present" as const),
    })),
  };
}

/** Of whom an assessment holds personal data, people who were removed included. */
export default function PersonalData() {
  const { assessment, expiry, persons } = useLoaderData<typeof loader>();
  const anyLeft = persons.some(({ state }) => state !== "erased");
  return (
    <>
      <PageHeader
        title={m.privacy_panel_title()}
        lead={m.privacy_panel_lead()}
        breadcrumbs={[{ href: `/assessments/${assessment.id}`, label: assessment.title }]}
      />
      {persons.length === 0 ? (
        <EmptyState title={m.privacy_panel_empty_title()}>{m.privacy_panel_empty_body()}</EmptyState>
      ) : (
        <PersonsTable assessmentId={assessment.id} persons={persons} />
      )}
      {expiry && anyLeft ? (
        <p className="mt-4 text-ink-muted">{m.privacy_panel_expiry({ date: formatMoment(expiry) })}</p>
      ) : null}
      <Notice title={m.privacy_panel_texts_title()} className="mt-8 max-w-measure">
        {m.privacy_panel_texts()}
      </Notice>
    </>
  );
}
