import type { AssessmentState, AssessmentWithCompany } from "#db/assessments";
import type { Rubric } from "#rubric/schema";
import { JACKKNIFE_COVERAGE, JACKKNIFE_RATERS } from "#rubric/scoring/jackknife";
import type { Recommendation } from "#rubric/scoring/recommendations";
import type { Agreement, Overall, Score } from "#rubric/scoring/types";
import type { Locale } from "~/i18n/locale";
import type { ScopedContext } from "./context";
import { type Extreme, extremes } from "./findings/extremes";
import { type ReportFunction, reportFunctions } from "./findings/functions";
import type { ReportMaterial } from "./findings/material";
import { type SensitivityView, sensitivityView } from "./findings/sensitivity";
import { goalsAt } from "./options-at";
import { asPublished, type Edition } from "./outcome";
import { checkFrom, type LevelCheck } from "./read-check";
import {
  type EarlierFact,
  hasResult,
  type ReportFacts,
  type ReportReader,
  readReportFacts,
  resultOf,
} from "./report-facts";
import { type LocalTexts, localTexts } from "./report-texts";
import type { Result } from "./results";
import { rubricOf } from "./rubrics";
import type { Version } from "./versions";
import { withholdAgreement } from "./withhold-agreement";

export type ReportLevel = { number: number; name: string; meaning: string };

/** The assessment before, by the same measure, as it was known when this report was made. */
export type PreviousReport = {
  assessmentId: string;
  title: string;
  asOf: string;
  typical: number | null;
  attained: number | null;
};

export type ReportRecommendation = Recommendation & { functionName: string; text: string };

/** All that a report page, a print of it or an export shows; texts in one language, numbers as computed. */
export type Report = {
  assessment: { id: string; title: string; asOf: string; state: AssessmentState; quorum: number };
  company: { id: string; name: string };
  /** A remark that goes with everything below, e.g. that the example is made up. */
  note: string | null;
  edition: Edition;
  /** The version that was asked for by its number; null where whatever stands is shown. */
  version: number | null;
  /** Every publication so far, the newest first. */
  versions: Version[];
  /** The consultant's own words as Markdown: the summary, and comments by function. */
  texts: LocalTexts;
  rubric: { key: string; version: string; hash: string; name: string; source: string; basisNote: string };
  method: Score["method"];
  judgmentsHash: string;
  minimumGroup: number;
  levels: ReportLevel[];
  panel: ReportMaterial["panel"];
  /** Null where the panel judged once. */
  rounds: NonNullable<ReportMaterial["rounds"]> | null;
  functions: ReportFunction[];
  overall: Overall & {
    /** Functions of the overall on the typical level or above. */
    atTypicalOrAbove: number;
    weighted: boolean;
  };
  extremes: { strongest: Extreme; weakest: Extreme } | null;
  previous: PreviousReport | null;
  /** With the coverage of its intervals and the raters they need. */
  agreement: Agreement & { intervalCoverage: number; intervalRaters: number };
  sensitivity: SensitivityView;
  recommendations: {
    items: ReportRecommendation[];
    /** Indicators of a next level that too few could answer. */
    unanswered: { functionName: string; text: string }[];
    atTarget: string[];
  };
  /** What the company says to the published levels; null before there are any. */
  check: LevelCheck | null;
};

/**
 * The report of an assessment for one reader: frozen where it is published; computed from the judgments for those
 * who may see that (`live`), which also lets them see who a level hangs on. Of the member check a reader without
 * `answers` gets the state only. Null where there is nothing for them.
 */
export function readReport(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  reader: ReportReader,
): Report | null {
  const facts = readReportFacts(context, assessment, reader);
  return facts && composeReport(context, facts);
}

