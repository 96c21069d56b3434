import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Localized, Rubric } from "#rubric/schema";
import { loadRubrics } from "./rubric-library.server";

const library = loadRubrics([fileURLToPath(new URL("../rubric/models", import.meta.url))]);

const LANGUAGES = ["id", "en"] as const;
/** A level states what is there; these words say what an assessor found missing. */
const FINDINGS = { id: /\bbelum\b|\bkurang\b/i, en: /\bnot yet\b|\bstill lack/i };

const descriptorsOf = (rubric: Rubric): [string, Localized][] =>
  rubric.functions.flatMap((fn) =>
    Object.entries(fn.descriptors).map(([level, text]): [string, Localized] => [`${fn.key} ${level}`, text]),
  );
const statementsOf = (rubric: Rubric): [string, Localized][] => [
  ...descriptorsOf(rubric),
  ...rubric.functions.flatMap((fn) =>
    fn.indicators.map(({ key, text }): [string, Localized] => [`${fn.key} ${key}`, text]),
  ),
];

describe.each(library.all().map(({ rubric }) => [rubric.key, rubric] as const))(
  "the model %s",
  (_key, rubric) => {
    it("has 6 to 10 indicators per function and some for every level above the first", () => {
      const required = rubric.levels.slice(1).map(({ key }) => key);
      for (const fn of rubric.functions) {
        expect(fn.indicators.length, fn.key).toBeGreaterThanOrEqual(6);
        expect(fn.indicators.length, fn.key).toBeLessThanOrEqual(10);
        expect(new Set(fn.indicators.map(({ level }) => level)), fn.key).toEqual(new Set(required));
      }
    });

    it("lists indicators from the lowest level up", () => {
      const order = rubric.levels.map(({ key }) => key);
      for (const fn of rubric.functions) {
        const places = fn.indicators.map(({ level }) => order.indexOf(level));
        expect(places, fn.key).toEqual([...places].sort((a, b) => a - b));
      }
    });

    it("states what is there, with no finding in a descriptor", () => {
      for (const [where, text] of descriptorsOf(rubric)) {
        for (const language of LANGUAGES) expect(text[language], where).not.toMatch(FINDINGS[language]);
      }
    });

    it("writes every statement as one sentence, different in the two languages", () => {
      for (const [where, text] of statementsOf(rubric)) {
        for (const language of LANGUAGES) expect(text[language], where).toMatch(/^[\p{Lu}][^.?!]*\.$/u);
        expect(text.id, where).not.toBe(text.en);
      }
    });

    it("never says the same thing twice", () => {
      for (const language of LANGUAGES) {
        const texts = statementsOf(rubric).map(([, text]) => text[language]);
        expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
      }
    });

    it("asks one question per function", () => {
      for (const { key, question } of rubric.functions) {
        for (const language of LANGUAGES) expect(question[language], key).toMatch(/^[^.?!]+\?$/);
      }
    });
  },
);

describe("the omnichannel maturity model", () => {
  const rubric = library.get("omnichannel-maturity", "1.0.0")?.rubric;

  it("stands first in the list", () => {
    expect(library.latest()[0]?.rubric).toBe(rubric);
  });

  it("has the five levels and nine functions of its source, under their stable keys", () => {
    expect(rubric?.levels.map(({ key }) => key)).toEqual(["single", "multi", "cross", "omni", "optimized"]);
    expect(rubric?.functions.map(({ key }) => key)).toEqual([
      "definition",
      "strategy",
      "data",
      "technology",
      "process",
      "roadmap",
      "people",
      "organisation",
      "budget",
    ]);
  });

  it("marks the budget as written by ourselves and the definition as restating the levels", () => {
    expect(rubric?.functions.filter(({ basis }) => basis === "authored").map(({ key }) => key)).toEqual([
      "budget",
    ]);
    expect(rubric?.functions.filter((fn) => fn.restatesStages).map(({ key }) => key)).toEqual(["definition"]);
  });
});
