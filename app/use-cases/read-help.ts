import { descriptorsInOrder, levelNumber, type Rubric } from "#rubric/schema";
import type { Locale } from "~/i18n/locale";
import type { UseCaseContext } from "./context";
import { readRubrics } from "./rubrics";

/** A rubric as a list shows it. */
export type RubricEntry = {
  key: string;
  version: string;
  name: string;
  summary: string;
  functions: number;
  levels: number;
};

/** The newest version of every rubric in the library, in one language. */
export function readRubricEntries(context: UseCaseContext, locale: Locale): RubricEntry[] {
  return readRubrics(context).map(({ rubric }) => entryOf(rubric, locale));
}

function entryOf({ key, version, name, summary, functions, levels }: Rubric, locale: Locale): RubricEntry {
  return {
    key,
    version,
    name: name[locale],
    summary: summary[locale],
    functions: functions.length,
    levels: levels.length,
  };
}

/** A whole rubric to be read, in one language. */
export type RubricGuide = Omit<RubricEntry, "functions" | "levels"> & {
  source: string;
  basisNote: string;
  levels: { number: number; name: string; meaning: string }[];
  functions: {
    key: string;
    name: string;
    question: string;
    definition: string;
    evidence: string[];
    informant: string;
    authored: boolean;
    restatesStages: boolean;
    descriptors: { number: number; name: string; text: string }[];
    indicators: { key: string; text: string; level: number }[];
  }[];
  changelog: { version: string; date: string; notes: string[] }[];
};

/** One rubric, its newest version unless another is asked for; null when the library has none such. */
export function readRubricGuide(
  context: UseCaseContext,
  { key, version }: { key: string; version: string | null },
  locale: Locale,
): RubricGuide | null {
  const found =
    version === null
      ? readRubrics(context).find(({ rubric }) => rubric.key === key)
      : context.rubrics.get(key, version);
  return found ? guideOf(found.rubric, locale) : null;
}

function guideOf(rubric: Rubric, locale: Locale): RubricGuide {
  return {
    ...entryOf(rubric, locale),
    source: rubric.source,
    basisNote: rubric.basisNote[locale],
    levels: rubric.levels.map(({ name, meaning }, index) => ({
      number: index + 1,
      name: name[locale],
      meaning: meaning[locale],
    })),
    functions: rubric.functions.map((fn) => ({
      key: fn.key,
      name: fn.name[locale],
      question: fn.question[locale],
      definition: fn.definition[locale],
      evidence: fn.evidence.map((text) => text[locale]),
      informant: fn.informant[locale],
      authored: fn.basis === "authored",
      restatesStages: fn.restatesStages ?? false,
      descriptors: descriptorsInOrder(rubric, fn).map(({ number, level, descriptor }) => ({
        number,
        name: level.name[locale],
        text: descriptor[locale],
      })),
      indicators: fn.indicators
        .map(({ key, text, level }) => ({ key, text: text[locale], level: levelNumber(rubric, level) ?? 1 }))
        .sort((a, b) => a.level - b.level),
    })),
    changelog: rubric.changelog.map(({ version, date, notes }) => ({
      version,
      date,
      notes: notes.map((note) => note[locale]),
    })),
  };
}
