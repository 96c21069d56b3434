import { describe, expect, it } from "vitest";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../../tests/support/factories";
import { twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { changeState, requireAssessment } from "./assessments";
import { readDesk } from "./desk";
import { Refusal } from "./errors";
import { saveJudgment } from "./judging";
import { editMember, readMember, readPanel, removeMember } from "./panel";
import { computeResult, readBasis } from "./results";
import { readPulse } from "./workshop-pulse";
import { readWorkshopSeat } from "./workshop-seat";
import { readPastWorkshops, readStage } from "./workshop-stage";
import { castVote, type VoteInput } from "./workshop-vote";
import { endWorkshop, openVote, revealVote, saveVoteNotes, startWorkshop } from "./workshops";

const said = (level: number | null): VoteInput => ({
  level,
  cannotJudge: level === null ? "no-information" : null,
  confidence: null,
});

/** A panel of three that has handed in; each row is one member's levels. */
function room(levels: number[][] = [], minimumGroup: 1 | 3 = 3) {
  const db = twoWorkspaces();
  const app = { db, context: () => workingContext(db, "system") };
  const context = () => ({ ...app.context(), actor: { kind: "system", name: "test" } as const });
  const there = { context };
  const given = { rubricKey: MAIN_RUBRIC, named: minimumGroup === 1 };
  const { assessmentId, members, rubric } = anOpenAssessment(there, given);
  const keys = rubric.functions.map(({ key }) => key);
  levels.forEach((row, place) => {
    judge(
      there,
      { assessmentId, rubric },
      members[place] ?? "",
      keys.map((_key, index) => row[index] ?? 3),
    );
  });
  const seat = (place: number) => {
    const actor = { kind: "assessor", memberId: members[place] ?? "", assessmentId } as const;
    return { ...context(), actor };
  };
  const assessment = () => requireAssessment(context(), assessmentId);
  const stage = (wanted: string | null = null) => {
    const found = readStage(context(), assessment(), wanted);
    if (!found) throw new Error("No workshop is running");
    return found;
  };
  const level = (key: string) =>
    computeResult(readBasis(context(), assessment())).score.functions.find((fn) => fn.key === key);
  return { db, context, assessmentId, members, keys, seat, assessment, stage, level };
}

const reason = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return null;
};

describe("the agenda", () => {
  it("has the functions of least agreement first, in the rubric's order among equals, those not judged last", () => {
    const { context, assessmentId, keys, stage, seat } = room();
    const votes: [string | undefined, number[]][] = [
      [keys[1], [2, 3, 3]],
      [keys[4], [1, 5, 1]],
      [keys[6], [3, 3, 3]],
    ];
    for (const [key = "", levels] of votes) {
      for (const [place, level] of levels.entries()) {
        saveJudgment(seat(place), key, {
          ...said(level),
          ...{ rationale: "", evidence: "", indicators: {} },
        });
      }
    }
    startWorkshop(context(), assessmentId);
    const rest = keys.filter((_key, index) => ![1, 4, 6].includes(index));
    expect(stage().agenda.map(({ key }) => key)).toEqual([keys[4], keys[1], keys[6], ...rest]);
    expect(stage().agenda.every(({ level }) => level === null)).toBe(true);
  });
});

