import { describe, expect, it } from "vitest";
import { listAudit } from "#db/audit-log";
import { listHistory } from "#db/judgments";
import { insertRound } from "#db/rounds";
import { insertWorkshop } from "#db/workshops";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../../tests/support/factories";
import { account, NOW, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { changeState } from "./assessments";
import { readDesk } from "./desk";
import { Refusal } from "./errors";
import { type JudgmentInput, saveJudgment, submitJudgments } from "./judging";
import { readOutbox } from "./outbox";
import { addMember, editMember, readMember, readPanel, remindUnsubmitted } from "./panel";
import { openFunctions, readRounds } from "./rounds";
import { readFeedback } from "./rounds-feedback";
import { keepJudgment } from "./rounds-keep";
import { openRound, planRound, type RoundChoice } from "./rounds-open";

type Given = Partial<JudgmentInput>;

const said = (level: number | null, given: Given = {}): JudgmentInput => ({
  ...{ level, cannotJudge: level === null ? "no-information" : null, confidence: null, rationale: "" },
  ...{ indicators: {}, ...given },
});

/** Levels of the first functions; on all others everybody says 3. */
const row = (...levels: (number | null)[]) => [...levels, ...new Array<number>(9 - levels.length).fill(3)];

/** An open assessment with a panel of five; one row of levels a member who has handed in. */
function scene(rows: (number | null)[][], given: Parameters<typeof anOpenAssessment>[1] = {}) {
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  const app = { db, context: () => workingContext(db) };
  const open = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC, quorum: 3, ...given });
  for (const number of [4, 5]) {
    const person = { name: `Anggota ${number}`, email: `anggota${number}@example.com` };
    const more = { ...person, perspective: "expert", weight: 1 } as const;
    open.members.push(addMember(app.context(), open.assessmentId, more));
  }
  rows.forEach((levels, index) => {
    judge(app, open, open.members[index] ?? "", levels);
  });
  const { assessmentId, rubric, members } = open;
  const [first = "", second = "", ...rest] = rubric.functions.map(({ key }) => key);
  const as = (index: number) => {
    const memberId = members[index] ?? "";
    return { ...app.context(), actor: { kind: "assessor", memberId, assessmentId } as const };
  };
  const open2 = (functions: RoundChoice = "open") => openRound(app.context(), assessmentId, { functions });
  const rounds = () => readRounds(app.context(), assessmentId);
  const track = (key: string) => {
    const found = rounds().functions.find((fn) => fn.key === key);
    if (!found) throw new Error(`no function ${key}`);
    return found;
  };
  return { db, app, assessmentId, members, first, second, rest, as, open2, rounds, track };
}

/** First function 2 2 3 4 5 (split), second 3 3 3 3 4 (strong), all others 3. */
const SPLIT = [row(2, 3), row(2, 3), row(3, 3), row(4, 3), row(5, 4)];

const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return null;
};

describe("the first round", () => {
  it("has no movement, and keeps open what has not reached the goal", () => {
    const { rounds, track, first, second } = scene(SPLIT);
    expect(rounds()).toMatchObject({ next: 2, begun: true, goal: "strong" });
    expect(rounds().stages).toMatchObject([{ kind: "questionnaire", first: 1, asked: 5, handedIn: 5 }]);
    expect(openFunctions(rounds().functions)).toEqual([first]);
    expect(track(first)).toMatchObject({ verdict: "open", reachedIn: null, stages: [{ movement: null }] });
    expect(track(first).stages[0]?.score.distribution).toEqual([0, 2, 1, 1, 1]);
    expect(track(second)).toMatchObject({ verdict: "consensus", reachedIn: 0 });
  });

  it("lets strong satisfy the moderate goal", () => {
    const rows = [row(2), row(2), row(3), row(3), row(3)];
    expect(scene(rows).track(scene(rows).first).verdict).toBe("open");
    const moderate = scene(rows, { consensusGoal: "moderate" });
    expect(moderate.track(moderate.first).verdict).toBe("consensus");
    expect(moderate.track(moderate.second).verdict).toBe("consensus");
  });

  it("tells too few judgments from a lack of consensus", () => {
    const { track, first } = scene([row(2), row(2)]);
    expect(track(first)).toMatchObject({ verdict: "no-result" });
  });
});

