import { describe, expect, it } from "vitest";
import { anAssessment, aStore, csv, problemsOf, rows } from "~/cli/fixtures";

describe("a bad line", () => {
  it.each([
    "0",
    "5",
    "6",
    "1.5",
    "1,5",
    "3 ",
    " 3",
    "03",
    "+3",
    "-3",
    "3.0",
    "3e0",
    "0x3",
    "٣",
    "３",
    "tiga",
    "[3]",
    "3;4",
    "NaN",
  ])("is one with the level %j", (level) => {
    const { context } = aStore();
    const text = csv(`Ayu,expert,intake,"${level}",,`);
    expect(problemsOf(context, anAssessment(context), text)).toEqual([`2 level: "${level}"`]);
  });

  it.each([
    ["an unknown function", "Ayu,expert,budget,2,,", 'function: "budget"'],
    ["no function", "Ayu,expert,,2,,", "function: nothing"],
    ["an unknown confidence", "Ayu,expert,intake,2,4,", 'confidence: "4"'],
    ["a confidence named like a method", "Ayu,expert,intake,2,constructor,", 'confidence: "constructor"'],
    ["an unknown perspective", "Ayu,boss,intake,2,,", 'perspective: "boss"'],
    ["no assessor", ",expert,intake,2,,", "assessor: nothing"],
    ["half an address", "ayu@,expert,intake,2,,", 'assessor: "ayu@"'],
    ["a newcomer without perspective", "Ayu,,intake,2,,", "perspective: nothing"],
    ["a name that is too long", `${"a".repeat(121)},expert,intake,2,,`, "assessor: 121 characters"],
    [
      "a rationale that is too long",
      `Ayu,expert,intake,2,,${"a".repeat(4001)}`,
      "rationale: 4001 characters",
    ],
  ])("is one with %s", (_, line, expected) => {
    const { context } = aStore();
    expect(problemsOf(context, anAssessment(context), csv(line))).toEqual([`2 ${expected}`]);
  });

  it("is one with another perspective than the panel's or than before", () => {
    const { context } = aStore();
    const id = anAssessment(context, { panel: [{ name: "Sri", perspective: "insider" }] });
    const text = csv("Sri,expert,intake,2,,", "Ayu,expert,intake,2,,", "Ayu,customer,learning,2,,");
    expect(problemsOf(context, id, text)).toEqual(['2 perspective: "expert"', '4 perspective: "customer"']);
  });

  it("is one whose name several members have", () => {
    const { context } = aStore();
    const id = anAssessment(context, { panel: [{ name: "Sri" }, { name: "sri" }] });
    expect(problemsOf(context, id, csv("Sri,,intake,2,,"))).toEqual(['2 assessor: "Sri"']);
  });

  it("is a second judgment of one function by one person, also under another name", () => {
    const { context } = aStore();
    const id = anAssessment(context, { panel: [{ name: "Sri", email: "sri@example.com" }] });
    const text = csv(
      "Sri,,intake,2,,",
      "sri@example.com,,Penerimaan,3,,",
      "Ayu,expert,intake,2,,",
      "AYU,,intake,2,,",
    );
    expect(problemsOf(context, id, text)).toEqual([
      '3 -: a second judgment of "intake" by "sri@example.com"',
      '5 -: a second judgment of "intake" by "AYU"',
    ]);
  });

  it("spoils the whole file, and every other one is listed with it", () => {
    const { context, db } = aStore();
    const id = anAssessment(context);
    const text = csv(
      "Ayu,expert,intake,3,2,",
      "Ayu,expert,resolution,3,2,",
      "Ayu,expert,learning,3,2,",
      'Budi,expert,intake,9,,"dua\nbaris"',
      "Budi,expert,nothing,9,5,",
      "Budi,expert",
    );
    expect(problemsOf(context, id, text)).toEqual([
      '5 level: "9"',
      '7 function: "nothing"',
      '7 level: "9"',
      '7 confidence: "5"',
      "8 -: 2 fields",
    ]);
    for (const table of ["judgment", "panel_member", "submission"]) {
      expect(rows(db, `select * from ${table}`)).toEqual([]);
    }
  });
});