describe("a vote", () => {
  it("is seen by nobody before the reveal but for how many have voted, and counts from then on", () => {
    const { context, assessmentId, keys, seat, stage, level } = room([[1], [1], [5]]);
    const [fn = ""] = keys;
    startWorkshop(context(), assessmentId);
    const vote = openVote(context(), assessmentId, fn);
    castVote(seat(0), vote, said(4));
    castVote(seat(1), vote, said(4));
    const [shown] = stage(fn).votes;
    expect(shown).toMatchObject({
      revealed: false,
      result: null,
      turnout: { voted: 2, asked: 3, missing: ["Anggota 3"] },
    });
    const watching = readWorkshopSeat(seat(2));
    expect(watching.vote).toMatchObject({ own: null, turnout: { voted: 2, asked: 3 }, result: null });
    expect(JSON.stringify(watching.vote)).not.toContain("Anggota");
    expect(level(fn)?.distribution).toEqual([2, 0, 0, 0, 1]);

    revealVote(context(), assessmentId, vote);
    // Who did not vote keeps the earlier answer.
    expect(level(fn)?.distribution).toEqual([0, 0, 0, 2, 1]);
    expect(stage(fn).agenda.find(({ key }) => key === fn)).toMatchObject({ state: "revealed", level: 4 });
    expect(stage(fn).votes[0]?.result).toMatchObject({ n: 2, standing: 4, distribution: null });
  });

  it("can be changed until the reveal, is stored once when said twice, and is closed afterwards", () => {
    const { context, assessmentId, keys, seat, members, db } = room([[1], [1], [1]]);
    const [fn = ""] = keys;
    startWorkshop(context(), assessmentId);
    const vote = openVote(context(), assessmentId, fn);
    for (const level of [2, 3, 3]) castVote(seat(0), vote, said(level));
    const versions = db.$client
      .prepare("select level from judgment where member_id = ? and round = 2 order by version")
      .pluck();
    expect(versions.all(members[0])).toEqual([2, 3]);
    castVote(seat(1), vote, said(null));
    castVote(seat(2), vote, said(5));
    revealVote(context(), assessmentId, vote);
    expect(reason(() => castVote(seat(0), vote, said(1)))).toBe("vote-over");
    expect(readWorkshopSeat(seat(0)).vote?.own?.level).toBe(3);
    expect(readWorkshopSeat(seat(0)).vote?.result).toMatchObject({ n: 2, cannotJudge: 1 });
  });

  it("shows the spread from the smallest group on, as the report does", () => {
    const open = (minimumGroup: 1 | 3, voters: number) => {
      const { context, assessmentId, keys, seat, stage } = room([[1], [1], [1]], minimumGroup);
      startWorkshop(context(), assessmentId);
      const vote = openVote(context(), assessmentId, keys[0] ?? "");
      for (let place = 0; place < voters; place++) castVote(seat(place), vote, said(place + 2));
      revealVote(context(), assessmentId, vote);
      const { distribution, consensus, level } = stage(keys[0]).votes[0]?.result ?? {};
      return { distribution, consensus, level };
    };
    expect(open(3, 3)).toEqual({ distribution: [0, 1, 1, 1, 0], consensus: "moderate", level: 3 });
    expect(open(3, 2)).toEqual({ distribution: null, consensus: null, level: 2 });
    expect(open(1, 2)).toEqual({ distribution: [0, 1, 1, 0, 0], consensus: "moderate", level: 2 });
  });

  it("is asked only of those who are asked for the function, and not of who has left the panel", () => {
    const { context, assessmentId, keys, seat, stage, members } = room();
    const [fn = "", other = ""] = keys;
    const member = readMember(context(), assessmentId, members[0] ?? "");
    const { name, email, perspective, weight } = member;
    editMember(context(), assessmentId, member.id, { name, email, perspective, weight, functions: [other] });
    startWorkshop(context(), assessmentId);
    const vote = openVote(context(), assessmentId, fn);
    expect(reason(() => castVote(seat(0), vote, said(2)))).toBe("unknown-function");
    expect(readWorkshopSeat(seat(0)).vote?.asked).toBe(false);
    castVote(seat(1), vote, said(2));
    expect(stage().votes[0]?.turnout).toEqual({ voted: 1, asked: 2, missing: ["Anggota 3"] });
    removeMember(context(), assessmentId, members[1] ?? "");
    expect(stage().votes[0]?.turnout).toMatchObject({ voted: 0, asked: 1 });
  });

  it("keeps the reasons of a level that is confirmed, and not those of another one", () => {
    const { context, assessmentId, keys, seat, db } = room();
    const [fn = ""] = keys;
    for (const place of [0, 1]) {
      const input = { ...said(2), rationale: "karena dua", evidence: "", indicators: {} };
      saveJudgment(seat(place), fn, input);
    }
    startWorkshop(context(), assessmentId);
    const vote = openVote(context(), assessmentId, fn);
    castVote(seat(0), vote, said(2));
    castVote(seat(1), vote, said(3));
    const rows = db.$client.prepare("select rationale, source from judgment where round = 2 order by id");
    expect(rows.all()).toEqual([
      { rationale: "karena dua", source: "assessor" },
      { rationale: "", source: "assessor" },
    ]);
  });

  it("refuses a level that the rubric does not have", () => {
    const { context, assessmentId, keys, seat } = room();
    startWorkshop(context(), assessmentId);
    const vote = openVote(context(), assessmentId, keys[0] ?? "");
    for (const level of [0, 6, 2.5]) {
      expect(reason(() => castVote(seat(0), vote, said(level)))).toBe("unknown-level");
    }
  });
});

