import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { formatSize } from "~/report/evidence-words";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readPanelEvidence } from "~/use-cases/evidence";
import { rubricOf } from "~/use-cases/rubrics";
import { EvidenceText } from "../assess-layout/evidence-list";
import { evidenceView } from "../assess-layout/evidence-view.server";
import { requireManagedAssessment } from "../assessment/managed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? `${m.evidence_panel_title()} · ${args.data.title}` : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const given = readPanelEvidence(visit.context, assessment.id).map(evidenceView);
  const functions = rubricOf(visit.context, assessment).functions.map(({ key, name }) => ({
    ...{ key, name: localized(name, getLocale()) },
    items: given.filter((item) => item.functions.includes(key)),
  }));
  const { id, title, companyId, companyName } = assessment;
  return { id, title, companyId, companyName, functions: functions.filter(({ items }) => items.length > 0) };
}

/** What the panel's judgments rest on, function by function, for those who manage the assessment. */
export default function PanelEvidence() {
  const { id, title, companyId, companyName, functions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${companyId}`, label: companyName },
          { href: `/assessments/${id}`, label: title },
        ]}
        title={m.evidence_panel_title()}
        lead={m.evidence_panel_lead()}
      />
      {functions.length === 0 ? (
        <EmptyState title={m.evidence_panel_none_title()}>{m.evidence_panel_none_body()}</EmptyState>
      ) : null}
      {functions.map(({ key, name, items }) => (
        <section key={key} className="mb-10 max-w-3xl">
          <h2 className="mb-2 text-xl">{name}</h2>
          <ul className="grid divide-y divide-line border-y border-line">
            {items.map((item) => (
              <li key={item.id} className="grid gap-1 py-3">
                <EvidenceText item={{ ...item, file: null }} />
                {item.file ? <FileButton assessmentId={id} evidenceId={item.id} file={item.file} /> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type FileButtonProps = { assessmentId: string; evidenceId: string; file: { name: string; size: number } };

/** A form and no link: that a file was opened is written down. */
function FileButton({ assessmentId, evidenceId, file }: FileButtonProps) {
  return (
    <form method="post" action={`/assessments/${assessmentId}/evidence/${evidenceId}`}>
      <button type="submit" className="link min-h-11 text-left text-sm break-all">
        {m.evidence_download({ name: file.name, size: formatSize(file.size) })}
      </button>
    </form>
  );
}
