import { describe, expect, it } from "vitest";
import { countWords, descriptorsInOrder, levelNumber, parseRubric, RubricError } from "./schema";

const both = (text: string) => ({ id: `${text} (id)`, en: `${text} (en)` });
const words = (count: number) => Array.from({ length: count }, (_, index) => `kata${index}`).join(" ");

function aFunction(key = "intake") {
  return {
    key,
    name: both("Intake"),
    question: both("How?"),
    definition: both("What it is"),
    evidence: [both("A list")],
    informant: both("The head"),
    basis: "authored",
    descriptors: { low: both("Low"), high: both("High") },
    indicators: [{ key: "one-list", level: "high", text: both("There is one list") }],
  };
}

function aRubric(changes: Record<string, unknown> = {}) {
  return {
    key: "tiny",
    version: "1.2.0",
    name: both("Tiny"),
    summary: both("A tiny rubric"),
    source: "A test",
    basisNote: both("Authored"),
    levels: [
      { key: "low", name: both("Low"), meaning: both("Little") },
      { key: "high", name: both("High"), meaning: both("Much") },
    ],
    functions: [aFunction()],
    changelog: [{ version: "1.2.0", date: "2026-06-01", notes: [both("First")] }],
    ...changes,
  };
}

function problemsOf(data: unknown): string[] {
  try {
    parseRubric(data, "tiny.yaml");
  } catch (error) {
    if (error instanceof RubricError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("parseRubric", () => {
  it("returns a sound rubric unchanged", () => {
    expect(parseRubric(aRubric(), "tiny.yaml")).toEqual(aRubric());
  });

  it("trims the spaces that folded YAML leaves around a text", () => {
    expect(parseRubric(aRubric({ source: " A test \n" }), "tiny.yaml").source).toBe("A test");
  });

  it("says what is missing, with file and path", () => {
    expect(problemsOf(aRubric({ name: { id: "Kecil" } }))).toEqual(["tiny.yaml: name.en: is missing"]);
  });

  it("rejects a mistyped field by its name", () => {
    const { definition, ...rest } = aFunction();
    expect(problemsOf(aRubric({ functions: [{ ...rest, defintion: definition }] }))).toEqual([
      "tiny.yaml: functions[0].definition: is missing",
      "tiny.yaml: functions[0].defintion: is not a field that belongs here (a spelling mistake?)",
    ]);
  });

  it("lists every problem on a line of its own", () => {
    const functions = [{ ...aFunction(), basis: "borrowed", evidence: [] }];
    expect(problemsOf(aRubric({ version: 1.2, functions }))).toEqual([
      "tiny.yaml: version: must be text (put it in quotes if it looks like a number or yes/no)",
      "tiny.yaml: functions[0].evidence: needs at least 1 entry",
      "tiny.yaml: functions[0].basis: must be one of: adapted, authored",
    ]);
  });

  it("rejects text that is only spaces", () => {
    expect(problemsOf(aRubric({ source: "  " }))).toEqual(["tiny.yaml: source: is empty"]);
  });

  it.each([null, "text", 7, [], undefined])("refuses %j as a whole file", (data) => {
    expect(problemsOf(data)).toHaveLength(1);
    expect(problemsOf(data)[0]).toMatch(/^tiny\.yaml: (must be a group of named fields|is missing)$/);
  });

  it.each(["Intake", "in take", "-intake", "intake_2", ""])("refuses the key %j", (key) => {
    expect(problemsOf(aRubric({ functions: [aFunction(key)] }))).toEqual([
      expect.stringContaining("tiny.yaml: functions[0].key: may only have lower-case letters"),
    ]);
  });

  it.each(["1.0", "v1.0.0", "01.0.0", "1.0.0-beta"])("refuses the version %j", (version) => {
    expect(problemsOf(aRubric({ version })).join()).toContain("version: must be three numbers with dots");
  });

  it("refuses a date that does not exist", () => {
    const changelog = [{ version: "1.2.0", date: "2026-02-30", notes: [both("First")] }];
    expect(problemsOf(aRubric({ changelog }))).toEqual([
      "tiny.yaml: changelog[0].date: must be a date written as 2026-06-30",
    ]);
  });

  it.each([1, 11])("refuses %i levels", (count) => {
    const levels = Array.from({ length: count }, (_, index) => ({
      key: `l${index}`,
      name: both("L"),
      meaning: both("M"),
    }));
    expect(problemsOf(aRubric({ levels }))[0]).toMatch(
      /^tiny\.yaml: levels: (needs at least 2|may have at most 10)/,
    );
  });
});

describe("the cross checks of parseRubric", () => {
  it("finds repeated keys of functions and of indicators", () => {
    const twice = aFunction();
    twice.indicators = [...twice.indicators, ...twice.indicators];
    expect(problemsOf(aRubric({ functions: [twice, aFunction()] }))).toEqual([
      'tiny.yaml: functions[1].key: "intake" is already used by functions[0]',
      'tiny.yaml: functions[0].indicators[1].key: "one-list" is already used by functions[0].indicators[0]',
    ]);
  });

  it("wants exactly one descriptor per level", () => {
    const functions = [{ ...aFunction(), descriptors: { low: both("Low"), hihg: both("High") } }];
    expect(problemsOf(aRubric({ functions }))).toEqual([
      "tiny.yaml: functions[0].descriptors.high: is missing: every level needs a descriptor",
      "tiny.yaml: functions[0].descriptors.hihg: is not a level (low, high)",
    ]);
  });

  it("does not take an inherited property for a descriptor", () => {
    const levels = [
      { key: "low", name: both("Low"), meaning: both("Little") },
      { key: "constructor", name: both("High"), meaning: both("Much") },
    ];
    const functions = [{ ...aFunction(), descriptors: { low: both("Low") }, indicators: [] }];
    expect(problemsOf(aRubric({ levels, functions }))).toEqual([
      "tiny.yaml: functions[0].descriptors.constructor: is missing: every level needs a descriptor",
    ]);
  });

  it("allows 40 words in a descriptor and refuses 41, per language", () => {
    const descriptors = { low: { id: words(41), en: words(40) }, high: both("High") };
    expect(problemsOf(aRubric({ functions: [{ ...aFunction(), descriptors }] }))).toEqual([
      "tiny.yaml: functions[0].descriptors.low.id: has 41 words; the limit is 40",
    ]);
  });

  it("refuses an indicator of a level that does not exist", () => {
    const indicators = [{ key: "one-list", level: "hgih", text: both("There is one list") }];
    expect(problemsOf(aRubric({ functions: [{ ...aFunction(), indicators }] }))).toEqual([
      'tiny.yaml: functions[0].indicators[0].level: "hgih" is not one of the levels (low, high)',
    ]);
  });

  it("wants a changelog entry for the version itself", () => {
    expect(problemsOf(aRubric({ version: "1.3.0" }))).toEqual([
      "tiny.yaml: changelog: has no entry for this version, 1.3.0",
    ]);
  });
});

describe("reading a rubric", () => {
  it("gives descriptors in the order of the levels, whatever the order in the file", () => {
    const functions = [{ ...aFunction(), descriptors: { high: both("High"), low: both("Low") } }];
    const rubric = parseRubric(aRubric({ functions }), "tiny.yaml");
    const [first] = rubric.functions;
    const rungs = first ? descriptorsInOrder(rubric, first) : [];
    expect(rungs.map(({ number, level, descriptor }) => [number, level.key, descriptor.en])).toEqual([
      [1, "low", "Low (en)"],
      [2, "high", "High (en)"],
    ]);
  });

  it("numbers levels from 1 and knows no others", () => {
    const rubric = parseRubric(aRubric(), "tiny.yaml");
    expect([levelNumber(rubric, "low"), levelNumber(rubric, "high"), levelNumber(rubric, "top")]).toEqual([
      1,
      2,
      null,
    ]);
  });

  it("counts words, not dashes", () => {
    expect(countWords("satu - dua\n tiga-empat 5")).toBe(4);
  });
});
