import { describe, expect, it } from "vitest";
import { insertRound } from "#db/rounds";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../../tests/support/factories";
import { refusalOf } from "../../tests/support/refusal";
import { twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { readPassed } from "./asking";
import { changeState } from "./assessments";
import { readDesk } from "./desk";
import { saveJudgment } from "./judging";
import { readMail } from "./outbox";
import { editMember, readMember, removeMember } from "./panel";
import { passFunction, readPassOffer } from "./pass-function";

const LEVEL = { level: 2, cannotJudge: null, confidence: null, rationale: "", indicators: {} };

/** Three members; the second is asked for the second function only. */
function panel(given: { named?: boolean } = {}) {
  const db = twoWorkspaces();
  const app = { db, context: () => workingContext(db) };
  const open = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC, ...given });
  const { assessmentId, rubric } = open;
  const [me = "", colleague = "", third = ""] = open.members;
  const keys = rubric.functions.map(({ key }) => key);
  const ask = (memberId: string, functions: string[] | null) => {
    const { name, email, perspective, weight } = readMember(app.context(), assessmentId, memberId);
    editMember(app.context(), assessmentId, memberId, { name, email, perspective, weight, functions });
  };
  ask(colleague, keys.slice(1, 2));
  const as = (memberId: string) => ({
    ...app.context(),
    actor: { kind: "assessor", memberId, assessmentId } as const,
  });
  const asked = (memberId: string) => readMember(app.context(), assessmentId, memberId).functions;
  const pass = (key: string, to: string) => passFunction(as(me), key, { to, note: "Tolong ya" });
  const why = (key: string, to: string) => refusalOf(() => pass(key, to))?.reason;
  return { app, db, open, assessmentId, me, colleague, third, keys, ask, as, asked, pass, why };
}

const THEIRS = "anggota2@example.com";

describe("passing a function on", () => {
  it("moves it from one list to the other, writes it down and tells the colleague without a new link", () => {
    const { app, db, assessmentId, me, colleague, keys, as, asked, pass } = panel();
    const [first = "", second = ""] = keys;
    pass(first, "  Anggota2@Example.com ");
    expect(asked(me)).toEqual(keys.slice(1));
    expect(asked(colleague)).toEqual([first, second]);
    expect(readDesk(as(me)).tasks.map(({ fn }) => fn.key)).not.toContain(first);
    const line = { functionKey: first, giver: me, from: "Anggota 1", to: "Anggota 2" };
    expect(readPassed(app.context(), assessmentId, me)).toEqual([line]);
    expect(readPassed(app.context(), assessmentId, colleague)).toEqual([line]);
    const mail = db.query.mail.findMany().sync();
    expect(mail.map(({ kind, recipient }) => [kind, recipient])).toEqual([["passed", THEIRS]]);
    const text = readMail(app.context(), mail[0]?.id ?? "").text;
    expect(text).toContain("Anggota 1");
    expect(text).toContain("Tolong ya");
    expect(text).not.toContain("/i/");
  });

  it("leaves all functions to whoever has got the last one that was missing", () => {
    const { colleague, keys, ask, asked, pass } = panel();
    ask(colleague, keys.slice(1));
    pass(keys[0] ?? "", THEIRS);
    expect(asked(colleague)).toBeNull();
  });

  it("is refused for what is judged, but not for what was only begun", () => {
    const { keys, as, me, why } = panel();
    saveJudgment(as(me), keys[0] ?? "", LEVEL);
    expect(why(keys[0] ?? "", THEIRS)).toBe("already-judged");
    saveJudgment(as(me), keys[2] ?? "", { ...LEVEL, level: null, rationale: "Nanti" });
    expect(why(keys[2] ?? "", THEIRS)).toBeUndefined();
  });

  it("is refused for the only function one is asked for, and for one that one is not asked for", () => {
    const { keys, me, ask, why } = panel();
    ask(me, keys.slice(3, 4));
    expect(why(keys[3] ?? "", THEIRS)).toBe("last-function");
    expect(why(keys[4] ?? "", THEIRS)).toBe("unknown-function");
  });

  it("is refused to whoever is asked already, has handed in, is oneself or is not there", () => {
    const { app, open, assessmentId, colleague, keys, ask, why } = panel();
    const [first = "", second = ""] = keys;
    expect(why(second, THEIRS)).toBe("already-asked");
    expect(why(first, "anggota3@example.com")).toBe("already-asked");
    expect(why(first, "anggota1@example.com")).toBe("not-in-panel");
    expect(why(first, "entah@example.com")).toBe("not-in-panel");
    // An id is no address: where members are not named to each other, nobody is reached by one.
    expect(why(first, colleague)).toBe("not-in-panel");
    ask(colleague, null);
    judge(
      app,
      open,
      colleague,
      keys.map(() => 2),
    );
    ask(colleague, [second]);
    expect(why(first, THEIRS)).toBe("colleague-submitted");
    removeMember(app.context(), assessmentId, colleague);
    expect(why(first, THEIRS)).toBe("not-in-panel");
  });

  it("is refused once handed in, in a workshop and when the assessment is closed", () => {
    const { app, db, open, assessmentId, me, keys, why } = panel();
    const round = { assessmentId, number: 2, functions: null, openedAt: new Date() };
    judge(
      app,
      open,
      me,
      keys.map(() => 2),
    );
    expect(why(keys[0] ?? "", THEIRS)).toBe("already-submitted");
    insertRound(db, { ...round, kind: "questionnaire", functions: keys });
    insertRound(db, { ...round, kind: "workshop", number: 3, functions: keys.slice(0, 2) });
    expect(why(keys[0] ?? "", THEIRS)).toBe("in-workshop");
    changeState(app.context(), assessmentId, "close");
    expect(why(keys[0] ?? "", THEIRS)).toBe("wrong-state");
  });
});

describe("whom the page offers", () => {
  it("are the free colleagues by name in a named panel, and nobody by name in any other", () => {
    const named = panel({ named: true });
    const offer = readPassOffer(named.as(named.me), named.keys[0] ?? "");
    expect(offer).toMatchObject({ named: true, obstacle: null });
    expect(offer?.colleagues).toEqual([{ id: named.colleague, name: "Anggota 2" }]);
    named.pass(named.keys[0] ?? "", named.colleague);
    expect(named.asked(named.colleague)).toHaveLength(2);
    const grouped = panel();
    expect(readPassOffer(grouped.as(grouped.me), grouped.keys[0] ?? "")).toMatchObject({
      named: false,
      obstacle: null,
      colleagues: [],
    });
  });

  it("is nobody where everybody is asked already", () => {
    const { as, me, colleague, keys, ask } = panel();
    ask(colleague, null);
    expect(readPassOffer(as(me), keys[0] ?? "")?.obstacle).toBe("nobody");
  });
});
