import { describe, expect, it } from "vitest";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../../tests/support/factories";
import { refusalOf } from "../../tests/support/refusal";
import { account, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { readThinFunctions } from "./asking";
import { readOverview } from "./assessment-overview";
import { changeState, requireAssessment } from "./assessments";
import { declineSeat, undeclineSeat } from "./decline";
import { submitJudgments } from "./judging";
import { inviteMember, readPanel, remindMember, remindUnsubmitted } from "./panel";
import { readPassOffer } from "./pass-function";
import { readRounds } from "./rounds";
import { openRound, planRound } from "./rounds-open";

function scene() {
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  const app = { db, context: () => workingContext(db) };
  const open = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC, quorum: 2 });
  const { assessmentId } = open;
  const [first = "", second = "", third = ""] = open.members;
  const as = (memberId: string) => ({
    ...app.context(),
    actor: { kind: "assessor", memberId, assessmentId } as const,
  });
  const member = (id: string) => readPanel(app.context(), assessmentId).find((one) => one.id === id);
  const actions = () =>
    db.$client
      .prepare("select action from audit_event where action like 'member.%cline' order by rowid")
      .pluck()
      .all();
  return { app, open, assessmentId, first, second, third, as, member, actions };
}

describe("a member who declines", () => {
  it("is reminded no more, and shown as declined with the reason", () => {
    const { app, assessmentId, first, second, as, actions } = scene();
    for (const id of [first, second]) inviteMember(app.context(), assessmentId, id);
    declineSeat(as(first), "Cuti panjang");
    expect(remindUnsubmitted(app.context(), assessmentId).map((link) => link.member.id)).toEqual([second]);
    const { members } = readOverview(app.context(), requireAssessment(app.context(), assessmentId));
    expect(members.find(({ id }) => id === first)).toMatchObject({
      stage: "declined",
      declineReason: "Cuti panjang",
    });
    declineSeat(as(first), "Lain");
    expect(actions()).toEqual(["member.decline"]);
  });

  it("can take it back while the assessment is open", () => {
    const { app, assessmentId, first, as, member, actions } = scene();
    declineSeat(as(first), "Cuti");
    undeclineSeat(as(first));
    expect(member(first)).toMatchObject({ declinedAt: null, declineReason: "" });
    undeclineSeat(as(first));
    expect(actions()).toEqual(["member.decline", "member.undecline"]);
    declineSeat(as(first), "");
    changeState(app.context(), assessmentId, "close");
    expect(refusalOf(() => undeclineSeat(as(first)))?.reason).toBe("wrong-state");
    expect(refusalOf(() => declineSeat(as(first), ""))?.reason).toBe("wrong-state");
  });

  it("is asked again by a new invitation, and by handing in", () => {
    const { app, open, assessmentId, first, second, as, member } = scene();
    declineSeat(as(first), "Cuti");
    inviteMember(app.context(), assessmentId, first);
    expect(member(first)?.declinedAt).toBeNull();
    declineSeat(as(second), "Sibuk");
    judge(
      app,
      open,
      second,
      open.rubric.functions.map(() => 3),
    );
    expect(member(second)).toMatchObject({ declinedAt: null, submittedAt: expect.any(Date) });
    expect(refusalOf(() => declineSeat(as(second), ""))?.reason).toBe("already-submitted");
    expect(refusalOf(() => submitJudgments(as(second)))?.reason).toBe("already-submitted");
  });

  it("is not asked in the next round, and not counted where the panel is", () => {
    const { app, open, assessmentId, first, second, third, as } = scene();
    const all = open.rubric.functions.map(() => 3);
    for (const id of [first, second]) judge(app, open, id, all);
    declineSeat(as(third), "");
    const context = app.context();
    expect(readRounds(context, assessmentId).stages[0]).toMatchObject({ asked: 2, handedIn: 2 });
    expect(planRound(context, assessmentId, "all")).toMatchObject({ asked: 2, notAsked: 1, notHandedIn: 0 });
    expect(openRound(context, assessmentId, { functions: "all" }).map((link) => link.member.id)).toEqual([
      first,
      second,
    ]);
  });

  it("is not counted among those asked for a function", () => {
    const { app, open, assessmentId, second, third, as } = scene();
    const [some = "", ...others] = open.rubric.functions.map(({ key }) => key);
    const functions = JSON.stringify([some]);
    app.db.$client.prepare("update panel_member set functions = ? where id = ?").run(functions, second);
    const thin = () => readThinFunctions(app.context(), assessmentId).map(({ key }) => key);
    expect(thin()).toEqual([]);
    declineSeat(as(third), "");
    expect(thin()).toEqual(others);
  });

  it("is offered no function of a colleague", () => {
    const { app, open, first, second, as } = scene();
    const key = open.rubric.functions[0]?.key ?? "";
    const functions = JSON.stringify([open.rubric.functions[1]?.key]);
    app.db.$client.prepare("update panel_member set functions = ? where id = ?").run(functions, second);
    expect(readPassOffer(as(first), key)?.obstacle).toBeNull();
    declineSeat(as(second), "");
    expect(readPassOffer(as(first), key)?.obstacle).toBe("nobody");
  });
});

describe("reminding one member", () => {
  it("makes a link for them alone, and is refused where there is nothing to remind of", () => {
    const { app, assessmentId, first, second, as } = scene();
    for (const id of [first, second]) inviteMember(app.context(), assessmentId, id);
    const links = remindMember(app.context(), assessmentId, first);
    expect(links.map((link) => link.member.id)).toEqual([first]);
    declineSeat(as(second), "");
    const reason = (id: string) => refusalOf(() => remindMember(app.context(), assessmentId, id))?.reason;
    expect(reason(second)).toBe("not-to-remind");
    expect(reason("nobody")).toBe("not-found");
    changeState(app.context(), assessmentId, "close");
    expect(reason(first)).toBe("wrong-state");
  });
});
