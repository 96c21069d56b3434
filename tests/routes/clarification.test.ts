import { beforeEach, expect, it } from "vitest";
import { listMemberClarifications } from "#db/clarifications";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { askClarification } from "~/use-cases/clarifications";
import { saveJudgment } from "~/use-cases/judging";
import { createTestApp, type TestApp } from "../support/app";
import { anOpenAssessment, judge } from "../support/factories";
import { attributes, textOf } from "../support/html";

/** A member is asked what they meant by a judgment. */

let app: TestApp;
let open: ReturnType<typeof anOpenAssessment>;
let functionKey: string;
let memberId: string;

beforeEach(async () => {
  app = await createTestApp();
  open = anOpenAssessment(app);
  functionKey = open.rubric.functions[2]?.key ?? "";
  memberId = open.members[2] ?? "";
});

const judged = () => judge(app, open, memberId, [2, 3, 4]);
const asked = (text = "Mengapa tingkat 4?") =>
  askClarification(app.context(), open.assessmentId, { functionKey, memberId }, text);
const questions = () => listMemberClarifications(app.services.db, memberId);
const assessor = () => app.sitDown(open.assessmentId, memberId);

it("finds the question on their list, answers it though all is handed in, and the consultant reads it", async () => {
  judged();
  asked();
  const member = await assessor();
  const { body } = await app.get("/assess", { as: member });
  expect(textOf(body)).toContain("Mengapa tingkat 4?");
  expect(attributes(body, "a", "href")).toContain("/assess/done");
  const [question] = questions();
  const fields = { question: question?.id ?? "", answer: "Karena stoknya menyatu.", from: "list" };
  const answer = await app.post("/assess", fields, { as: member });
  expect([answer.status, answer.location]).toEqual([302, "/assess"]);
  expect(textOf((await app.get("/assess", { as: member })).body)).toContain(m.desk_own_done());
  const consultant = await app.signIn("consultant");
  const desk = await app.get(`/assessments/${open.assessmentId}/disagreement`, { as: consultant });
  const text = textOf(desk.body);
  expect(text).toContain("Karena stoknya menyatu.");
  expect(text).toContain(m.desk_questions_answered({ count: 1 }));
});

it("finds it on the page of the function while that can be judged, and comes back to it", async () => {
  const actor = { kind: "assessor", memberId, assessmentId: open.assessmentId } as const;
  const said = { level: 4, cannotJudge: null, confidence: null, rationale: "", indicators: {} };
  saveJudgment({ ...app.context(), actor }, functionKey, said);
  asked();
  const member = await assessor();
  const page = `/assess/functions/${functionKey}`;
  expect(textOf((await app.get(page, { as: member })).body)).toContain("Mengapa tingkat 4?");
  const other = await app.get(`/assess/functions/${open.rubric.functions[0]?.key}`, { as: member });
  expect(textOf(other.body)).not.toContain("Mengapa tingkat 4?");
  const fields = { question: questions()[0]?.id ?? "", answer: "Begini.", from: "function" };
  const answer = await app.post("/assess", fields, { as: member });
  expect([answer.status, answer.location]).toEqual([302, page]);
});

it("is asked for an answer that is not empty, beside the question it belongs to", async () => {
  judged();
  asked();
  asked("Sejak kapan?");
  const member = await assessor();
  const id = questions()[1]?.id ?? "";
  const { status, body } = await app.post("/assess", { question: id, answer: " " }, { as: member });
  expect(status).toBe(400);
  expect(attributes(body, "a", "href")).toContain("#field-answer");
  const form = body.split("<form").find((part) => part.includes(`value="${id}"`)) ?? "";
  expect(form).toContain('id="field-answer"');
  expect(body.match(/id="field-answer"/g)).toHaveLength(1);
  expect(questions()[1]?.answeredAt).toBeNull();
});

it("cannot answer for another member, nor what is not there", async () => {
  judged();
  asked();
  const other = await app.sitDown(open.assessmentId, open.members[0] ?? "");
  expect(textOf((await app.get("/assess", { as: other })).body)).not.toContain("Mengapa tingkat 4?");
  for (const question of [questions()[0]?.id ?? "", "nope"]) {
    const { status } = await app.post("/assess", { question, answer: "Saya" }, { as: other });
    expect(status).toBe(404);
  }
  expect(questions()).toMatchObject([{ answeredAt: null }]);
});

it("is told when the assessment was closed meanwhile, and gets back what they typed", async () => {
  judged();
  asked();
  const member = await assessor();
  changeState(app.context(), open.assessmentId, "close");
  const fields = { question: questions()[0]?.id ?? "", answer: "Terlambat sedikit" };
  const { status, body } = await app.post("/assess", fields, { as: member });
  expect(status).toBe(409);
  expect(body).toContain("Terlambat sedikit");
  expect(textOf(body)).toContain(m.desk_own_closed());
  const later = await app.get("/assess", { as: member });
  expect(textOf(later.body)).toContain(m.desk_own_none());
  expect(later.body).not.toContain('name="answer"');
});
