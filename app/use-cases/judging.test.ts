import { describe, expect, it } from "vitest";
import { findByIdempotencyKey, listHistory } from "#db/judgments";
import { insertRound } from "#db/rounds";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../../tests/support/factories";
import { twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { readAsked, readDesk } from "./desk";
import { Refusal } from "./errors";
import { type JudgmentInput, saveJudgment, saveTogether, submitJudgments } from "./judging";
import { editMember, readMember, readPanel } from "./panel";

const said = (level: number | null, rationale = ""): JudgmentInput => ({
  ...{ level, cannotJudge: null, confidence: null, rationale, indicators: {} },
});

/** One member of an open assessment, and the functions of its rubric. */
function seat() {
  const db = twoWorkspaces();
  const app = { db, context: () => workingContext(db) };
  const { assessmentId, members, rubric } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
  const [memberId = "", ...others] = members;
  const actor = { kind: "assessor", memberId, assessmentId } as const;
  const [fn, ...rest] = rubric.functions.map(({ key }) => key);
  if (!fn) throw new Error("The rubric has no function");
  const context = () => ({ ...app.context(), actor });
  const versions = () => listHistory(app.db, memberId, fn, 1).map(({ rationale }) => rationale);
  return { app, assessmentId, memberId, others, rubric, fn, rest, context, versions };
}

const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, ...error.detail };
    throw error;
  }
  return null;
};

describe("a save with a key", () => {
  it("is stored once, however often it is sent, and acknowledged even after the round was handed in", () => {
    const { app, memberId, fn, rest, context, versions } = seat();
    expect(saveJudgment(context(), fn, said(2, "satu"), { key: "k1", base: 0 })).toBe(1);
    expect(saveJudgment(context(), fn, said(2, "satu"), { key: "k1", base: 0 })).toBe(1);
    expect(saveJudgment(context(), fn, said(2, "dua"), { key: "k2", base: 1 })).toBe(2);
    expect(saveJudgment(context(), fn, said(2, "satu"), { key: "k1", base: 0 })).toBe(1);
    expect(versions()).toEqual(["satu", "dua"]);
    for (const key of rest) saveJudgment(context(), key, said(1));
    submitJudgments(context());
    expect(saveJudgment(context(), fn, said(2, "dua"), { key: "k2", base: 1 })).toBe(2);
    expect(findByIdempotencyKey(app.db, memberId, "k2")?.version).toBe(2);
  });

  it("does not supersede what was saved elsewhere since", () => {
    const { fn, context, versions } = seat();
    saveJudgment(context(), fn, said(2, "telepon"), { key: "phone", base: 0 });
    const late = () => saveJudgment(context(), fn, said(3, "laptop"), { key: "laptop", base: 0 });
    expect(refusal(late)).toEqual({ reason: "stale", version: 1 });
    expect(versions()).toEqual(["telepon"]);
    // The same words from both are no conflict.
    expect(saveJudgment(context(), fn, said(2, "telepon"), { key: "other", base: 0 })).toBe(1);
    expect(saveJudgment(context(), fn, said(3, "laptop"), { key: "mine", base: 1 })).toBe(2);
  });
});

describe("saves at the same moment", () => {
  it("are told each what stands after it, and whether the function is answered", async () => {
    const { fn, context, versions } = seat();
    const answers = await Promise.all([
      saveTogether(context(), fn, said(null, "belum"), { key: "k1", base: 0 }),
      saveTogether(context(), fn, said(3, "sudah"), { key: "k2", base: 1 }),
      saveTogether(context(), fn, said(null, "belum"), { key: "k1", base: 0 }),
      saveTogether(context(), fn, said(3, "sudah"), { base: 0 }),
    ]);
    expect(answers).toEqual([
      { version: 1, done: false },
      { version: 2, done: true },
      // Sent twice: what stands by now is the newer one.
      { version: 1, done: true },
      { version: 2, done: true },
    ]);
    expect(versions()).toEqual(["belum", "sudah"]);
  });

  it("are refused alone", async () => {
    const { fn, rest, context, versions } = seat();
    const [next = ""] = rest;
    const answers = await Promise.allSettled([
      saveTogether(context(), fn, said(2, "satu"), { base: 0 }),
      saveTogether(context(), fn, said(3, "dua"), { base: 0 }),
      saveTogether(context(), next, said(99), {}),
      saveTogether(context(), next, said(4), {}),
    ]);
    expect(
      answers.map((answer) => (answer.status === "fulfilled" ? answer.value : answer.reason.reason)),
    ).toEqual([{ version: 1, done: true }, "stale", "unknown-level", { version: 1, done: true }]);
    expect(versions()).toEqual(["satu"]);
  });
});

describe("a member asked for some functions", () => {
  it("has only those on the desk, in the progress and to hand in", () => {
    const { app, assessmentId, memberId, rubric, fn, context, rest } = seat();
    const { name, email, perspective, weight } = readMember(app.context(), assessmentId, memberId);
    editMember(app.context(), assessmentId, memberId, { name, email, perspective, weight, functions: [fn] });
    expect(readDesk(context()).tasks.map((task) => task.fn.key)).toEqual([fn]);
    const asked = [fn, rest[0] ?? "", "nowhere"].map((key) => readAsked(context(), key));
    expect(asked).toEqual([
      { fn: rubric.functions[0], steps: readDesk(context()).tasks[0]?.steps },
      null,
      null,
    ]);
    expect(refusal(() => saveJudgment(context(), rest[0] ?? "", said(2)))?.reason).toBe("unknown-function");
    saveJudgment(context(), fn, said(2));
    const [first] = readPanel(app.context(), assessmentId);
    expect(first).toMatchObject({ judged: 1, asked: 1, begun: 1 });
    expect(submitJudgments(context()).receipt).toHaveLength(8);
  });
});

describe("a later round", () => {
  it("asks again for its functions and keeps what was said before", async () => {
    const { app, assessmentId, memberId, fn, rubric, context } = seat();
    judge(
      app,
      { assessmentId, rubric },
      memberId,
      rubric.functions.map(() => 2),
    );
    insertRound(app.db, {
      assessmentId,
      number: 2,
      kind: "questionnaire",
      functions: [fn],
      openedAt: new Date(),
    });
    const desk = readDesk(context());
    expect(desk).toMatchObject({ editable: true, submission: null, round: { number: 2 } });
    expect(desk.tasks.map(({ judgment, earlier }) => [judgment, earlier?.level])).toEqual([[null, 2]]);
    const unexplained = saveTogether(context(), fn, said(3), { base: 0 });
    expect(await unexplained).toEqual({ version: 1, done: false });
    const explained = saveTogether(context(), fn, said(3, "berubah"), { base: 1 });
    expect(await explained).toEqual({ version: 2, done: true });
    expect(listHistory(app.db, memberId, fn, 1).map(({ level }) => level)).toEqual([2]);
    expect(listHistory(app.db, memberId, fn, 2).map(({ level }) => level)).toEqual([3, 3]);
  });

  it("is not judged in the questionnaire when it is a workshop", () => {
    const { app, assessmentId, fn, context } = seat();
    insertRound(app.db, { assessmentId, number: 2, kind: "workshop", functions: [fn], openedAt: new Date() });
    expect(readDesk(context()).editable).toBe(false);
    expect(refusal(() => saveJudgment(context(), fn, said(3)))?.reason).toBe("in-workshop");
  });
});
