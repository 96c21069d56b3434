import { descriptorsInOrder, levelNumber, type Rubric, type RubricFunction } from "#rubric/schema";
import type { IndicatorStatus } from "#rubric/scoring/indicators";
import type { FunctionScore } from "#rubric/scoring/types";
import type { Locale } from "~/i18n/locale";
import type { Result } from "../results";
import type { FunctionMaterial } from "./material";

/** How the judgments lie. */
export type Spread = Pick<
  FunctionScore,
  | "distribution"
  | "split"
  | "mean"
  | "consensus"
  | "agreementA"
  | "averageDeviation"
  | "shareOnMode"
  | "interval"
>;

/** What the level after a function's own asks for; `status` null where too few answered an indicator. */
export type NextLevel = {
  number: number;
  name: string;
  descriptor: string;
  indicators: ({ key: string; text: string } & ({ status: null } | IndicatorStatus))[];
};

/** One function of a report, every text in the reader's language. Levels count from 1; null is no result. */
export type ReportFunction = Pick<FunctionScore, "key" | "n" | "missing" | "level" | "reason"> &
  Pick<FunctionMaterial, "groups" | "apart" | "differs" | "evidence" | "withheld" | "calibration"> & {
    number: number;
    name: string;
    definition: string;
    /** Written by the authors of the rubric, not adapted from its source. */
    authored: boolean;
    /** Whether it counts in the overall, and how much. */
    inOverall: boolean;
    weight: number;
    target: number | null;
    /** What its level says of the company. */
    descriptor: string | null;
    /** Null where so few judged that it would show what single persons said. */
    spread: Spread | null;
    next: NextLevel | null;
    previous: number | null;
  };

type FunctionsInput = {
  result: Result;
  rubric: Rubric;
  options: { leftOut: string[]; weights: Record<string, number>; targets: Record<string, number> };
  /** Levels of the assessment before, by function. */
  previous: ReadonlyMap<string, number | null>;
  /** Whether the reader may see the judgments of however few people. */
  seesAll: boolean;
  locale: Locale;
};

/** The functions of a report in the order of the rubric. */
export function reportFunctions(given: FunctionsInput): ReportFunction[] {
  const { result, rubric, options, previous, seesAll, locale } = given;
  return rubric.functions.flatMap((fn, index) => {
    const scored = result.score.functions.find(({ key }) => key === fn.key);
    const material = result.report.functions.find(({ key }) => key === fn.key);
    if (!scored || !material) return [];
    const { key, n, missing, level, reason } = scored;
    const { groups, apart, differs, evidence, withheld, calibration } = material;
    const descriptors = descriptorsInOrder(rubric, fn);
    return {
      ...{ key, n, missing, level, reason, groups, apart, differs, evidence, withheld, calibration },
      number: index + 1,
      name: fn.name[locale],
      definition: fn.definition[locale],
      authored: fn.basis === "authored",
      inOverall: !options.leftOut.includes(key),
      weight: options.weights[key] ?? 1,
      target: options.targets[key] ?? null,
      descriptor: descriptors.find(({ number }) => number === level)?.descriptor[locale] ?? null,
      spread: seesAll || n >= result.report.minimumGroup ? spreadOf(scored) : null,
      next: level === null ? null : nextLevel(rubric, fn, material, level + 1, locale),
      previous: previous.get(key) ?? null,
    };
  });
}

function spreadOf(scored: FunctionScore): Spread {
  const { distribution, split, mean, consensus, agreementA, averageDeviation, shareOnMode, interval } =
    scored;
  return { distribution, split, mean, consensus, agreementA, averageDeviation, shareOnMode, interval };
}

function nextLevel(
  rubric: Rubric,
  fn: RubricFunction,
  material: FunctionMaterial,
  number: number,
  locale: Locale,
): NextLevel | null {
  const next = descriptorsInOrder(rubric, fn).find((entry) => entry.number === number);
  if (!next) return null;
  const indicators = fn.indicators
    .filter(({ level }) => levelNumber(rubric, level) === number)
    .map(({ key, text }) => {
      const known = material.indicators.find((indicator) => indicator.key === key);
      return { ...(known ?? { status: null }), key, text: text[locale] };
    });
  return { number, name: next.level.name[locale], descriptor: next.descriptor[locale], indicators };
}
