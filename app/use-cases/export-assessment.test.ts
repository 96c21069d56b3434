import { describe, expect, it } from "vitest";
import { anAssessment, aStore, csv, judged, PANEL, rows } from "~/cli/fixtures";
import { readAssessments, requireAssessment } from "./assessments";
import type { ScopedContext } from "./context";
import { type AssessmentExport, exportAssessment } from "./export-assessment";
import { importJudgments } from "./import-judgments";
import { readJudgments } from "./judgments-csv";
import { seedSample } from "./seed-sample";

/** A store with the sample in it. */
function aSampleStore() {
  const { context, db, services } = aStore();
  seedSample(context, services.root);
  return { context, db };
}

/** What has to be the same after a round trip, to the last digit. */
function resultOf({
  rubric,
  method,
  overall,
  functions,
  agreement,
  sensitivity,
  judgments,
}: AssessmentExport) {
  const answers = judgments?.map(({ cannotJudge: _, ...answer }) => answer);
  return { rubric, method, overall, functions, agreement, sensitivity, answers };
}

describe("a whole export", () => {
  it("carries the result with what it rests on", () => {
    const { context } = aStore();
    const id = judged(context, PANEL);
    const { json, name } = exportAssessment(context, id);
    expect(name).toBe("selaras-pt-uji-2026-06-30");
    expect(json).toMatchObject({
      format: { name: "selaras-assessment", version: 1 },
      assessment: { id, company: "PT Uji", asOf: "2026-06-30", state: "draft", quorum: 3 },
      edition: { kind: "live", state: "draft" },
      rubric: { key: "service-desk", version: "1.0.0", levels: 4 },
      overall: { typical: 3, attained: 1, binding: ["learning"] },
    });
    expect(json.rubric.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(json.functions.map(({ key, level, n, missing }) => [key, level, n, missing])).toEqual([
      ["intake", 3, 7, 0],
      ["resolution", 3, 7, 0],
      ["learning", 1, 4, 3],
    ]);
    expect(json.judgments).toHaveLength(21);
  });

  it("says that the sample is made up", () => {
    const { context } = aSampleStore();
    for (const { id } of readAssessments(context)) {
      expect(exportAssessment(context, id).json.assessment.note?.en).toContain("made up");
    }
  });

  it("names nobody, in neither form", () => {
    const { context, db } = aSampleStore();
    for (const { id } of readAssessments(context)) {
      const { json, csv: file } = exportAssessment(context, id);
      const members = rows(db, "select id, name, email from panel_member where assessment_id = ?", id);
      expect(members.length).toBeGreaterThan(5);
      for (const member of members) {
        for (const secret of Object.values(member)) {
          expect(JSON.stringify(json)).not.toContain(secret);
          expect(file).not.toContain(secret);
        }
      }
    }
  });

  it("numbers the assessors without regard to the order of the panel", () => {
    const { context } = aStore();
    const forth = exportAssessment(context, judged(context, PANEL));
    const back = exportAssessment(context, judged(context, [...PANEL].reverse()));
    expect(back.csv).toBe(forth.csv);
    expect(resultOf(back.json)).toEqual(resultOf(forth.json));
  });

  it("tells a perspective only of groups that can be shown apart", () => {
    const { context } = aStore();
    const { json, csv: file } = exportAssessment(context, judged(context, PANEL));
    // One expert is fewer than three: the smallest other group joins, or the expert could be worked out.
    const shown = new Map(json.judgments?.map(({ assessor, perspective }) => [assessor, perspective]));
    expect([...shown.values()].sort()).toEqual([
      ...new Array(3).fill("insider"),
      ...new Array(4).fill("other"),
    ]);
    for (const { cells } of readJudgments(file).lines)
      expect(cells.perspective).toBe(shown.get(cells.assessor));
  });

  it("names no perspective of a panel below the minimum group", () => {
    const { context } = aStore();
    const { json } = exportAssessment(context, judged(context, PANEL.slice(3, 5)));
    expect(new Set(json.judgments?.map(({ perspective }) => perspective))).toEqual(new Set(["other"]));
  });

  it("has a CSV line for every assessor and function, those without a level too", () => {
    const { context } = aStore();
    const { lines, problems } = readJudgments(exportAssessment(context, judged(context, PANEL)).csv);
    expect(problems).toEqual([]);
    expect(lines).toHaveLength(21);
    expect(lines.filter(({ cells }) => cells.level === "")).toHaveLength(3);
  });

  it("is possible without any judgment", () => {
    const { context } = aStore();
    const exported = exportAssessment(context, anAssessment(context, { panel: [{ name: "Ayu" }] }));
    expect(exported).toMatchObject({ empty: true, json: { overall: { typical: null, attained: null } } });
    expect(exported.json.judgments).toEqual([]);
  });
});

describe("an export that is imported into a fresh assessment", () => {
  function roundTrip(context: ScopedContext, id: string) {
    const { rubricKey, quorum, options } = requireAssessment(context, id);
    const { leftOut } = options;
    const copy = anAssessment(context, { rubricKey, quorum, leftOut });
    importJudgments(context, copy, exportAssessment(context, id).csv);
    return [exportAssessment(context, id), exportAssessment(context, copy)] as const;
  }

  it("gives the same result", () => {
    const { context } = aStore();
    const [before, after] = roundTrip(context, judged(context, PANEL));
    expect(after.csv).toBe(before.csv);
    expect(resultOf(after.json)).toEqual(resultOf(before.json));
  });

  it("gives the same result for both samples, remarks of several lines and all", () => {
    const { context, db } = aSampleStore();
    const remark = "=HYPERLINK(1)\n- satu; \"dua\",\n'tiga'";
    db.$client.prepare("update judgment set rationale = ? where id % 3 = 0").run(remark);
    for (const { id } of readAssessments(context)) {
      const [before, after] = roundTrip(context, id);
      expect(before.csv).toContain("'=HYPERLINK");
      expect(after.csv).toBe(before.csv);
      expect(resultOf(after.json)).toEqual(resultOf(before.json));
    }
  });

  it("gives the same result when somebody has not judged everything", () => {
    const { context } = aStore();
    const id = anAssessment(context, { panel: [{ name: "Diam" }] });
    const lines = ["Ayu,expert,intake,2,,", "Budi,expert,intake,3,,", "Budi,expert,learning,1,,"];
    importJudgments(context, id, csv(...lines));
    const [before, after] = roundTrip(context, id);
    expect(before.json.functions.map(({ missing }) => missing)).toEqual([1, 3, 2]);
    expect(resultOf(after.json).functions).toEqual(resultOf(before.json).functions);
    expect(after.csv).toBe(before.csv);
  });
});
