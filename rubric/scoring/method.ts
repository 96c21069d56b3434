import { AGREEMENT_DEFINITIONS } from "./definitions/agreement";
import { CHANGE_DEFINITIONS } from "./definitions/change";
import type { Definition } from "./definitions/definition";
import { LEVEL_DEFINITIONS } from "./definitions/level";
import { OVERALL_DEFINITIONS } from "./definitions/overall";

/** Name and version of the method; every result carries them, so that it can be traced and recomputed. */
export const METHOD_NAME = "selaras-panel-method";
export const METHOD_VERSION = "1.0.0";

/** The parts of the method in reading order; thresholds in the texts are the constants that the code uses. */
export const METHOD_SECTIONS = [
  { key: "level", statistics: LEVEL_DEFINITIONS },
  { key: "overall", statistics: OVERALL_DEFINITIONS },
  { key: "agreement", statistics: AGREEMENT_DEFINITIONS },
  { key: "change", statistics: CHANGE_DEFINITIONS },
] as const;

const DEFINITIONS = {
  ...LEVEL_DEFINITIONS,
  ...OVERALL_DEFINITIONS,
  ...AGREEMENT_DEFINITIONS,
  ...CHANGE_DEFINITIONS,
};

export type StatisticKey = keyof typeof DEFINITIONS;
export type StatisticDefinition = Definition & {
  key: StatisticKey;
  section: (typeof METHOD_SECTIONS)[number]["key"];
};

/** Every statistic with its key and section, in reading order: what the method page prints. */
export const STATISTICS: readonly StatisticDefinition[] = METHOD_SECTIONS.flatMap(
  ({ key: section, statistics }) =>
    Object.entries(statistics).map(([key, definition]) => ({
      ...definition,
      key: key as StatisticKey,
      section,
    })),
);

/** The definition of one statistic, e.g. for the sentence that stands beside its figure. */
export function definitionOf(key: StatisticKey): Definition {
  return DEFINITIONS[key];
}
