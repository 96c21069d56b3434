import { beforeEach, describe, expect, it } from "vitest";
import { verifyAudit } from "#db/audit";
import type { Db } from "#db/client";
import { listPanelPersons } from "#db/personal-data";
import { canonicalJson } from "~/canonical-json";
import {
  account,
  message,
  sampleAssessments,
  twoWorkspaces,
  workingContext,
} from "../../tests/support/small-workspace";
import { createPasswordLink } from "./accounts";
import { requireAssessment } from "./assessments";
import { computeResult, readBasis } from "./results";
import { countExpiring, eraseExpired, expiryOf, forgottenMail, readRetention, sweepEnded } from "./retention";
import { startUserSession } from "./sessions";

let db: Db;
let assessmentId: string;
let other: string;

beforeEach(() => {
  db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  [assessmentId, other] = sampleAssessments(db);
  db.$client.exec("update company set sample = 0");
  set(assessmentId, { closed_at: "2026-01-31T10:00:00Z" });
  set(other, { closed_at: "2026-06-30T10:00:00Z" });
  keep(1);
});

const keep = (months: number | null) =>
  db.$client.prepare("update workspace set retention_months = ? where id = 'w'").run(months);

function set(id: string, change: Record<string, string>): void {
  for (const [column, value] of Object.entries(change)) {
    const stored = column.endsWith("_at") ? new Date(value).getTime() : value;
    db.$client.prepare(`update assessment set ${column} = ? where id = ?`).run(stored, id);
  }
}

const context = (now: string) => workingContext(db, "owner", "w", new Date(now));
const namedIn = (id: string) => listPanelPersons(db, id).filter(({ erased }) => !erased).length;
const notes = () =>
  db.$client.prepare("select object_id, detail from audit_event where action = 'personal-data.expire'").all();

describe("the end of a period", () => {
  const end = (closed: string, months: number) =>
    expiryOf({ closedAt: new Date(closed), publishedAt: null, archivedAt: null }, months)?.toISOString();

  it.each([
    ["2026-01-15T10:00:00Z", 1, "2026-02-15T10:00:00.000Z"],
    ["2026-01-31T10:00:00Z", 1, "2026-02-28T10:00:00.000Z"],
    ["2028-01-31T10:00:00Z", 1, "2028-02-29T10:00:00.000Z"],
    ["2026-08-31T23:59:59Z", 6, "2027-02-28T23:59:59.000Z"],
    ["2026-12-31T00:00:00Z", 12, "2027-12-31T00:00:00.000Z"],
    ["2028-02-29T00:00:00Z", 120, "2038-02-28T00:00:00.000Z"],
  ])("of %s and %i months is %s", (closed, months, expected) => {
    expect(end(closed, months)).toBe(expected);
  });

  it("counts from closing, not from publishing or archiving", () => {
    const [closedAt, publishedAt, archivedAt] = [1, 2, 3].map((day) => new Date(Date.UTC(2026, 0, day)));
    const dates = {
      closedAt: closedAt ?? null,
      publishedAt: publishedAt ?? null,
      archivedAt: archivedAt ?? null,
    };
    expect(expiryOf(dates, 1)?.toISOString()).toBe("2026-02-01T00:00:00.000Z");
    expect(expiryOf({ ...dates, closedAt: null }, 1)?.toISOString()).toBe("2026-02-02T00:00:00.000Z");
    expect(expiryOf(dates, null)).toBeNull();
  });
});

it("erases nothing a moment too early, everybody in the panel when it is time, and nothing twice", () => {
  const people = namedIn(assessmentId);
  const score = () =>
    canonicalJson(computeResult(readBasis(context(""), requireAssessment(context(""), assessmentId))));
  const before = score();
  expect(eraseExpired(context("2026-02-28T09:59:59.999Z"))).toEqual({ assessments: 0, members: 0 });
  expect(namedIn(assessmentId)).toBe(people);
  expect(eraseExpired(context("2026-02-28T10:00:00Z"))).toEqual({ assessments: 1, members: people });
  expect(namedIn(assessmentId)).toBe(0);
  expect(namedIn(other)).toBeGreaterThan(0);
  expect(score()).toBe(before);
  expect(eraseExpired(context("2026-02-28T10:00:01Z"))).toEqual({ assessments: 0, members: 0 });
  expect(notes()).toEqual([
    { object_id: assessmentId, detail: JSON.stringify({ members: people, months: 1 }) },
  ]);
  expect(verifyAudit(db).fault).toBeNull();
});

