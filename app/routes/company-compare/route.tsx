import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { formatDate } from "~/i18n/format";
import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readCompany } from "~/use-cases/companies";
import { type Choice, readChoices } from "~/use-cases/comparable";
import { type Compared, compareAssessments } from "~/use-cases/compare-assessments";
import { Refusal } from "~/use-cases/errors";
import { ChoiceForm } from "./choice-form";
import { chooseWaves } from "./choose-waves";
import "./compare.css";
import { ComparisonView } from "./comparison-view";

export const meta: MetaFunction<typeof loader> = (args) =>
  args.data ? titled(m.report_compare_title({ company: args.data.company.name }), args) : [];

/** Without a choice in the address the two latest that can be compared are. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const company = orNotFound(readCompany(visit.context, args.params.companyId ?? ""));
  permit(visit, "report:read-published", { companyId: company.id });
  const reader = {
    live: seesLive(visit, { companyId: company.id }),
    locale: args.context.locale,
  };
  const choices = readChoices(visit.context, company.id, reader);
  const query = new URL(args.request.url).searchParams;
  const chosen = chooseWaves(query, choices);
  const page = { company: { id: company.id, name: company.name }, choices, chosen: chosen?.waves ?? [] };
  if (!chosen) return { ...page, compared: null, refused: null };
  try {
    const compared: Compared = compareAssessments(visit.context, company.id, chosen, reader);
    return { ...page, compared, refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason !== "not-comparable") throw notFound();
    const { why, first, second } = error.detail;
    const refused = {
      why: query.has("w") && why === "same" ? "few" : String(why),
      unlike: choices.filter(({ id }) => id === first || id === second),
    };
    return data({ ...page, compared: null, refused }, { status: 409 });
  }
}

const REFUSALS: Record<string, () => string> = {
  few: m.compare_refused_few,
  same: m.report_compare_refused_same,
  "other-rubric": m.report_compare_refused_other_rubric,
  "other-version": m.report_compare_refused_other_version,
};

function Refused({ why, unlike }: { why: string; unlike: Choice[] }) {
  const name = ({ title, asOf, rubric }: Choice) =>
    m.report_compare_option({
      ...{ title, date: formatDate(asOf), rubric: rubric.name, version: rubric.version },
    });
  return (
    <Notice
      tone="attention"
      title={why === "few" ? m.compare_refused_few_title() : m.report_compare_refused_title()}
    >
      {unlike.length > 0 ? <p>{formatList(unlike.map(name))}</p> : null}
      <p>{REFUSALS[why]?.()}</p>
    </Notice>
  );
}

export default function CompanyCompare() {
  const { company, choices, chosen, compared, refused } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${company.id}`, label: company.name },
        ]}
        kicker={m.report_compare_kicker()}
        title={company.name}
        lead={m.compare_lead()}
      />
      {choices.length < 2 ? (
        <EmptyState title={m.report_compare_few_title()}>{m.report_compare_few_body()}</EmptyState>
      ) : (
        <div className="grid gap-10">
          <ChoiceForm choices={choices} chosen={chosen} />
          {refused ? <Refused {...refused} /> : null}
          {compared ? <ComparisonView compared={compared} /> : null}
        </div>
      )}
    </>
  );
}
