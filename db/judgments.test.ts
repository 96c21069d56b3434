import { expect, it } from "vitest";
import { testDatabase } from "../tests/support/database";
import { assessmentRow, judgmentRow, memberRow, smallStore } from "../tests/support/rows";
import {
  listHistory,
  listMemberJudgments,
  listMemberStanding,
  listRoundJudgments,
  listStanding,
} from "./judgments";
import { updateMember } from "./panel";

it("keeps every version of a judgment and counts only the latest", () => {
  const db = testDatabase();
  const { memberId } = smallStore(db);
  judgmentRow(db, memberId, "intake", { level: 2, rationale: "pertama" });
  judgmentRow(db, memberId, "intake", { level: 3, rationale: "kedua" });
  judgmentRow(db, memberId, "intake", { cannotJudge: "no-information" });
  judgmentRow(db, memberId, "learning", { level: 1 });

  const history = listHistory(db, memberId, "intake", 1);
  expect(history.map(({ version, level, rationale }) => [version, level, rationale])).toEqual([
    [1, 2, "pertama"],
    [2, 3, "kedua"],
    [3, null, ""],
  ]);
  const latest = listMemberJudgments(db, memberId, 1).map((row) => [row.functionKey, row.version, row.level]);
  expect(latest.sort()).toEqual([
    ["intake", 3, null],
    ["learning", 1, 1],
  ]);
});

it("numbers the versions of each function and each round apart", () => {
  const db = testDatabase();
  const { memberId } = smallStore(db);
  expect(judgmentRow(db, memberId, "intake", { level: 2 }).version).toBe(1);
  expect(judgmentRow(db, memberId, "learning", { level: 2 }).version).toBe(1);
  expect(judgmentRow(db, memberId, "intake", { level: 4, round: 2 }).version).toBe(1);
  expect(judgmentRow(db, memberId, "intake", { level: 3 }).version).toBe(2);
  expect(listMemberJudgments(db, memberId, 2).map(({ level }) => level)).toEqual([4]);
});

it("lists an assessment's judgments in panel order, without removed members and other assessments", () => {
  const db = testDatabase();
  const { workspaceId, companyId, assessmentId, memberId: first } = smallStore(db);
  const second = memberRow(db, assessmentId, { position: 2 });
  const gone = memberRow(db, assessmentId, { position: 3 });
  const elsewhere = memberRow(db, assessmentRow(db, workspaceId, companyId));
  for (const member of [gone, second, elsewhere, first]) judgmentRow(db, member, "intake", { level: 2 });
  judgmentRow(db, second, "intake", { level: 4 });
  updateMember(db, assessmentId, gone, { removedAt: new Date() });

  const listed = listRoundJudgments(db, assessmentId, 1).map(({ memberId, level }) => [memberId, level]);
  expect(listed).toEqual([
    [first, 2],
    [second, 4],
  ]);
});

it.each([
  ["level 0", { level: 0 }],
  ["a level no rubric has", { level: 11 }],
  ["a level and a reason for none", { level: 3, cannotJudge: "other" as const }],
  ["confidence beyond high", { level: 3, confidence: 4 }],
])("stores no judgment with %s", (_what, given) => {
  const db = testDatabase();
  const { memberId } = smallStore(db);
  expect(() => judgmentRow(db, memberId, "intake", given)).toThrow(/CHECK/);
  expect(listHistory(db, memberId, "intake", 1)).toEqual([]);
});

it("stores no level that is half a number or a text", () => {
  const db = testDatabase();
  const { memberId } = smallStore(db);
  const insert = db.$client.prepare(
    `insert into judgment (member_id, function_key, version, level, source, created_at) values (?, 'intake', 1, ?, 'assessor', 0)`,
  );
  expect(() => insert.run(memberId, 1.5)).toThrow(/cannot store/);
  expect(() => insert.run(memberId, "tiga")).toThrow(/cannot store/);
});

it("lets an earlier judgment stand until its assessor has judged again", () => {
  const db = testDatabase();
  const { assessmentId, memberId: first } = smallStore(db);
  const second = memberRow(db, assessmentId, { position: 2 });
  for (const member of [first, second]) judgmentRow(db, member, "intake", { level: 2 });
  judgmentRow(db, first, "learning", { cannotJudge: "no-information" });
  judgmentRow(db, first, "intake", { level: 3, round: 2 });
  judgmentRow(db, first, "learning", { level: 1, round: 2 });
  // Begun in the third round, but nothing is said yet.
  judgmentRow(db, first, "intake", { rationale: "masih ragu", round: 3 });
  judgmentRow(db, second, "learning", { rationale: "baru mulai" });

  const standing = (upTo?: number) =>
    listStanding(db, assessmentId, upTo).map(({ memberId, functionKey, round, level }) => [
      memberId === first ? "first" : "second",
      functionKey,
      round,
      level,
    ]);
  expect(standing()).toEqual([
    ["first", "intake", 2, 3],
    ["first", "learning", 2, 1],
    ["second", "intake", 1, 2],
    ["second", "learning", 1, null],
  ]);
  expect(standing(1)).toEqual([
    ["first", "intake", 1, 2],
    ["first", "learning", 1, null],
    ["second", "intake", 1, 2],
    ["second", "learning", 1, null],
  ]);
  expect(listMemberStanding(db, first, 2).map(({ round, level }) => [round, level])).toEqual([
    [2, 3],
    [2, 1],
  ]);
  expect(listMemberStanding(db, first, 0)).toEqual([]);
});
