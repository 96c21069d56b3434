import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { testDatabase } from "../tests/support/database";
import { CREATED, judgmentRow, memberRow, smallStore } from "../tests/support/rows";
import type { Db } from "./client";
import {
  findMember,
  findSeat,
  findSubmission,
  insertInvitation,
  insertSubmission,
  listMembers,
  listProgress,
  revokeInvitations,
  updateInvitation,
  updateMember,
} from "./panel";

const day = (number: number) => new Date(CREATED.getTime() + number * 24 * 60 * 60 * 1000);

function invitationRow(db: Db, memberId: string, createdAt: Date): string {
  const id = randomUUID();
  insertInvitation(db, { id, memberId, tokenHash: id, createdAt, expiresAt: day(100) });
  return id;
}

it("counts what each member has begun and judged, by the latest version", () => {
  const db = testDatabase();
  const { assessmentId, memberId } = smallStore(db);
  const idle = memberRow(db, assessmentId, { position: 2 });
  judgmentRow(db, memberId, "intake", { level: 2 });
  judgmentRow(db, memberId, "intake", { level: 3 });
  judgmentRow(db, memberId, "resolution", { cannotJudge: "no-information" });
  judgmentRow(db, memberId, "learning", { level: 1 });
  judgmentRow(db, memberId, "learning", { rationale: "belum pasti" });
  judgmentRow(db, memberId, "intake", { level: 4, round: 2 });

  const progress = listProgress(db, assessmentId, 1);
  expect(progress.map(({ id, begun, judged }) => ({ id, begun, judged }))).toEqual([
    { id: memberId, begun: 3, judged: 2 },
    { id: idle, begun: 0, judged: 0 },
  ]);
  expect(listProgress(db, assessmentId, 2)[0]).toMatchObject({ begun: 1, judged: 1 });
});

it("tells when a member was invited, opened the link and handed in", () => {
  const db = testDatabase();
  const { assessmentId, memberId } = smallStore(db);
  expect(listProgress(db, assessmentId, 1)[0]).toMatchObject({
    invitedAt: null,
    openedAt: null,
    submittedAt: null,
  });

  const lost = invitationRow(db, memberId, day(1));
  updateInvitation(db, lost, { openedAt: day(2) });
  revokeInvitations(db, memberId, day(3));
  expect(listProgress(db, assessmentId, 1)[0]).toMatchObject({ invitedAt: null, openedAt: day(2) });

  invitationRow(db, memberId, day(4));
  insertSubmission(db, { id: "s", memberId, round: 1, receipt: "ABCD2345", createdAt: day(5) });
  expect(listProgress(db, assessmentId, 1)[0]).toMatchObject({
    invitedAt: day(4),
    openedAt: day(2),
    submittedAt: day(5),
  });
});

it("forgets a submission once it was reopened, and takes a new one", () => {
  const db = testDatabase();
  const { memberId } = smallStore(db);
  const submission = { memberId, round: 1, createdAt: day(1) };
  insertSubmission(db, { ...submission, id: "one", receipt: "ONE" });
  expect(() => insertSubmission(db, { ...submission, id: "two", receipt: "TWO" })).toThrow(/UNIQUE/);
  db.$client.exec("update submission set reopened_at = 1 where id = 'one'");
  expect(findSubmission(db, memberId, 1)).toBeUndefined();
  insertSubmission(db, { ...submission, id: "two", receipt: "TWO" });
  expect(findSubmission(db, memberId, 1)?.receipt).toBe("TWO");
});

it("leaves removed members out and gives their seat to nobody", () => {
  const db = testDatabase();
  const { assessmentId, memberId } = smallStore(db);
  const other = memberRow(db, assessmentId, { position: 2 });
  updateMember(db, assessmentId, memberId, { removedAt: day(1) });
  expect(listMembers(db, assessmentId).map(({ id }) => id)).toEqual([other]);
  expect(listProgress(db, assessmentId, 1).map(({ id }) => id)).toEqual([other]);
  expect(findMember(db, assessmentId, memberId)).toBeUndefined();
  expect(findSeat(db, memberId)).toBeUndefined();
});

it("has room for somebody who was removed to be added again under the same address", () => {
  const db = testDatabase();
  const { assessmentId } = smallStore(db);
  const first = memberRow(db, assessmentId, { email: "siti@example.com" });
  expect(() => memberRow(db, assessmentId, { email: "siti@example.com" })).toThrow(/UNIQUE/);
  updateMember(db, assessmentId, first, { removedAt: day(1) });
  const again = memberRow(db, assessmentId, { email: "siti@example.com" });
  expect(findMember(db, assessmentId, again)?.email).toBe("siti@example.com");
});
