import { describe, expect, it } from "vitest";
import { anAssessment, aStore, csv, problemsOf, rows } from "~/cli/fixtures";
import { importJudgments } from "./import-judgments";
import { type JudgmentInput, saveJudgment, submitJudgments } from "./judging";

describe("importing again", () => {
  it("leaves alone what is the same and adds a version where it differs", () => {
    const { context, db } = aStore();
    const id = anAssessment(context);
    importJudgments(context, id, csv("Ayu,expert,intake,2,,Dulu", "Ayu,,learning,,,"));
    const again = importJudgments(context, id, csv("Ayu,,intake,3,,Kini", "Ayu,,learning,,,"));
    expect(again).toMatchObject({ stored: 1, unchanged: 1, added: [] });
    expect(rows(db, "select function_key, version, level, rationale from judgment order by id")).toEqual([
      { function_key: "intake", version: 1, level: 2, rationale: "Dulu" },
      { function_key: "learning", version: 1, level: null, rationale: "" },
      { function_key: "intake", version: 2, level: 3, rationale: "Kini" },
    ]);
  });

  function withJudge(given: Partial<JudgmentInput>) {
    const { context, db } = aStore();
    const assessmentId = anAssessment(context, { state: "open", panel: [{ name: "Ayu" }] });
    const memberId = String(rows(db, "select id from panel_member")[0]?.id);
    const assessor = { ...context, actor: { kind: "assessor", memberId, assessmentId } as const };
    const nothing = {
      level: null,
      cannotJudge: null,
      confidence: null,
      rationale: "",
      indicators: {},
    };
    const save = (key: string) => saveJudgment(assessor, key, { ...nothing, ...given });
    return { context, db, assessmentId, assessor, save };
  }

  it("keeps the indicators that an assessor gave", () => {
    const { context, db, assessmentId, save } = withJudge({
      ...{ level: 2, indicators: { "one-list": "met" } },
    });
    save("intake");
    importJudgments(context, assessmentId, csv("Ayu,,intake,3,,"));
    expect(rows(db, "select level, indicators from judgment where version = 2")).toEqual([
      { level: 3, indicators: '{"one-list":"met"}' },
    ]);
  });

  it("takes an empty level for the cannot-judge that is there, with its reason", () => {
    const { context, db, assessmentId, save } = withJudge({ cannotJudge: "outside-expertise" });
    save("intake");
    expect(importJudgments(context, assessmentId, csv("Ayu,,intake,,,"))).toMatchObject({ unchanged: 1 });
    importJudgments(context, assessmentId, csv("Ayu,,intake,,,Bukan bidang saya"));
    expect(rows(db, "select version, cannot_judge from judgment")).toEqual([
      { version: 1, cannot_judge: "outside-expertise" },
      { version: 2, cannot_judge: "outside-expertise" },
    ]);
  });

  it("takes an empty level for a judgment that was only begun", () => {
    const { context, db, assessmentId, save } = withJudge({ rationale: "Catatan" });
    save("intake");
    expect(importJudgments(context, assessmentId, csv("Ayu,,intake,,,"))).toMatchObject({ stored: 1 });
    expect(rows(db, "select cannot_judge from judgment where version = 2")).toEqual([
      { cannot_judge: "other" },
    ]);
  });

  it("changes nothing that an assessor has handed in", () => {
    const { context, db, assessmentId, assessor, save } = withJudge({ level: 2 });
    for (const key of ["intake", "resolution", "learning"]) save(key);
    submitJudgments(assessor);
    const text = csv("Ayu,,intake,2,,", "Ayu,,learning,3,,");
    expect(problemsOf(context, assessmentId, text)).toEqual([
      '3 -: another judgment of "learning" than "Ayu" handed in',
    ]);
    expect(rows(db, "select max(version) as newest from judgment")).toEqual([{ newest: 1 }]);
    expect(importJudgments(context, assessmentId, csv("Ayu,,intake,2,,"))).toMatchObject({ unchanged: 1 });
  });
});
