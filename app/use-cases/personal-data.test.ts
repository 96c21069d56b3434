import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "#db/client";
import { insertIdentity } from "#db/identities";
import { listMembers } from "#db/panel";
import {
  account,
  message,
  NOW,
  sampleAssessments,
  twoWorkspaces,
  workingContext,
} from "../../tests/support/small-workspace";
import { saveJudgment } from "./judging";
import { inviteMember } from "./panel";
import { exportAssessorData, exportUserData, readOwnRetention } from "./personal-data";
import { startAssessorSession, startUserSession } from "./sessions";

let db: Db;

beforeEach(() => {
  db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
});

describe("what a user takes along", () => {
  beforeEach(() => {
    account(db, "ani", [["w", "consultant"]], "$argon2id$hash-of-ani");
    account(db, "budi", [["w", "consultant"]]);
    insertIdentity(db, {
      id: "i",
      userId: "ani",
      issuer: "https://id.example",
      subject: "7",
      createdAt: NOW,
    });
    for (const userId of ["ani", "budi"]) {
      const visitor = { ...workingContext(db), actor: { kind: "visitor" as const }, address: "203.0.113.9" };
      startUserSession(visitor, userId, { userAgent: `Peramban ${userId}` });
    }
    message(db, "1", { state: "sent", recipient: "ani@example.com", about: "user/ani" });
    message(db, "2", { state: "sent", recipient: "ani@example.com", about: "panel-member/somebody" });
    message(db, "3", { state: "sent", recipient: "budi@example.com", about: "user/budi" });
  });

  it("is everything about them and nothing about others", () => {
    const data = exportUserData(workingContext(db, "ani"));
    expect(data.account).toMatchObject({ id: "ani", email: "ani@example.com", hasPassword: true });
    expect(data.roles).toEqual([{ workspace: "w", role: "consultant", company: null, since: NOW }]);
    expect(data.identities).toMatchObject([{ issuer: "https://id.example", subject: "7" }]);
    expect(data.sessions).toMatchObject([{ userAgent: "Peramban ani", address: "203.0.113.9" }]);
    expect(data.messages).toHaveLength(1);
    expect(data.log).toMatchObject([{ action: "session.start", byYou: true, network: "203.0.113.0/24" }]);
    expect(JSON.stringify(data)).not.toMatch(/budi|hash-of-ani|rahasia/);
  });

  it("says only that somebody else acted, and notes down that it was taken", () => {
    const first = exportUserData(workingContext(db, "ani"));
    expect(first.log.map(({ action }) => action)).toEqual(["session.start"]);
    db.$client.exec(
      "insert into audit_event (at, workspace_id, actor_kind, actor_id, action, object_kind, object_id, address, " +
        "previous_hash, hash) values (1, 'w', 'user', 'budi', 'person.add', 'user', 'ani', '198.51.100.0/24', '', 'x')",
    );
    const [, taken, added] = exportUserData(workingContext(db, "ani")).log;
    expect(taken).toMatchObject({ action: "personal-data.export", byYou: true });
    expect(added).toMatchObject({ action: "person.add", byYou: false, network: null });
    expect(JSON.stringify(added)).not.toContain("budi");
  });
});

describe("what an assessor takes along", () => {
  function seated() {
    const [assessmentId] = sampleAssessments(db);
    db.$client.prepare("update assessment set state = 'open' where id = ?").run(assessmentId);
    db.$client.exec("update submission set reopened_at = 1; update company set sample = 0");
    const [member, neighbour] = listMembers(db, assessmentId);
    if (!member || !neighbour) throw new Error("The sample has no panel");
    startAssessorSession(workingContext(db), inviteMember(workingContext(db), assessmentId, member.id));
    const actor = { kind: "assessor" as const, memberId: member.id, assessmentId };
    return { member, neighbour, assessmentId, context: { ...workingContext(db), actor } };
  }

  it("is their place, every version of their judgments, links, sessions, and nobody else's", () => {
    const { member, neighbour, context } = seated();
    const answer = { cannotJudge: null, confidence: 2, indicators: {} };
    saveJudgment(context, "definition", { ...answer, level: 1, rationale: "Pertama" });
    saveJudgment(context, "definition", { ...answer, level: 2, rationale: "Kedua" });
    const data = exportAssessorData(context);
    expect(data.assessor).toMatchObject({ name: member.name, email: member.email });
    const versions = data.judgments.filter(({ functionKey }) => functionKey === "definition");
    expect(versions.map(({ version, level }) => [version, level])).toEqual([
      [1, 3],
      [2, 1],
      [3, 2],
    ]);
    expect(data.submissions).toHaveLength(1);
    expect(data.invitations).toHaveLength(1);
    expect(data.sessions).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain(neighbour.email);
    expect(JSON.stringify(data)).not.toMatch(/token/i);
  });

  it("comes with how long it is kept", () => {
    const { context, assessmentId } = seated();
    expect(readOwnRetention(context)).toMatchObject({ months: null, until: null });
    db.$client.exec("update workspace set retention_months = 2");
    expect(readOwnRetention(context)).toMatchObject({ months: 2, until: null });
    db.$client
      .prepare("update assessment set state = 'closed', closed_at = ? where id = ?")
      .run(NOW.getTime(), assessmentId);
    expect(readOwnRetention(context).until?.toISOString()).toBe("2026-09-01T00:00:00.000Z");
  });
});
