import { describe, expect, it } from "vitest";
import { listHistory, listMemberJudgments } from "#db/judgments";
import { findSubmission } from "#db/panel";
import { insertRound } from "#db/rounds";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../../tests/support/factories";
import { refusalOf } from "../../tests/support/refusal";
import { twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { changeState } from "./assessments";
import { saveJudgment } from "./judging";
import { editMember, readMember } from "./panel";
import { type PaperAnswer, readQuestionnaire, savePaper } from "./paper";

const EMPTY = { level: null, cannotJudge: null, confidence: null, rationale: "", indicators: {} };

function desk() {
  const db = twoWorkspaces();
  const app = { db, context: () => workingContext(db) };
  const open = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
  const { assessmentId, members, rubric } = open;
  const [memberId = ""] = members;
  const keys = rubric.functions.map(({ key }) => key);
  const [first = "", second = ""] = keys;
  const answer = (functionKey: string, given: Partial<PaperAnswer>): PaperAnswer => ({
    ...EMPTY,
    base: 0,
    ...given,
    functionKey,
  });
  const save = (answers: PaperAnswer[], handIn = false) =>
    savePaper(app.context(), assessmentId, memberId, { answers, handIn });
  const why = (answers: PaperAnswer[], handIn = false) => refusalOf(() => save(answers, handIn));
  const stored = (key: string) => listHistory(db, memberId, key, 1);
  const assessor = () => ({
    ...app.context(),
    actor: { kind: "assessor", memberId, assessmentId } as const,
  });
  const narrow = (functions: string[]) => {
    const { name, email, perspective, weight } = readMember(app.context(), assessmentId, memberId);
    editMember(app.context(), assessmentId, memberId, { name, email, perspective, weight, functions });
  };
  return {
    app,
    db,
    open,
    assessmentId,
    memberId,
    keys,
    first,
    second,
    answer,
    save,
    why,
    stored,
    assessor,
    narrow,
  };
}

describe("answers from paper", () => {
  it("are stored as such, all at once, in one line of the audit log; what is empty is no answer", () => {
    const { db, memberId, keys, first, second, answer, save, stored } = desk();
    const report = save([
      answer(first, { level: 3, confidence: 2, rationale: "Dari kertas" }),
      answer(second, { cannotJudge: "outside-expertise", confidence: 3 }),
      ...keys.slice(2).map((key) => answer(key, {})),
    ]);
    expect(report).toEqual({ changed: [first, second], receipt: null });
    expect(listMemberJudgments(db, memberId, 1).map(({ source }) => source)).toEqual(["paper", "paper"]);
    expect(stored(second)).toMatchObject([{ cannotJudge: "outside-expertise", confidence: null }]);
    const events = db.query.auditEvent
      .findMany()
      .sync()
      .filter(({ action }) => action === "judgment.paper");
    expect(events).toMatchObject([{ actorKind: "user", objectId: memberId }]);
    expect(JSON.parse(events[0]?.detail ?? "")).toEqual({ functions: [first, second] });
  });

  it("make a version only of what differs from what is stored", () => {
    const { db, first, second, answer, save, stored } = desk();
    const same = answer(first, { level: 3, indicators: {}, base: 1 });
    save([answer(first, { level: 3 }), answer(second, { level: 1 })]);
    const events = db.query.auditEvent.findMany().sync().length;
    expect(save([same, answer(second, { level: 1, base: 1 })]).changed).toEqual([]);
    expect(db.query.auditEvent.findMany().sync()).toHaveLength(events);
    expect(save([same, answer(second, { level: 2, base: 1 })]).changed).toEqual([second]);
    expect(stored(first)).toHaveLength(1);
    expect(stored(second).map(({ level }) => level)).toEqual([1, 2]);
  });

  it("do not cover what the assessor saved meanwhile, and nothing of the form is stored then", () => {
    const { first, second, answer, why, save, stored, assessor } = desk();
    saveJudgment(assessor(), first, { ...EMPTY, level: 5 });
    const form = [answer(first, { level: 2 }), answer(second, { level: 2 })];
    expect(why(form)).toEqual({ reason: "stale", detail: { functions: first } });
    expect(stored(second)).toEqual([]);
    // A function that nothing was entered for is left to the assessor.
    expect(save([answer(first, {}), answer(second, { level: 2 })]).changed).toEqual([second]);
    expect(stored(first).map(({ level }) => level)).toEqual([5]);
    expect(save([answer(first, { level: 2, base: 1 })]).changed).toEqual([first]);
    expect(stored(first).map(({ level, source }) => [level, source])).toEqual([
      [5, "assessor"],
      [2, "paper"],
    ]);
  });

  it("are handed in only complete, and then count as handed in", () => {
    const { db, memberId, keys, first, answer, why, save, stored } = desk();
    expect(why([answer(first, { level: 2 })], true)?.reason).toBe("incomplete");
    expect(stored(first)).toEqual([]);
    const { receipt } = save(
      keys.map((key) => answer(key, { level: 2 })),
      true,
    );
    expect(findSubmission(db, memberId, 1)?.receipt).toBe(receipt);
    expect(why([answer(first, { level: 3, base: 1 })])?.reason).toBe("already-submitted");
  });

  it("are refused for a function not asked, a level not there, in a workshop and when closed", () => {
    const { app, db, assessmentId, keys, first, second, answer, why, narrow } = desk();
    expect(why([answer(first, { level: 9 })])?.reason).toBe("unknown-level");
    narrow([first]);
    expect(why([answer(second, { level: 2 })])?.reason).toBe("unknown-function");
    const round = { assessmentId, number: 2, functions: keys, openedAt: new Date() };
    insertRound(db, { ...round, kind: "workshop" });
    expect(why([answer(first, { level: 2 })])?.reason).toBe("in-workshop");
    changeState(app.context(), assessmentId, "close");
    expect(why([answer(first, { level: 2 })])?.reason).toBe("wrong-state");
  });

  it("go into the round that is going on, and those before stay", () => {
    const { app, db, open, memberId, keys, first, answer, save, stored } = desk();
    judge(
      app,
      open,
      memberId,
      keys.map(() => 2),
    );
    insertRound(db, {
      ...{ assessmentId: open.assessmentId, number: 2, kind: "questionnaire" },
      ...{ functions: [first], openedAt: new Date() },
    });
    save([answer(first, { level: 3, rationale: "Berubah" })], true);
    expect(stored(first).map(({ level }) => level)).toEqual([2]);
    expect(listMemberJudgments(db, memberId, 2)).toMatchObject([{ level: 3, source: "paper" }]);
  });
});

describe("the questionnaire to print", () => {
  it("has the functions of its member, or all of them when it is blank", () => {
    const { app, assessmentId, memberId, keys, second, narrow } = desk();
    narrow([second]);
    const printed = (member: string | null) =>
      readQuestionnaire(app.context(), assessmentId, member).tasks.map(({ fn }) => fn.key);
    expect(printed(memberId)).toEqual([second]);
    expect(printed(null)).toEqual(keys);
    expect(refusalOf(() => printed("nobody"))?.reason).toBe("not-found");
  });
});
