import { beforeEach, describe, expect, it } from "vitest";
import { listHistory } from "#db/judgments";
import { listRounds } from "#db/rounds";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { saveJudgment } from "~/use-cases/judging";
import { readOutbox } from "~/use-cases/outbox";
import { publish } from "~/use-cases/publish";
import { openRound } from "~/use-cases/rounds-open";
import { verifyResult } from "~/use-cases/verify-result";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { anAssessment, anOpenAssessment, judge } from "../support/factories";
import { textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let open: ReturnType<typeof anOpenAssessment>;
let consultant: Person;

/** Three members; they agree on the second function of three, and are split on the first and third. */
beforeEach(async () => {
  app = await createTestApp();
  open = anOpenAssessment(app, { quorum: 3, deadline: "2026-07-12" });
  consultant = await app.signIn("consultant");
});

const LEVELS = [
  [1, 3, 1],
  [2, 3, 2],
  [4, 3, 4],
];
const judged = (rows = LEVELS) =>
  rows.forEach((levels, index) => {
    judge(app, open, open.members[index] ?? "", levels);
  });
const page = () => `/assessments/${open.assessmentId}/rounds`;
const look = async (search = "") => app.get(page() + search, { as: consultant });
const as = (index: number) => {
  const memberId = open.members[index] ?? "";
  return {
    ...app.context(),
    actor: { kind: "assessor", memberId, assessmentId: open.assessmentId } as const,
  };
};
const said = (level: number, rationale = "") => ({
  ...{ level, cannotJudge: null, confidence: null, rationale, indicators: {} },
});
const confirm = (fields: Fields) => app.post(page(), fields, { as: consultant });
const rounds = () => listRounds(app.services.db, open.assessmentId);
const history = (key: string, member = 0) => listHistory(app.services.db, open.members[member] ?? "", key, 2);

describe("the consultant's page of rounds", () => {
  it("says before any judgment what will be here, and offers no round", async () => {
    for (const id of [open.assessmentId, anAssessment(app, open.companyId)]) {
      const { body, status } = await app.get(`/assessments/${id}/rounds`, { as: consultant });
      expect(status).toBe(200);
      expect(textOf(body)).toContain(m.rounds_empty_title());
      expect(body).not.toContain('name="which"');
    }
  });

  it("shows counts without names, the rule, and what it says of each function", async () => {
    judged();
    const text = textOf((await look()).body);
    expect(text).toContain(m.rounds_rule_strong({ strong: "75%", stable: "15%" }));
    expect(text).toContain(m.rounds_summary_open({ count: 2, total: 3 }));
    expect(text).toContain(m.rounds_handed_in({ handedIn: 3, asked: 3 }));
    expect(text).toContain(m.rounds_verdict_consensus_about({ stage: m.rounds_number({ number: 1 }) }));
    expect(text).not.toContain("Anggota 1");
  });

  it("says what opening would do, then opens exactly that, once, with a message and a link each", async () => {
    judged(LEVELS.slice(0, 2));
    saveJudgment(as(2), "intake", said(4));
    const { body } = await look("?which=open");
    const text = textOf(body);
    expect(text).toContain(m.rounds_confirm_title({ number: 2 }));
    expect(text).toContain(m.rounds_confirm_missing({ count: 1 }));
    expect(rounds()).toEqual([]);
    const functions = [...body.matchAll(/name="fn" value="([^"]+)"/g)].map(([, key]) => key ?? "");
    const fields = { number: "2", fn: ["intake", "learning"] };
    expect(functions).toEqual(expect.arrayContaining(["intake"]));
    const answer = await confirm(fields);
    expect(answer.status).toBe(200);
    expect(textOf(answer.body)).toContain(m.rounds_opened({ number: 2, functions: 2 }));
    const links = [...new Set(answer.body.match(/\/i\/[\w-]+/g))];
    expect(links).toHaveLength(3);
    expect((await app.get(links[0] ?? "")).status).toBe(200);
    expect(readOutbox(app.context()).filter(({ kind }) => kind === "round")).toHaveLength(3);
    expect(rounds()).toMatchObject([{ number: 2, functions: ["intake", "learning"] }]);
    const twice = await confirm(fields);
    expect(twice.status).toBe(409);
    expect(textOf(twice.body)).toContain(m.rounds_already_open());
    expect(rounds()).toHaveLength(1);
  });

  it("asks for at least one function, and refuses one that is not there", async () => {
    judged();
    const none = await look("?which=some");
    expect(none.status).toBe(400);
    expect(textOf(none.body)).toContain(m.rounds_which_missing());
    expect((await confirm({ number: "2" })).status).toBe(409);
    expect((await confirm({ number: "2", fn: "nope" })).status).toBe(409);
    expect((await confirm({ number: "x", fn: "intake" })).status).toBe(400);
    expect(rounds()).toEqual([]);
  });

  it("says why no round can be opened when the assessment is closed", async () => {
    judged();
    changeState(app.context(), open.assessmentId, "close");
    const { body } = await look("?which=all");
    expect(textOf(body)).toContain(m.rounds_cannot_closed());
    expect(body).not.toContain(m.rounds_confirm_title({ number: 2 }));
    expect((await confirm({ number: "2", fn: "intake" })).status).toBe(409);
  });
});

describe("an assessor in a second round", () => {
  const enter = async (functions = ["intake", "learning"]) => {
    openRound(app.context(), open.assessmentId, { functions });
    return app.sitDown(open.assessmentId, open.members[0] ?? "");
  };
  const save = (assessor: Person, fields: Fields) =>
    app.post("/assess/functions/intake", fields, { as: assessor });

  it("is told which round it is, asked only what is asked again, and that the rest stands", async () => {
    judged();
    const assessor = await enter();
    const text = textOf((await app.get("/assess", { as: assessor })).body);
    expect(text).toContain(m.rounds_own_kicker({ number: 2 }));
    expect(text).toContain(m.rounds_own_lead({ count: 2 }));
    expect(text).toContain(m.rounds_own_stands({ count: 1 }));
    expect((await app.get("/assess/functions/resolution", { as: assessor })).status).toBe(404);
  });

  it("sees where the panel stands and what they said, with nothing chosen", async () => {
    [1, 2, 4].forEach((level, index) => {
      saveJudgment(as(index), "intake", said(level, `Alasan <b>${index}</b>`));
    });
    const { body } = await app.get("/assess/functions/intake", { as: await enter() });
    const text = textOf(body);
    expect(text).toContain(m.rounds_feedback_lead({ n: 3 }));
    expect(body).toContain("Alasan &lt;b&gt;1&lt;/b&gt;");
    expect(body).toContain("Alasan &lt;b&gt;2&lt;/b&gt;");
    expect(text).toContain(m.rounds_keep_level({ level: 1 }));
    expect(body).not.toMatch(/<input[^>]*name="level"[^>]*checked/);
  });

  it("is shown nothing of too few, and told why", async () => {
    for (const index of [0, 1]) saveJudgment(as(index), "intake", said(2, `Rahasia ${index}`));
    const { body } = await app.get("/assess/functions/intake", { as: await enter() });
    expect(textOf(body)).toContain(m.rounds_feedback_withheld({ minimum: 3 }));
    expect(body).toContain("Rahasia 0");
    expect(body).not.toContain("Rahasia 1");
  });

  it("keeps the answer in one tap and goes on", async () => {
    judged();
    const assessor = await enter();
    const kept = await app.post("/assess/functions/intake/keep", {}, { as: assessor });
    expect(kept).toMatchObject({ status: 302, location: "/assess/functions/learning" });
    expect(history("intake")).toMatchObject([{ level: 1, confidence: 2 }]);
    const check = textOf((await app.get("/assess/check", { as: assessor })).body);
    expect(check).toContain(m.rounds_own_kept());
  });

  it("must say why the level is another one, and gets back what was typed otherwise", async () => {
    saveJudgment(as(0), "intake", said(1, "Alasan lama"));
    const assessor = await enter(["intake"]);
    const refused = await save(assessor, { level: "3", rationale: "", confidence: "3" });
    expect(refused.status).toBe(400);
    expect(textOf(refused.body)).toContain(m.rounds_reason_missing({ earlier: 1, level: 3 }));
    expect(refused.body).toMatch(
      /<input[^>]*name="level"[^>]*value="3"[^>]*checked|checked=""[^>]*value="3"/,
    );
    expect((await save(assessor, { level: "3", rationale: "Alasan lama" })).status).toBe(400);
    expect(history("intake")).toEqual([]);
    const done = await save(assessor, { level: "3", rationale: "Ada bukti baru" });
    expect(done).toMatchObject({ status: 302, location: "/assess/check" });
    expect(textOf((await app.get("/assess/check", { as: assessor })).body)).toContain(
      m.rounds_own_changed({ level: 1 }),
    );
  });

  it("cannot hand in a change without its reason, and is told which", async () => {
    judged();
    const assessor = await enter(["intake"]);
    saveJudgment(as(0), "intake", said(3));
    const refused = await app.post("/assess/check", {}, { as: assessor });
    expect(refused.status).toBe(400);
    expect(textOf(refused.body)).toContain(m.rounds_reason_missing_one({ name: "Penerimaan" }));
    expect(textOf((await app.get("/assess", { as: assessor })).body)).toContain(m.rounds_status_reason());
  });

  it("gets a receipt a round, with everything that stands", async () => {
    judged();
    const assessor = await enter(["intake"]);
    await app.post("/assess/functions/intake/keep", {}, { as: assessor });
    expect((await app.post("/assess/check", {}, { as: assessor })).location).toBe("/assess/done");
    const text = textOf((await app.get("/assess/done", { as: assessor })).body);
    expect(text).toContain(m.rounds_receipt({ number: 1 }));
    expect(text).toContain("Penyelesaian");
    expect(text).toContain(m.rounds_own_kept());
  });
});

describe("the report", () => {
  const decided = () => {
    judged();
    openRound(app.context(), open.assessmentId, { functions: "open" });
    const why = "Setelah membaca alasan panel";
    [0, 1, 2].forEach((index) => {
      saveJudgment(as(index), "intake", said(2, why));
      saveJudgment(as(index), "learning", said(LEVELS[index]?.[2] ?? 1, why));
    });
    changeState(app.context(), open.assessmentId, "close");
  };
  const report = async () =>
    textOf((await app.get(`/assessments/${open.assessmentId}/report`, { as: consultant })).body);

  it("states rounds, rule and how each function ended, frozen with the publication, which verifies", async () => {
    decided();
    publish(app.context(), open.assessmentId);
    const text = await report();
    expect(text).toContain(m.rounds_report_count({ count: 2 }));
    expect(text).toContain(m.rounds_report_again({ count: 2, total: 3 }));
    expect(text).toContain(m.rounds_report_rule_strong({ stable: "15%" }));
    expect(text).toContain(m.rounds_report_ended({ consensus: 2, stable: 1, open: 0 }));
    expect(text).toContain(m.rounds_report_reached({ number: 2 }));
    expect(text).toContain(m.rounds_report_stable({ number: 2 }));
    expect(verifyResult(app.context(), open.assessmentId)).toMatchObject({ identical: true });
    const file = await app.get(`/assessments/${open.assessmentId}/export.json`, { as: consultant });
    expect(JSON.parse(file.body).rounds).toMatchObject({
      goal: "strong",
      stages: [{ number: 1 }, { number: 2 }],
    });
  });

  it("says nothing of rounds where there was one, and its result has no part for them", async () => {
    judged();
    changeState(app.context(), open.assessmentId, "close");
    publish(app.context(), open.assessmentId);
    expect(await report()).not.toContain(m.rounds_report_stands());
    const file = await app.get(`/assessments/${open.assessmentId}/export.json`, { as: consultant });
    expect(JSON.parse(file.body)).not.toHaveProperty("rounds");
    expect(verifyResult(app.context(), open.assessmentId)).toMatchObject({ identical: true });
  });
});
