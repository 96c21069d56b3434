import { formatDate, formatMoment } from "~/i18n/format";
import { formatList, formatNumber } from "~/i18n/format-number";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { type Fact, Facts } from "~/routes/company/facts";
import type { AssessmentOverview } from "~/use-cases/assessment-overview";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import { GOALS } from "./goals";

export type Settings = Pick<
  AssessmentWithCompany,
  "asOf" | "deadline" | "quorum" | "language" | "options" | "openedAt" | "closedAt"
>;

type FactsProps = { settings: Settings; overview: AssessmentOverview };

const yesNo = (yes: boolean) => (yes ? m.consultant_options_yes() : m.consultant_options_no());

/** How the assessment is set up: by which rubric, for when, until when, what it needs. */
export function AssessmentFacts({ settings, overview: { rubric, leftOut } }: FactsProps) {
  const { asOf, deadline, quorum, language, options, openedAt, closedAt } = settings;
  const locale = getLocale();
  const rows: (Fact | null)[] = [
    {
      term: m.consultant_rubric(),
      value: (
        <>
          {localized(rubric.name, locale)}{" "}
          <span className="block text-sm font-normal text-ink-muted">
            {m.consultant_rubric_version(rubric)} · {m.consultant_rubric_size(rubric)}
          </span>
        </>
      ),
    },
    { term: m.consultant_as_of_label(), value: formatDate(asOf) },
    { term: m.consultant_deadline(), value: deadline ? formatDate(deadline) : m.consultant_none() },
    { term: m.consultant_quorum(), value: formatNumber(quorum, 0) },
    { term: m.consultant_language(), value: language === "id" ? m.ui_language_id() : m.ui_language_en() },
    leftOut.length > 0
      ? { term: m.consultant_left_out(), value: formatList(leftOut.map((name) => localized(name, locale))) }
      : null,
    { term: m.consultant_goal(), value: GOALS[options.consensusGoal].label() },
    { term: m.consultant_options_previous_short(), value: yesNo(options.showPrevious) },
    { term: m.consultant_options_reopen_short(), value: yesNo(options.mayReopen) },
    openedAt ? { term: m.consultant_opened_at(), value: formatMoment(openedAt) } : null,
    closedAt ? { term: m.consultant_closed_at(), value: formatMoment(closedAt) } : null,
  ];
  return (
    <section className="grid gap-4">
      <h2 className="text-base">{m.consultant_facts()}</h2>
      <Facts rows={rows.filter((row) => row !== null)} />
    </section>
  );
}
