import { describe, expect, it } from "vitest";
import { insertRound } from "#db/rounds";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../../tests/support/factories";
import { refusalOf } from "../../tests/support/refusal";
import { twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { type AssessmentInput, changeState, editAssessment, readAssessment } from "./assessments";
import { readDesk } from "./desk";
import { submitJudgments } from "./judging";
import { readReceipt, reopenJudgments, reopenMember } from "./reopen";

/** A member who has handed in. */
function handedIn(given: Partial<AssessmentInput> = {}) {
  const db = twoWorkspaces();
  const app = { db, context: () => workingContext(db) };
  const open = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC, ...given });
  const { assessmentId } = open;
  const [memberId = ""] = open.members;
  judge(
    app,
    open,
    memberId,
    open.rubric.functions.map(() => 2),
  );
  const actor = { kind: "assessor", memberId, assessmentId } as const;
  const me = () => ({ ...app.context(), actor });
  const openRound = (number: number, kind: "questionnaire" | "workshop") => {
    const functions = open.rubric.functions.slice(0, 1).map(({ key }) => key);
    insertRound(db, { assessmentId, number, kind, functions, openedAt: new Date() });
  };
  const events = () =>
    db.query.auditEvent
      .findMany()
      .sync()
      .filter(({ action }) => action === "judgments.reopen");
  return { app, db, assessmentId, memberId, me, openRound, events };
}

describe("an assessor who was allowed to", () => {
  it("reopens what was handed in, keeps what was judged, and gets another receipt the next time", () => {
    const { me, events } = handedIn();
    const before = readReceipt(me())?.submission.receipt;
    reopenJudgments(me());
    expect(readReceipt(me())).toBeNull();
    const desk = readDesk(me());
    expect(desk.editable).toBe(true);
    expect(desk.tasks.map(({ judgment }) => judgment?.level)).toEqual(desk.tasks.map(() => 2));
    expect(submitJudgments(me()).receipt).not.toBe(before);
    expect(events()).toMatchObject([{ actorKind: "assessor" }]);
    expect(refusalOf(() => reopenJudgments({ ...me(), now: new Date() }))).toBeNull();
    expect(refusalOf(() => reopenJudgments(me()))?.reason).toBe("not-submitted");
  });

  it("cannot once the assessment is closed, nor in a round that nothing was handed in for", () => {
    const closed = handedIn();
    changeState(closed.app.context(), closed.assessmentId, "close");
    expect(refusalOf(() => reopenJudgments(closed.me()))?.reason).toBe("wrong-state");
    const later = handedIn();
    later.openRound(2, "questionnaire");
    expect(refusalOf(() => reopenJudgments(later.me()))?.reason).toBe("not-submitted");
    later.openRound(3, "workshop");
    expect(refusalOf(() => reopenJudgments(later.me()))?.reason).toBe("in-workshop");
  });
});

describe("an assessor who was not allowed to", () => {
  it("cannot, but whoever runs the assessment can, with a reason that is kept and told", () => {
    const { app, db, assessmentId, memberId, me, events } = handedIn({ mayReopen: false });
    expect(refusalOf(() => reopenJudgments(me()))?.reason).toBe("may-not-reopen");
    reopenMember(app.context(), assessmentId, memberId, "Diminta lewat telepon");
    expect(readDesk(me()).editable).toBe(true);
    expect(JSON.parse(events()[0]?.detail ?? "")).toEqual({ memberId, reason: "Diminta lewat telepon" });
    expect(
      db.query.mail
        .findMany()
        .sync()
        .map(({ kind }) => kind),
    ).toEqual(["reopened"]);
    const again = () => reopenMember(app.context(), assessmentId, memberId, "Lagi");
    expect(refusalOf(again)?.reason).toBe("not-submitted");
  });
});

describe("a receipt", () => {
  it("stays to be read when a later round is open, and when the assessment is closed", () => {
    const { app, assessmentId, me, openRound } = handedIn();
    const first = readReceipt(me());
    openRound(2, "questionnaire");
    const later = readReceipt(me());
    expect(later?.submission).toEqual(first?.submission);
    expect(later?.tasks.map(({ judgment }) => judgment?.level)).toEqual(first?.tasks.map(() => 2));
    changeState(app.context(), assessmentId, "close");
    expect(readReceipt(me())?.submission).toEqual(first?.submission);
  });
});

describe("the agreed consensus", () => {
  const settings = { title: "Uji", asOf: "2026-06-30", deadline: null, quorum: 1, leftOut: [] };

  it("is chosen in the draft and stays as it is from the opening on; the other options may change", () => {
    const { app, assessmentId } = handedIn({ consensusGoal: "moderate" });
    const edit = (given: Partial<AssessmentInput>) =>
      refusalOf(() => editAssessment(app.context(), assessmentId, { ...settings, language: "id", ...given }));
    expect(edit({ consensusGoal: "strong" })?.reason).toBe("wrong-state");
    expect(edit({ consensusGoal: "moderate", mayReopen: false, showPrevious: true })).toBeNull();
    expect(readAssessment(app.context(), assessmentId)?.options).toMatchObject({
      ...{ consensusGoal: "moderate", mayReopen: false, showPrevious: true },
    });
  });
});
