import type { Assessment } from "#db/assessments";
import type { Localized } from "#rubric/schema";
import type { ScopedContext } from "./context";
import { readOutcome } from "./outcome";
import { rubricOf } from "./rubrics";

/** The short form of a result: enough for a list, a timeline and a profile. Levels are numbers from 1, or null. */
export type Summary = {
  typical: number | null;
  attained: number | null;
  /** Names of the functions that hold the attained stage where it is. */
  binding: Localized[];
  /** Names of the rubric's levels, lowest first. */
  levels: Localized[];
  functions: { key: string; name: Localized; level: number | null; inOverall: boolean }[];
  /** Functions that count in the overall, and how many of them have a result. */
  counted: number;
  withResult: number;
  /** The publication it is taken from; null when it was computed from the judgments as they stand. */
  published: { number: number; at: Date } | null;
};

/**
 * The result of an assessment in short: frozen where it is published, else computed from the judgments. Null where
 * there is none to show: a draft or an open assessment, or, with `live` false, anything that is not published.
 */
export function readSummary(context: ScopedContext, assessment: Assessment, live: boolean): Summary | null {
  if (assessment.state === "draft" || assessment.state === "open") return null;
  const outcome = readOutcome(context, assessment, live);
  if (!outcome) return null;
  const { edition, result } = outcome;
  const rubric = rubricOf(context, assessment);
  const { typical, attained, binding, functions, withResult } = result.score.overall;
  const levelOf = new Map(result.score.functions.map(({ key, level }) => [key, level]));
  return {
    ...{ typical, attained, withResult },
    counted: functions,
    published: edition.kind === "publication" ? { number: edition.number, at: edition.at } : null,
    binding: rubric.functions.filter(({ key }) => binding.includes(key)).map(({ name }) => name),
    levels: rubric.levels.map(({ name }) => name),
    functions: rubric.functions.map(({ key, name }) => ({
      key,
      name,
      level: levelOf.get(key) ?? null,
      inOverall: !assessment.options.leftOut.includes(key),
    })),
  };
}