/** Makes the report of what it rests on. The store is asked for what never changes only: see `ReportFacts`. */
export function composeReport(context: Pick<ScopedContext, "db">, facts: ReportFacts): Report {
  const { edition, texts, versions, members } = facts;
  const { live, locale, version } = facts.reader;
  const assessment = asPublished(facts.assessment, facts);
  const rubric = rubricOf(context, assessment);
  const result = resultOf(context, facts.result);
  const before = previousIn(context, facts);
  const functions = reportFunctions({
    ...{ result, rubric, locale, seesAll: live },
    options: goalsAt(facts.goals, assessment, { edition, result }),
    previous: new Map(before?.result.score.functions.map(({ key, level }) => [key, level])),
  });
  const { score } = result;
  return {
    assessment: pick(assessment, score),
    company: { id: assessment.companyId, name: assessment.companyName },
    note: assessment.note?.[locale] ?? null,
    ...{ edition, version, texts: localTexts(texts, locale), versions },
    rubric: { ...result.rubric, name: rubric.name[locale], ...basisOf(rubric, locale) },
    method: score.method,
    judgmentsHash: result.judgmentsHash,
    minimumGroup: result.report.minimumGroup,
    levels: rubric.levels.map(({ name, meaning }, index) => ({
      number: index + 1,
      name: name[locale],
      meaning: meaning[locale],
    })),
    panel: result.report.panel,
    rounds: result.report.rounds ?? null,
    functions,
    overall: overallOf(score.overall, functions),
    extremes: extremes(
      functions.map(({ spread, ...fn }) => ({ ...fn, distribution: spread?.distribution ?? null })),
    ),
    previous: before && previousOf(before),
    agreement: {
      ...(live ? score.agreement : withholdAgreement(score.agreement, functions, result.report.minimumGroup)),
      intervalCoverage: JACKKNIFE_COVERAGE,
      intervalRaters: JACKKNIFE_RATERS,
    },
    sensitivity: sensitivityView({
      sensitivity: score.sensitivity,
      visible: functions.filter(({ spread }) => spread !== null).map(({ key }) => key),
      names: members && new Map(members),
    }),
    recommendations: recommendationsOf(result, rubric, locale),
    check: checkIn(facts, rubric, result),
  };
}

/** With the quorum that the result was computed with, which may be another by now. */
function pick({ id, title, asOf, state }: AssessmentWithCompany, { quorum }: Score): Report["assessment"] {
  return { id, title, asOf, state, quorum };
}

function basisOf({ source, basisNote }: Rubric, locale: Locale) {
  return { source, basisNote: basisNote[locale] };
}

type Previous = Pick<EarlierFact, "assessment"> & { result: Result };

/** The nearest earlier assessment by the same measure that has a result. */
function previousIn(context: Pick<ScopedContext, "db">, { earlier }: ReportFacts): Previous | null {
  for (const fact of earlier) {
    const result = resultOf(context, fact.result);
    if (hasResult(result)) return { ...fact, result };
  }
  return null;
}

function checkIn({ check, assessment, reader }: ReportFacts, rubric: Rubric, result: Result) {
  if (!check) return null;
  const { minimumGroup } = assessment.options;
  const { locale, answers, live: staff } = reader;
  return checkFrom(
    check.said,
    { publication: check.publication, result, rubric, minimumGroup },
    { locale, answers, staff },
  );
}

function previousOf({ assessment: { id, title, asOf }, result }: Previous): PreviousReport {
  const { typical, attained } = result.score.overall;
  return { assessmentId: id, title, asOf, typical, attained };
}

function overallOf(overall: Overall, functions: readonly ReportFunction[]): Report["overall"] {
  const counted = functions.filter(({ inOverall, level }) => inOverall && level !== null);
  const { typical } = overall;
  return {
    ...overall,
    atTypicalOrAbove:
      typical === null ? 0 : counted.filter(({ level }) => level !== null && level >= typical).length,
    weighted: new Set(counted.map(({ weight }) => weight)).size > 1,
  };
}

function recommendationsOf(result: Result, rubric: Rubric, locale: Locale): Report["recommendations"] {
  const { items, unanswered, atTarget } = result.report.recommendations;
  const named = ({ unit, indicator }: { unit: string; indicator: string }) => {
    const fn = rubric.functions.find(({ key }) => key === unit);
    const text = fn?.indicators.find(({ key }) => key === indicator)?.text;
    return fn && text ? [{ functionName: fn.name[locale], text: text[locale] }] : [];
  };
  return {
    items: items.flatMap((item) => named(item).map((names) => ({ ...item, ...names }))),
    unanswered: unanswered.flatMap(named),
    atTarget,
  };
}
