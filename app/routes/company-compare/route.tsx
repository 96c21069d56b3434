import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { m } from "~/i18n/messages";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readCompany } from "~/use-cases/companies";
import { type Choice, type Compared, compareAssessments, readChoices } from "~/use-cases/compare-assessments";
import { Refusal } from "~/use-cases/errors";
import { ChoiceForm } from "./choice-form";
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
  const latest = latestPair(choices);
  const chosen = {
    before: query.get("before") ?? latest?.before ?? "",
    after: query.get("after") ?? latest?.after ?? "",
  };
  const page = { company: { id: company.id, name: company.name }, choices, chosen };
  if (chosen.before === "" || chosen.after === "") return { ...page, compared: null, refused: null };
  try {
    const compared: Compared = compareAssessments(visit.context, company.id, chosen, reader);
    return { ...page, compared, refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason !== "not-comparable") throw notFound();
    return data({ ...page, compared: null, refused: String(error.detail.why) }, { status: 409 });
  }
}

/** The two latest assessments by one measure. */
function latestPair(choices: Choice[]): { before: string; after: string } | null {
  for (const after of [...choices].reverse()) {
    const before = choices.findLast(
      ({ id, rubric }) =>
        id !== after.id && rubric.key === after.rubric.key && rubric.version === after.rubric.version,
    );
    if (before) return { before: before.id, after: after.id };
  }
  return null;
}

const REFUSALS: Record<string, () => string> = {
  same: m.report_compare_refused_same,
  "other-rubric": m.report_compare_refused_other_rubric,
  "other-version": m.report_compare_refused_other_version,
};

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
        lead={m.report_compare_lead()}
      />
      {choices.length < 2 ? (
        <EmptyState title={m.report_compare_few_title()}>{m.report_compare_few_body()}</EmptyState>
      ) : (
        <div className="grid gap-10">
          <ChoiceForm choices={choices} chosen={chosen} />
          {refused ? (
            <Notice tone="attention" title={m.report_compare_refused_title()}>
              {REFUSALS[refused]?.()}
            </Notice>
          ) : null}
          {compared ? <ComparisonView compared={compared} /> : null}
        </div>
      )}
    </>
  );
}
