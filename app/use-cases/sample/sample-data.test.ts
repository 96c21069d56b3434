import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { levelNumber, type RubricFunction } from "#rubric/schema";
import { loadRubrics } from "~/rubric-library.server";
import { parseSample, type SampleAssessment, type SampleJudgment, sampleJudgments } from "./sample-data";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const raw = () => parse(readFileSync(path("./sample-assessment.yaml"), "utf8"));
const sample = parseSample(raw());

const rubric = (() => {
  const loaded = loadRubrics([path("../../../rubric/models")]).get(sample.rubric.key, sample.rubric.version);
  if (!loaded) throw new Error("the sample's rubric is not shipped");
  return loaded.rubric;
})();

const wave = (key: string): SampleAssessment => {
  const found = sample.assessments.find((assessment) => assessment.key === key);
  if (!found) throw new Error(`no assessment ${key}`);
  return found;
};

const everyJudgment = sample.assessments.flatMap(sampleJudgments);
const levelsOf = (judgments: SampleJudgment[]) =>
  judgments.flatMap(({ level }) => (level === undefined ? [] : [level])).sort((a, b) => a - b);

/** The lower median by sorting alone: the lower of the two in the middle. */
const lowerMedian = (sorted: number[]) => sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;

const levelPerFunction = (assessment: SampleAssessment): Record<string, number> =>
  Object.fromEntries(
    rubric.functions.map(({ key }) => [
      key,
      lowerMedian(levelsOf(sampleJudgments(assessment).filter(({ functionKey }) => functionKey === key))),
    ]),
  );

const overall = (assessment: SampleAssessment) =>
  lowerMedian(Object.values(levelPerFunction(assessment)).sort((a, b) => a - b));

function consensus(judgments: SampleJudgment[]): "strong" | "moderate" | "split" {
  const levels = levelsOf(judgments);
  const most = Math.max(...levels.map((level) => levels.filter((other) => other === level).length));
  if (most / levels.length >= 0.75) return "strong";
  return levels.every((level) => Math.abs(level - lowerMedian(levels)) <= 1) ? "moderate" : "split";
}

/** The key of the function and its indicators at or below the judged level that were answered "not-met". */
function contradictions(judgment: SampleJudgment, fn: RubricFunction): string[] {
  return fn.indicators
    .filter(({ key, level }) => {
      const required = levelNumber(rubric, level) ?? 0;
      return required <= (judgment.level ?? 0) && judgment.indicators[key] === "not-met";
    })
    .map(({ key }) => `${judgment.person} ${fn.key} ${key}`);
}

describe("the sample assessment", () => {
  it("has every person of the panel judge every function of the rubric, and no other", () => {
    const functionKeys = rubric.functions.map(({ key }) => key);
    for (const assessment of sample.assessments) {
      expect(Object.keys(assessment.judgments)).toEqual(functionKeys);
      for (const byPerson of Object.values(assessment.judgments)) {
        expect(Object.keys(byPerson)).toEqual(assessment.panel);
      }
    }
  });

  it("uses only levels and indicators that the rubric has", () => {
    for (const judgment of everyJudgment) {
      const fn = rubric.functions.find(({ key }) => key === judgment.functionKey);
      const known = fn?.indicators.map(({ key }) => key) ?? [];
      expect(known).toEqual(expect.arrayContaining(Object.keys(judgment.indicators)));
      expect(judgment.level ?? 1).toBeLessThanOrEqual(rubric.levels.length);
    }
  });

  it("comes out at cross-channel, with data alone at the lowest level", () => {
    const levels = levelPerFunction(wave("wave-2026"));
    expect(overall(wave("wave-2026"))).toBe(levelNumber(rubric, "cross"));
    const lowest = Math.min(...Object.values(levels));
    expect(lowest).toBe(levelNumber(rubric, "multi"));
    expect(Object.keys(levels).filter((key) => levels[key] === lowest)).toEqual(["data"]);
  });

  it("was lower a year before, and nowhere higher", () => {
    expect(overall(wave("wave-2025"))).toBe(levelNumber(rubric, "multi"));
    const [before, after] = [levelPerFunction(wave("wave-2025")), levelPerFunction(wave("wave-2026"))];
    for (const { key } of rubric.functions) expect(before[key]).toBeLessThanOrEqual(after[key] ?? 0);
  });

  it("shows strong, moderate and split consensus", () => {
    const { judgments } = wave("wave-2026");
    const classes = Object.keys(judgments).map((key) =>
      consensus(sampleJudgments(wave("wave-2026")).filter(({ functionKey }) => functionKey === key)),
    );
    expect(new Set(classes)).toEqual(new Set(["strong", "moderate", "split"]));
  });

  it("reaches the quorum for every function", () => {
    for (const assessment of sample.assessments) {
      for (const { key } of rubric.functions) {
        const own = sampleJudgments(assessment).filter(({ functionKey }) => functionKey === key);
        expect(levelsOf(own).length).toBeGreaterThanOrEqual(assessment.quorum);
      }
    }
  });

  it("has two perspectives large enough to be shown apart, and people in both panels", () => {
    const { panel, options } = wave("wave-2026");
    const size = (perspective: string) =>
      panel.filter((person) => sample.people[person]?.perspective === perspective).length;
    expect(size("insider")).toBeGreaterThanOrEqual(options.minimumGroup);
    expect(size("customer")).toBeGreaterThanOrEqual(options.minimumGroup);
    expect(panel.filter((person) => wave("wave-2025").panel.includes(person)).length).toBeGreaterThan(1);
  });

  it("has the insiders of the later panel answer every indicator", () => {
    const insiders = sampleJudgments(wave("wave-2026")).filter(
      ({ person }) => sample.people[person]?.perspective === "insider",
    );
    for (const judgment of insiders) {
      const fn = rubric.functions.find(({ key }) => key === judgment.functionKey);
      expect(Object.keys(judgment.indicators)).toEqual(fn?.indicators.map(({ key }) => key));
    }
  });

  it("contradicts its own indicators once, so that the calibration has one case to point out", () => {
    const found = everyJudgment.flatMap((judgment) => {
      const fn = rubric.functions.find(({ key }) => key === judgment.functionKey);
      return fn ? contradictions(judgment, fn) : [];
    });
    expect(found).toEqual(["ratna technology ranked-gaps"]);
  });

  it("gives reasons in most judgments and uses only addresses that belong to nobody", () => {
    const withRationale = everyJudgment.filter(({ rationale }) => rationale !== undefined);
    expect(withRationale.length).toBeGreaterThan(everyJudgment.length / 2);
    for (const { email } of Object.values(sample.people)) expect(email).toMatch(/@example\.com$/);
  });
});

describe("parseSample", () => {
  it("refuses a judgment of somebody who is not on the panel", () => {
    const data = raw();
    data.assessments[0].judgments.data.maya = { level: 2 };
    expect(() => parseSample(data)).toThrow("maya is not on the panel");
  });

  it("refuses a panel member whom the list of people does not know", () => {
    const data = raw();
    data.assessments[0].panel.push("nobody");
    expect(() => parseSample(data)).toThrow("nobody is nobody in people");
  });

  it.each([{}, { level: 3, cannotJudge: "other" }])("refuses %j as a judgment", (judgment) => {
    const data = raw();
    data.assessments[0].judgments.data.ratna = judgment;
    expect(() => parseSample(data)).toThrow("needs either a level or a reason");
  });
});