describe("opening a round", () => {
  it("asks the members again, with a message and a new link each, and tells the audit log", () => {
    const { app, assessmentId, open2, rounds, first, members } = scene(SPLIT.slice(0, 4));
    const links = open2();
    expect(links.map(({ member }) => member.id)).toEqual(members);
    expect(new Set(links.map(({ token }) => token)).size).toBe(5);
    expect(rounds()).toMatchObject({ next: 3, stages: [{}, { functions: [first], asked: 5, handedIn: 0 }] });
    const posted = readOutbox(app.context()).filter(({ kind }) => kind === "round");
    expect(posted.map(({ recipient }) => recipient).sort()).toEqual(
      members.map((_, index) => `anggota${index + 1}@example.com`),
    );
    const progress = readPanel(app.context(), assessmentId);
    expect(progress.map(({ asked, judged, submittedAt }) => [asked, judged, submittedAt])).toEqual(
      members.map(() => [1, 0, null]),
    );
    expect(listAudit(app.db, "w", { limit: 40 }).map(({ action }) => action)).toContain("round.open");
  });

  it("leaves out members who are asked for none of the functions, who have an empty desk then", () => {
    const { app, assessmentId, members, first, second, open2, as } = scene(SPLIT.slice(0, 4));
    const last = members[4] ?? "";
    const member = readMember(app.context(), assessmentId, last);
    const { name, email, perspective, weight } = member;
    editMember(app.context(), assessmentId, last, { name, email, perspective, weight, functions: [second] });
    expect(planRound(app.context(), assessmentId, [first])).toMatchObject({
      asked: 4,
      notAsked: 1,
      notHandedIn: 1,
    });
    expect(open2([first]).map((link) => link.member.id)).not.toContain(last);
    expect(readDesk(as(4))).toMatchObject({ tasks: [], editable: false });
    expect(refusal(() => submitJudgments(as(4)))).toBe("nothing-to-ask");
    expect(remindUnsubmitted(app.context(), assessmentId).map((link) => link.member.id)).not.toContain(last);
  });

  it("says how many have not handed in, and counts what they saved", () => {
    const { app, assessmentId, as, first, open2, track } = scene(SPLIT.slice(0, 4));
    saveJudgment(as(4), first, said(1));
    expect(planRound(app.context(), assessmentId, "open")).toMatchObject({ number: 2, notHandedIn: 1 });
    open2();
    expect(track(first).stages[0]?.score.distribution).toEqual([1, 2, 1, 1, 0]);
    expect(readDesk(as(4)).tasks[0]?.earlier?.level).toBe(1);
  });

  it.each([
    ["a closed assessment", "wrong-state"],
    ["a workshop that goes on", "workshop-running"],
    ["nothing judged", "nothing-judged"],
    ["no function chosen", "nothing-to-ask"],
    ["an unknown function", "unknown-function"],
    ["a round that was opened meanwhile", "later-round"],
  ])("refuses %s", (what, reason) => {
    const made = scene(what === "nothing judged" ? [] : SPLIT);
    const { app, db, assessmentId, first } = made;
    if (what === "a closed assessment") changeState(app.context(), assessmentId, "close");
    if (what === "a workshop that goes on") {
      insertWorkshop(db, { id: "ws", assessmentId, agenda: [first], startedAt: NOW });
    }
    const functions = { "no function chosen": [], "an unknown function": ["nope"] }[what] ?? [first];
    if (what === "a round that was opened meanwhile") made.open2();
    expect(refusal(() => openRound(app.context(), assessmentId, { functions, number: 2 }))).toBe(reason);
  });
});

