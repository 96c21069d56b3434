import { expect, it } from "vitest";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../../tests/support/factories";
import { account, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { requireAssessment } from "./assessments";
import { askClarification } from "./clarifications";
import { isBegun, readDisagreement, readVoice } from "./disagreement";
import { readRounds } from "./rounds";
import { agendaOf } from "./workshop-order";

/** Expert, insider, customer; one row of levels each for the first functions, 3 on all others. */
function scene(rows: (number | null)[][]) {
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  const context = () => workingContext(db);
  const open = anOpenAssessment({ context }, { rubricKey: MAIN_RUBRIC, quorum: 2 });
  const { assessmentId, members, rubric } = open;
  rows.forEach((row, index) => {
    const levels = rubric.functions.map((_fn, place) => (place < row.length ? (row[place] ?? null) : 3));
    judge({ context }, open, members[index] ?? "", levels);
  });
  const assessment = () => requireAssessment(context(), assessmentId);
  const read = () => readDisagreement(context(), assessment());
  const keys = rubric.functions.map(({ key }) => key);
  const find = (key = "") => read().functions.find((fn) => fn.key === key);
  return { db, context, assessmentId, assessment, members, rubric, keys, read, find };
}

const SPLIT = [
  [3, 1, null],
  [3, 2, null],
  [3, 5, null],
];

it("orders the functions as a workshop would, least agreement first", () => {
  const { db, rubric, keys, read } = scene(SPLIT);
  const order = read().functions.map(({ key }) => key);
  expect(order[0]).toBe(keys[1]);
  const judgments = db.query.judgment.findMany().sync();
  expect(order).toEqual(agendaOf(rubric, judgments));
});

it("is about nothing before the first judgment", () => {
  const { context, assessmentId, read } = scene([]);
  expect(read().functions).toEqual([]);
  expect(isBegun(context(), assessmentId)).toBe(false);
  const begun = scene([[3]]);
  expect(isBegun(begun.context(), begun.assessmentId)).toBe(true);
});

it("gives every judgment with its name, by level, and marks what is two levels from the median", () => {
  const { keys, find } = scene(SPLIT);
  const fn = find(keys[1]);
  expect(fn?.score).toMatchObject({ distribution: [1, 1, 0, 0, 1], level: 2, consensus: "split" });
  expect(fn).toMatchObject({ median: 2, agreed: false });
  expect(fn?.voices.map(({ name, level, apart }) => [name, level, apart])).toEqual([
    ["Anggota 1", 1, null],
    ["Anggota 2", 2, null],
    ["Anggota 3", 5, 3],
  ]);
});

it("keeps apart what each perspective says", () => {
  const { keys, find } = scene(SPLIT);
  expect(find(keys[1])?.perspectives).toEqual([
    { perspective: "expert", n: 1, distribution: [1, 0, 0, 0, 0] },
    { perspective: "insider", n: 1, distribution: [0, 1, 0, 0, 0] },
    { perspective: "customer", n: 1, distribution: [0, 0, 0, 0, 1] },
  ]);
});

it("keeps a function that nobody could judge, with their reasons and without a level", () => {
  const { keys, find } = scene(SPLIT);
  const fn = find(keys[2]);
  expect(fn).toMatchObject({ median: null, agreed: false, perspectives: [] });
  expect(fn?.voices.map(({ cannotJudge }) => cannotJudge)).toEqual(new Array(3).fill("no-information"));
});

it("counts as agreed what the rounds count as agreed", () => {
  const { context, assessmentId, read } = scene(SPLIT);
  const agreed = read().functions.flatMap(({ key, agreed: yes }) => (yes ? [key] : []));
  const { functions } = readRounds(context(), assessmentId);
  const reached = functions.flatMap(({ key, verdict }) => (verdict === "consensus" ? [key] : []));
  expect(agreed.sort()).toEqual(reached.sort());
  expect(agreed.length).toBeGreaterThan(0);
});

it("finds one judgment with what was asked about it, and none of somebody who has not judged", () => {
  const { context, assessmentId, assessment, members, keys } = scene(SPLIT);
  const asked = { functionKey: keys[1] ?? "", memberId: members[2] ?? "" };
  askClarification(context(), assessmentId, asked, "Mengapa 5?");
  expect(readVoice(context(), assessment(), asked)?.voice.questions).toMatchObject([
    { question: "Mengapa 5?" },
  ]);
  expect(readVoice(context(), assessment(), { ...asked, memberId: "nobody" })).toBeNull();
  expect(readVoice(context(), assessment(), { ...asked, functionKey: "nope" })).toBeNull();
});