it("reaches members who were removed, and leaves those who are erased already as they are", () => {
  const [first, second] = listPanelPersons(db, assessmentId);
  db.$client.prepare("update panel_member set removed_at = 1 where id = ?").run(first?.id);
  eraseExpired(context("2026-03-01T00:00:00Z"));
  const names = () => listPanelPersons(db, assessmentId).map(({ name }) => name);
  const once = names();
  db.$client
    .prepare("update panel_member set name = 'Susi', email = 's@example.com' where id = ?")
    .run(second?.id);
  eraseExpired(context("2026-03-02T00:00:00Z"));
  expect(names().filter((name) => !once.includes(name))).toEqual([]);
  expect(namedIn(assessmentId)).toBe(0);
});

it.each(["closed", "published", "archived"])("counts an assessment that is %s as ended", (state) => {
  set(assessmentId, { state });
  eraseExpired(context("2026-03-01T00:00:00Z"));
  expect(namedIn(assessmentId)).toBe(0);
});

it.each(["draft", "open"])("leaves an assessment alone that is %s, though it was closed before", (state) => {
  set(assessmentId, { state });
  const people = namedIn(assessmentId);
  eraseExpired(context("2030-01-01T00:00:00Z"));
  expect(namedIn(assessmentId)).toBe(people);
  expect(
    readRetention(context("2030-01-01T00:00:00Z"), requireAssessment(context(""), assessmentId)),
  ).toEqual({
    months: 1,
    until: null,
  });
});

it("keeps everything where no period is set, of other workspaces, and of samples", () => {
  const people = namedIn(assessmentId);
  keep(null);
  eraseExpired(context("2036-01-01T00:00:00Z"));
  db.$client.exec("update workspace set retention_months = 1 where id = 'w2'");
  eraseExpired(context("2036-01-01T00:00:00Z"));
  keep(1);
  db.$client.exec("update company set sample = 1");
  eraseExpired(context("2036-01-01T00:00:00Z"));
  expect(namedIn(assessmentId)).toBe(people);
});

it("tells beforehand how many assessments a new period would reach", () => {
  keep(null);
  const at = context("2026-07-15T00:00:00Z");
  expect([null, 120, 6, 5, 1].map((months) => countExpiring(at, months))).toEqual([0, 0, 0, 1, 1]);
  expect(countExpiring(context("2026-08-01T00:00:00Z"), 1)).toBe(2);
  expect(countExpiring({ ...at, scope: { workspaceId: "w2", companyIds: null } }, 1)).toBe(0);
});

it("sweeps sessions that are over, or not used for longer than one may be away", () => {
  const count = () => (db.$client.prepare("select count(*) as n from session").get() as { n: number }).n;
  const start = () => startUserSession(context("2026-07-01T00:00:00Z"), "owner", { userAgent: "Peramban" });
  start();
  sweepEnded(context("2026-07-04T00:00:00Z"));
  expect(count()).toBe(1);
  sweepEnded(context("2026-07-04T00:00:00.001Z"));
  expect(count()).toBe(0);
  start();
  db.$client.prepare("update session set last_seen_at = ?").run(Date.UTC(2026, 6, 14, 23));
  sweepEnded(context("2026-07-14T23:59:59.999Z"));
  expect(count()).toBe(1);
  sweepEnded(context("2026-07-15T00:00:00Z"));
  expect(count()).toBe(0);
});

it("sweeps one-time links that have expired, and knows which messages are forgotten", () => {
  createPasswordLink(context("2026-07-01T00:00:00Z"), "w", "owner");
  const count = () => (db.$client.prepare("select count(*) as n from account_link").get() as { n: number }).n;
  sweepEnded(context("2026-07-07T23:59:59.999Z"));
  expect(count()).toBe(1);
  sweepEnded(context("2026-07-08T00:00:00Z"));
  expect(count()).toBe(0);
  message(db, "kept", { state: "shown", recipient: "a@example.com", about: "user/x" });
  expect(forgottenMail(context(""), ["kept", "gone"])).toEqual(["gone"]);
});