describe("judging again", () => {
  it("keeps the words, confidence and indicators of an answer that is kept, in one tap or by the same level", () => {
    const { db, first, open2, as, members, rest } = scene([]);
    const indicator = readDesk(as(0)).tasks[0]?.fn.indicators[0]?.key ?? "";
    const before = said(2, {
      confidence: 3,
      rationale: "Terlihat di toko",
      indicators: { [indicator]: "met" },
    });
    for (const member of [0, 1]) saveJudgment(as(member), first, before);
    open2([first, rest[0] ?? ""]);
    keepJudgment(as(0), first);
    saveJudgment(as(1), first, said(2));
    for (const member of [0, 1]) {
      const rows = listHistory(db, members[member] ?? "", first, 2);
      expect(rows).toMatchObject([{ ...before, round: 2, source: "assessor" }]);
      expect(readDesk(as(member)).tasks[0]?.judgment).toMatchObject({ rationale: "Terlihat di toko" });
    }
    expect(listHistory(db, members[0] ?? "", first, 1)).toMatchObject([before]);
    expect(refusal(() => keepJudgment(as(0), rest[0] ?? ""))).toBe("unknown-function");
  });

  it("is not done with another level until a new reason is given; a draft without one is stored", () => {
    const { first, open2, as } = scene([]);
    saveJudgment(as(0), first, said(2, { rationale: "Lama" }));
    open2([first]);
    saveJudgment(as(0), first, said(3));
    expect(refusal(() => submitJudgments(as(0)))).toBe("incomplete");
    saveJudgment(as(0), first, said(3, { rationale: "Lama" }));
    expect(refusal(() => submitJudgments(as(0)))).toBe("incomplete");
    saveJudgment(as(0), first, said(3, { rationale: "Kasir cabang juga terhubung" }));
    expect(submitJudgments(as(0))).toMatchObject({ round: 2 });
    expect(readDesk(as(0)).receipts.map(({ round }) => round)).toEqual([2]);
  });

  it("needs no reason where there was no level, nor for saying that one cannot judge", () => {
    const { first, second, open2, as } = scene([]);
    saveJudgment(as(0), first, said(null));
    saveJudgment(as(0), second, said(4));
    open2([first, second]);
    saveJudgment(as(0), first, said(3));
    saveJudgment(as(0), second, said(null));
    expect(submitJudgments(as(0))).toMatchObject({ round: 2 });
  });
});

describe("movement", () => {
  it("is told for those who answered again, from the median before, until the rule is met", () => {
    const { first, open2, as, track, rounds } = scene(SPLIT);
    open2();
    const why = { rationale: "Saya sepakat" };
    saveJudgment(as(0), first, said(3, why));
    saveJudgment(as(1), first, said(1, why));
    saveJudgment(as(2), first, said(3));
    expect(track(first).stages[1]?.movement).toMatchObject({ towards: 1, away: 1, unmoved: 1, notAgain: 2 });
    saveJudgment(as(1), first, said(3, why));
    saveJudgment(as(3), first, said(3, why));
    expect(track(first)).toMatchObject({ verdict: "consensus", reachedIn: 1 });
    expect(track(first).stages[1]).toMatchObject({ movement: { towards: 3, unmoved: 1, notAgain: 1 } });
    expect(openFunctions(rounds().functions)).toEqual([]);
  });

  it("ends in stability where everybody keeps a split", () => {
    const { first, open2, as, track } = scene(SPLIT);
    open2();
    for (const member of [0, 1, 2, 3, 4]) keepJudgment(as(member), first);
    expect(track(first)).toMatchObject({ verdict: "stable", reachedIn: null });
    expect(track(first).stages[1]?.movement).toMatchObject({ unmoved: 5 });
  });

  it("takes votes of one workshop as one stage", () => {
    const { db, assessmentId, first, second, rounds, track } = scene(SPLIT);
    const vote = { assessmentId, kind: "workshop", openedAt: NOW } as const;
    insertRound(db, { ...vote, number: 2, functions: [first] });
    insertRound(db, { ...vote, number: 3, functions: [second] });
    expect(rounds().stages).toMatchObject([{ first: 1 }, { kind: "workshop", first: 2, last: 3 }]);
    expect(track(first).stages[1]?.movement).toMatchObject({ notAgain: 5, unmoved: 0 });
  });
});

describe("what an assessor sees of the panel", () => {
  it("is the distribution and the others' reasons as they stood before the round", () => {
    const { first, as, open2 } = scene([]);
    [2, 2, 4].forEach((level, index) => {
      saveJudgment(as(index), first, said(level, { rationale: `Alasan ${index + 1}` }));
    });
    expect(readFeedback(as(0), readDesk(as(0)), first)).toBeNull();
    open2([first]);
    saveJudgment(as(1), first, said(5, { rationale: "Sesudahnya" }));
    const seen = readFeedback(as(0), readDesk(as(0)), first);
    expect(seen?.distribution).toEqual([0, 2, 0, 1, 0]);
    expect([...(seen?.rationales ?? [])].sort()).toEqual(["Alasan 2", "Alasan 3"]);
  });

  it("is nothing below the smallest group that may be shown", () => {
    const { first, as, open2 } = scene([]);
    for (const member of [0, 1]) saveJudgment(as(member), first, said(2, { rationale: "Rahasia" }));
    open2([first]);
    expect(readFeedback(as(0), readDesk(as(0)), first)).toEqual({
      distribution: null,
      rationales: null,
      minimumGroup: 3,
    });
  });
});