describe("the course of a workshop", () => {
  it("has one vote at a time, each a round of its own, and votes again on the same function", () => {
    const { context, assessmentId, keys, seat, stage, level } = room([[1], [3], [5]]);
    const [fn = "", other = ""] = keys;
    expect(reason(() => openVote(context(), assessmentId, fn))).toBe("no-workshop");
    startWorkshop(context(), assessmentId);
    expect(reason(() => startWorkshop(context(), assessmentId))).toBe("workshop-running");
    const first = openVote(context(), assessmentId, fn);
    expect(reason(() => openVote(context(), assessmentId, other))).toBe("vote-open");
    for (const [place, value] of [2, 3, 4].entries()) castVote(seat(place), first, said(value));
    revealVote(context(), assessmentId, first);
    const again = openVote(context(), assessmentId, fn);
    expect(reason(() => castVote(seat(0), first, said(3)))).toBe("vote-over");
    for (const place of [0, 1, 2]) castVote(seat(place), again, said(3));
    expect(level(fn)?.distribution).toEqual([0, 1, 1, 1, 0]);
    revealVote(context(), assessmentId, again);
    expect(level(fn)).toMatchObject({ distribution: [0, 0, 3, 0, 0], consensus: "strong" });
    expect(stage(fn).votes.map(({ id }) => id)).toEqual([again, first]);
    expect(reason(() => openVote(context(), assessmentId, "none"))).toBe("unknown-function");
  });

  it("closes the questionnaire with the first vote and keeps what was handed in", () => {
    const { context, assessmentId, keys, seat } = room([[2]]);
    startWorkshop(context(), assessmentId);
    expect(readDesk(seat(1)).editable).toBe(true);
    openVote(context(), assessmentId, keys[0] ?? "");
    const input = { ...said(2), rationale: "", evidence: "", indicators: {} };
    expect(reason(() => saveJudgment(seat(1), keys[0] ?? "", input))).toBe("in-workshop");
    expect(readDesk(seat(0)).submission).not.toBeNull();
    const [handedIn, not] = readPanel(context(), assessmentId);
    expect(handedIn).toMatchObject({ judged: keys.length, asked: keys.length });
    expect([handedIn?.submittedAt === null, not?.submittedAt]).toEqual([false, null]);
  });

  it("leaves a summary of what changed and what was said; a vote that was not revealed is none", () => {
    const { db, context, assessmentId, keys, seat, assessment, level } = room([[1], [1], [1]]);
    const [fn = "", other = ""] = keys;
    startWorkshop(context(), assessmentId);
    const vote = openVote(context(), assessmentId, fn);
    for (const place of [0, 1, 2]) castVote(seat(place), vote, said(4));
    revealVote(context(), assessmentId, vote);
    saveVoteNotes(context(), assessmentId, vote, "Sepakat setelah melihat data.");
    const dropped = openVote(context(), assessmentId, other);
    for (const place of [0, 1, 2]) castVote(seat(place), dropped, said(5));
    endWorkshop(context(), assessmentId);
    expect(reason(() => castVote(seat(0), dropped, said(1)))).toBe("no-workshop");
    expect(level(other)?.level).toBe(3);
    const [past] = readPastWorkshops(context(), assessment());
    expect(past?.functions.map(({ key, before, after }) => [key, before, after]).sort()).toEqual(
      [
        [fn, 1, 4],
        [other, 3, 3],
      ].sort(),
    );
    expect(past?.functions.find(({ key }) => key === fn)?.votes[0]?.notes).toContain("Sepakat");
    // The notes may be finished at the desk.
    saveVoteNotes(context(), assessmentId, vote, "Disunting kemudian.");
    const actions = db.$client
      .prepare("select action from audit_event where action like 'workshop.%' order by id")
      .pluck();
    expect(actions.all()).toEqual([
      ...["workshop.start", "workshop.vote-open", "workshop.reveal", "workshop.notes"],
      ...["workshop.vote-open", "workshop.end", "workshop.notes"],
    ]);
  });

  it("ends when the assessment is closed, and does not come back with it", () => {
    const { context, assessmentId, keys, assessment } = room([[1]]);
    expect(readPulse(context(), assessmentId)).toBeNull();
    startWorkshop(context(), assessmentId);
    changeState(context(), assessmentId, "close");
    expect(reason(() => openVote(context(), assessmentId, keys[0] ?? ""))).toBe("wrong-state");
    changeState(context(), assessmentId, "reopen");
    expect(readStage(context(), assessment(), null)).toBeNull();
    expect(reason(() => endWorkshop(context(), assessmentId))).toBe("no-workshop");
  });

  it("has a pulse that moves with votes and reveals and says nothing of what was voted", () => {
    const { context, assessmentId, keys, seat } = room();
    const pulse = () => readPulse(context(), assessmentId);
    startWorkshop(context(), assessmentId);
    const seen = [pulse()];
    const vote = openVote(context(), assessmentId, keys[0] ?? "");
    seen.push(pulse());
    castVote(seat(0), vote, said(2));
    seen.push(pulse());
    castVote(seat(0), vote, said(4));
    saveVoteNotes(context(), assessmentId, vote, "catatan");
    expect(pulse()).toBe(seen.at(-1));
    revealVote(context(), assessmentId, vote);
    seen.push(pulse());
    expect(new Set(seen).size).toBe(4);
    endWorkshop(context(), assessmentId);
    expect(pulse()).toBeNull();
  });
});

it("is out of reach from another workspace", () => {
  const { context, assessmentId, keys } = room();
  startWorkshop(context(), assessmentId);
  const vote = openVote(context(), assessmentId, keys[0] ?? "");
  const foreign = { ...context(), scope: { workspaceId: "w2", companyIds: null } };
  const deeds = [
    () => startWorkshop(foreign, assessmentId),
    () => openVote(foreign, assessmentId, keys[0] ?? ""),
    () => revealVote(foreign, assessmentId, vote),
    () => saveVoteNotes(foreign, assessmentId, vote, "x"),
    () => endWorkshop(foreign, assessmentId),
  ];
  expect(deeds.map(reason)).toEqual(deeds.map(() => "not-found"));
});
