import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { type AssessmentInput, changeState } from "~/use-cases/assessments";
import { createTestApp, type TestApp } from "../support/app";
import { anOpenAssessment, judge } from "../support/factories";
import { textOf } from "../support/html";
import type { Account } from "../support/people";

let app: TestApp;
let owner: Account;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});

/** Somebody who has handed in. */
async function handedIn(given: Partial<AssessmentInput> = {}) {
  const open = anOpenAssessment(app, given);
  const [memberId = ""] = open.members;
  judge(app, open, memberId, [1, 2, null]);
  const assessor = await app.sitDown(open.assessmentId, memberId);
  const read = async (path = "/assess/done") => textOf((await app.get(path, { as: assessor })).body);
  const reopen = () => app.post("/assess/done", {}, { as: assessor });
  return { ...open, memberId, assessor, read, reopen };
}

const receiptOn = (text: string) => /[2-9A-HJ-NP-Z]{8}(?= )/.exec(text)?.[0];

describe("the receipt", () => {
  it("is read while the assessment is open and after it is closed, with every answer", async () => {
    const { assessmentId, read } = await handedIn();
    const open = await read();
    expect(open).toContain(m.assess_receipt_print_title());
    expect(open).toContain(m.assess_status_cannot());
    changeState(app.context(), assessmentId, "close");
    const closed = await read();
    expect(receiptOn(closed)).toBe(receiptOn(open));
    expect(closed).toContain(m.assess_reopen_closed());
    expect(closed).not.toContain(m.assess_reopen_about());
    expect(await read("/assess")).toContain(m.assess_reopen_receipt_print());
  });
});

describe("changing answers that were sent", () => {
  let given: Awaited<ReturnType<typeof handedIn>>;
  beforeEach(async () => {
    given = await handedIn();
  });

  it("opens the desk again and ends in another receipt", async () => {
    const { assessor, read, reopen } = given;
    const before = receiptOn(await read());
    expect(await reopen()).toMatchObject({ status: 302, location: "/assess" });
    expect(await read("/assess")).toContain(m.assess_reopen_done());
    expect((await app.get("/assess/done", { as: assessor })).location).toBe("/assess");
    // A second click finds it open.
    expect((await reopen()).location).toBe("/assess");
    await app.post("/assess/functions/intake", { level: "4" }, { as: assessor });
    expect((await app.post("/assess/check", {}, { as: assessor })).location).toBe("/assess/done");
    const after = receiptOn(await read());
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
  });

  it("is refused when it was closed meanwhile, on the page of the receipt", async () => {
    changeState(app.context(), given.assessmentId, "close");
    const { status, body } = await given.reopen();
    expect(status).toBe(409);
    expect(textOf(body)).toContain(m.assess_reopen_refused());
    expect(textOf(body)).toContain(m.assess_reopen_closed());
  });
});

describe("where assessors may not reopen", () => {
  it("the receipt says whom to ask, and the form is refused", async () => {
    const { read, reopen } = await handedIn({ mayReopen: false });
    const text = await read();
    expect(text).toContain(m.assess_reopen_ask());
    expect(text).not.toContain(m.assess_reopen());
    expect((await reopen()).status).toBe(409);
    expect(await read("/assess")).toContain(m.assess_submitted_title());
  });

  it("the consultant reopens with a reason, once", async () => {
    const { assessmentId, memberId, assessor, members } = await handedIn({ mayReopen: false });
    const at = (id: string) => `/assessments/${assessmentId}/panel/${id}/reopen`;
    const post = (fields: Record<string, string>, id = memberId) => app.post(at(id), fields, { as: owner });
    expect((await post({ reason: " " })).status).toBe(400);
    expect((await post({ reason: "Salah tulis" })).location).toBe(
      `/assessments/${assessmentId}/panel/${memberId}`,
    );
    expect((await app.get("/assess/functions/intake", { as: assessor })).status).toBe(200);
    const again = await post({ reason: "Sekali lagi" });
    expect(again.status).toBe(409);
    expect(again.body).toContain("Sekali lagi");
    expect((await post({ reason: "Belum" }, members[1])).status).toBe(409);
    const other = anOpenAssessment(app);
    expect((await post({ reason: "Lain" }, other.members[0])).status).toBe(404);
    const log = await app.get("/audit?action=judgments.reopen", { as: owner });
    expect(log.body).toContain("Salah tulis");
  });
});

it("settles the agreed consensus at the opening", async () => {
  const draft = anOpenAssessment(app, { consensusGoal: "moderate" });
  const page = `/assessments/${draft.assessmentId}/settings`;
  const settings = { title: "Uji", asOf: "2026-06-30", quorum: "1", language: "id" };
  const { body } = await app.get(page, { as: owner });
  expect(textOf(body)).toContain(m.consultant_goal_fixed());
  expect(body).not.toContain('name="consensusGoal"');
  const sent = { ...settings, consensusGoal: "strong" };
  expect((await app.post(page, sent, { as: owner })).status).toBe(409);
  expect((await app.post(page, { ...sent, consensusGoal: "moderate" }, { as: owner })).status).toBe(302);
});
