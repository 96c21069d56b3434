import type { Assessment, AssessmentState, AssessmentWithCompany } from "#db/assessments";
import { listMembers } from "#db/panel";
import type { Rubric } from "#rubric/schema";
import { JACKKNIFE_COVERAGE, JACKKNIFE_RATERS } from "#rubric/scoring/jackknife";
import type { Recommendation } from "#rubric/scoring/recommendations";
import type { Agreement, Overall, Score } from "#rubric/scoring/types";
import type { Locale } from "~/i18n/locale";
import type { ScopedContext } from "./context";
import { earlierAssessments } from "./earlier";
import { type Extreme, extremes } from "./findings/extremes";
import { type ReportFunction, reportFunctions } from "./findings/functions";
import type { ReportMaterial } from "./findings/material";
import { type SensitivityView, sensitivityView } from "./findings/sensitivity";
import { optionsAt } from "./options-at";
import { asPublished, type Edition, frozenOutcome, type Outcome, readOutcome } from "./outcome";
import { readPublicationAt } from "./publish";
import { type LevelCheck, readCheck } from "./read-check";
import { isReleased } from "./released";
import { type LocalTexts, localTexts } from "./report-texts";
import type { Result } from "./results";
import { rubricOf } from "./rubrics";
import { readVersions, type Version } from "./versions";
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

export type ReportReader = { live: boolean; answers?: boolean; locale: Locale; version?: number | null };

/**
 * The report of an assessment for one reader: frozen where it is published; computed from the judgments for those
 * who may see that (`live`), which also lets them see who a level hangs on. Of the member check a reader without
 * `answers` gets the state only. Null where there is nothing for them.
 */
export function readReport(
  context: ScopedContext,
  given: AssessmentWithCompany,
  { live, answers = false, locale, version = null }: ReportReader,
): Report | null {
  const outcome = readOutcome(context, given, live, version);
  if (!outcome) return null;
  const assessment = asPublished(given, outcome);
  const rubric = rubricOf(context, assessment);
  const { result, edition, texts } = outcome;
  const before = readPrevious(context, assessment, edition);
  const functions = reportFunctions({
    ...{ result, rubric, locale, options: optionsAt(context, assessment, outcome), seesAll: live },
    previous: new Map(before?.result.score.functions.map(({ key, level }) => [key, level])),
  });
  const { score } = result;
  return {
    assessment: pick(assessment, score),
    company: { id: assessment.companyId, name: assessment.companyName },
    note: assessment.note?.[locale] ?? null,
    ...{ edition, version, texts: localTexts(texts, locale) },
    versions: readVersions(context, assessment.id, { named: live }),
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
      names: live ? new Map(listMembers(context.db, assessment.id).map(({ id, name }) => [id, name])) : null,
    }),
    recommendations: recommendationsOf(result, rubric, locale),
    check:
      edition.kind === "publication"
        ? readCheck(context, assessment, edition.number, { locale, answers, staff: live })
        : null,
  };
}

/** With the quorum that the result was computed with, which may be another by now. */
function pick({ id, title, asOf, state }: AssessmentWithCompany, { quorum }: Score): Report["assessment"] {
  return { id, title, asOf, state, quorum };
}

function basisOf({ source, basisNote }: Rubric, locale: Locale) {
  return { source, basisNote: basisNote[locale] };
}

type Previous = { assessment: { id: string; title: string; asOf: string }; result: Result };

/**
 * The nearest earlier assessment by the same measure that has a result. Beside a publication only what was published
 * by then counts, so that a frozen report does not change when another is corrected.
 */
function readPrevious(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  edition: Edition,
): Previous | null {
  for (const other of earlierAssessments(context, assessment)) {
    const before = outcomeBefore(context, other, edition);
    if (before && before.result.score.overall.withResult > 0) {
      return { assessment: asPublished(other, before), result: before.result };
    }
  }
  return null;
}

function outcomeBefore(context: ScopedContext, other: Assessment, edition: Edition): Outcome | null {
  if (edition.kind === "publication") {
    const publication = isReleased(context, other) && readPublicationAt(context, other.id, edition.at);
    return publication ? frozenOutcome(publication) : null;
  }
  const settled = other.state !== "draft" && other.state !== "open";
  return settled ? readOutcome(context, other, true) : null;
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
