import type { Assessment } from "#db/assessments";
import type { Rubric } from "#rubric/schema";
import type { Locale } from "~/i18n/locale";
import { readCompanyAssessments } from "./assessments";
import { whyIncomparable } from "./comparability";
import type { ScopedContext } from "./context";
import { type Edition, frozenOutcome, type Outcome, readOutcome } from "./outcome";
import { readPublicationAt } from "./publish";
import { isReleased } from "./released";
import { rubricOf } from "./rubrics";

/** One assessment in a trend: the level of every function, and its mean as a decimal figure for the direction. */
export type TrendPoint = {
  assessmentId: string;
  title: string;
  asOf: string;
  edition: Edition;
  typical: number | null;
  attained: number | null;
  meanIndex: number | null;
  functions: Record<string, { level: number | null; mean: number | null }>;
};

/** The assessments of a company by one and the same measure, oldest first. */
export type Trend = {
  rubric: { key: string; version: string; name: string };
  levels: { number: number; name: string }[];
  functions: { key: string; name: string }[];
  points: TrendPoint[];
};

/**
 * The trends of a company, one for each measure it was assessed by, the most recently used first. Readers without
 * `live` get what is published; others also what is closed. What is still being judged is no point of a trend.
 */
export function readTrends(
  context: ScopedContext,
  companyId: string,
  { live, locale }: { live: boolean; locale: Locale },
): Trend[] {
  return trendsOf(context, companyId, { live, locale }, (assessment) =>
    readOutcome(context, assessment, live),
  );
}

function trendsOf(
  context: ScopedContext,
  companyId: string,
  { live, locale }: { live: boolean; locale: Locale },
  outcomeOf: (assessment: Assessment) => Outcome | null,
): Trend[] {
  const settled = readCompanyAssessments(context, companyId, ["closed", "published", "archived"]);
  const read = settled.flatMap((assessment) => {
    const outcome = outcomeOf(assessment);
    return outcome ? [{ assessment, outcome }] : [];
  });
  return byMeasure(read)
    .map((group) => trendOf(context, group, { live, locale }))
    .reverse();
}

/**
 * The trend that a report of an assessment stands in, up to that assessment; null where there is none. Beside a
 * publication only what is published counts, whoever reads it, and only as it was published by then.
 */
export function readReportTrend(
  context: ScopedContext,
  { id, companyId, asOf }: Pick<Assessment, "id" | "companyId" | "asOf">,
  { edition, rubric }: { edition: Edition; rubric: { key: string; version: string } },
  locale: Locale,
): Trend | null {
  const live = edition.kind === "live";
  const trends = trendsOf(context, companyId, { live, locale }, (assessment) =>
    edition.kind === "live"
      ? readOutcome(context, assessment, true)
      : outcomeBeside(context, assessment, id, edition),
  );
  const found = trends.find(
    (trend) => trend.rubric.key === rubric.key && trend.rubric.version === rubric.version,
  );
  const points = found?.points.filter((point) => point.asOf <= asOf) ?? [];
  return found && points.length > 0 ? { ...found, points } : null;
}

/** The very publication that is reported, and of the other assessments what was published by then. */
function outcomeBeside(
  context: ScopedContext,
  assessment: Assessment,
  own: string,
  edition: Extract<Edition, { kind: "publication" }>,
): Outcome | null {
  if (assessment.id === own) return readOutcome(context, assessment, true, edition.number);
  const publication =
    isReleased(context, assessment) && readPublicationAt(context, assessment.id, edition.at);
  return publication ? frozenOutcome(publication) : null;
}

type Read = { assessment: Assessment; outcome: Outcome };

/** Groups in the order of their latest assessment; each with its own in the order given. */
function byMeasure(read: Read[]): Read[][] {
  const groups: Read[][] = [];
  for (const one of read) {
    const at = groups.findIndex(([first]) => first && !whyIncomparable(first.assessment, one.assessment));
    const [found = []] = at < 0 ? [] : groups.splice(at, 1);
    groups.push([...found, one]);
  }
  return groups;
}

function trendOf(
  context: ScopedContext,
  group: Read[],
  { live, locale }: { live: boolean; locale: Locale },
): Trend {
  const last = group.at(-1);
  if (!last) throw new Error("a trend has at least one assessment");
  const rubric: Rubric = rubricOf(context, last.assessment);
  const { key, version, name } = rubric;
  return {
    rubric: { key, version, name: name[locale] },
    levels: rubric.levels.map((level, index) => ({ number: index + 1, name: level.name[locale] })),
    functions: rubric.functions.map((fn) => ({ key: fn.key, name: fn.name[locale] })),
    points: group.map((one) => pointOf(one, live)),
  };
}

function pointOf({ assessment, outcome: { edition, result } }: Read, live: boolean): TrendPoint {
  const { id: assessmentId, title, asOf } = assessment;
  const { overall, functions } = result.score;
  const { typical, attained, meanIndex } = overall;
  const shown = (n: number) => live || n >= result.report.minimumGroup;
  return {
    ...{ assessmentId, title, asOf, edition, typical, attained, meanIndex },
    functions: Object.fromEntries(
      functions.map(({ key, level, mean, n }) => [key, { level, mean: shown(n) ? mean : null }]),
    ),
  };
}
