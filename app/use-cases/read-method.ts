import {
  definitionOf,
  METHOD_NAME,
  METHOD_SECTIONS,
  METHOD_VERSION,
  STATISTICS,
  type StatisticDefinition,
  type StatisticKey,
} from "#rubric/scoring/method";
import type { Locale } from "~/i18n/locale";

export type { StatisticKey };

/** What there is to know of one statistic, in one language. */
export type MethodEntry = {
  key: StatisticKey;
  name: string;
  formula: string;
  reading: string;
  limits: string;
  sources: { text: string; doi?: string }[];
};

export type MethodSection = { key: (typeof METHOD_SECTIONS)[number]["key"]; entries: MethodEntry[] };

/** The whole method as the code computes it: every text comes from the definitions beside the formulas. */
export function readMethod(locale: Locale): { name: string; version: string; sections: MethodSection[] } {
  const sections = METHOD_SECTIONS.map(({ key }) => ({
    key,
    entries: STATISTICS.filter(({ section }) => section === key).map((entry) => inOneLanguage(entry, locale)),
  }));
  return { name: METHOD_NAME, version: METHOD_VERSION, sections };
}

/** What stands beside a figure: what it is called, how to read it, and what it does not say. */
export type Reading = { name: string; reading: string; limits: string };

/** The names and the plain sentences of some statistics, for the places where their figures stand. */
export function readReadings<K extends StatisticKey>(keys: readonly K[], locale: Locale): Record<K, Reading> {
  const entries = keys.map((key) => {
    const { name, reading, limits } = definitionOf(key);
    return [key, { name: name[locale], reading: reading[locale], limits: limits[locale] }];
  });
  return Object.fromEntries(entries);
}

function inOneLanguage(entry: StatisticDefinition, locale: Locale): MethodEntry {
  const { key, sources } = entry;
  const [name, formula] = [entry.name[locale], entry.formula[locale]];
  return { key, name, formula, reading: entry.reading[locale], limits: entry.limits[locale], sources };
}
