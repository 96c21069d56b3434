import { beforeEach, describe, expect, it } from "vitest";
import { listMemberClarifications } from "#db/clarifications";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { LONGEST_QUESTION } from "~/use-cases/clarifications";
import { readOutbox } from "~/use-cases/outbox";
import { readRounds } from "~/use-cases/rounds";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { anAssessment, anOpenAssessment, judge } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Account } from "../support/people";

let app: TestApp;
let open: ReturnType<typeof anOpenAssessment>;
let consultant: Account;
let keys: string[];

/** Expert, insider and customer of a small rubric of three functions; nobody has judged. */
beforeEach(async () => {
  app = await createTestApp();
  open = anOpenAssessment(app, { quorum: 3 });
  keys = open.rubric.functions.map(({ key }) => key);
  consultant = await app.signIn("consultant");
});

/** Levels by member; the last function is the one they agree on least. */
const judged = (
  rows = [
    [2, 2, 1],
    [2, 2, 2],
    [2, 3, 4],
  ],
) =>
  rows.forEach((levels, index) => {
    judge(app, open, open.members[index] ?? "", levels);
  });
const base = () => `/assessments/${open.assessmentId}`;
const look = () => app.get(`${base()}/disagreement`, { as: consultant });
const far = () => ({ functionKey: keys[2] ?? "", memberId: open.members[2] ?? "" });
const askPage = ({ functionKey, memberId } = far()) => `${base()}/disagreement/${functionKey}/${memberId}`;
const ask = (fields: Fields) => app.post(askPage(), fields, { as: consultant });
const questions = () => listMemberClarifications(app.services.db, far().memberId);

describe("the consultant's page of disagreement", () => {
  it("is named by a tab once somebody has judged, and says before that what will be here", async () => {
    const before = await look();
    expect(before.status).toBe(200);
    expect(textOf(before.body)).toContain(m.desk_empty_title());
    expect((await app.get(base(), { as: consultant })).body).not.toContain(`${base()}/disagreement"`);
    judged();
    expect((await app.get(base(), { as: consultant })).body).toContain(`${base()}/disagreement"`);
    const draft = anAssessment(app, open.companyId);
    expect((await app.get(`/assessments/${draft}/disagreement`, { as: consultant })).status).toBe(200);
  });

  it("puts the function with the least agreement first, and names who says what", async () => {
    judged();
    const { body } = await look();
    const order = attributes(body, "section", "id").filter((id) => id.startsWith("fn-"));
    expect(order).toEqual([keys[2], keys[1], keys[0]].map((key) => `fn-${key}`));
    const text = textOf(body);
    const perspective = m.perspective_customer().toLowerCase();
    expect(text).toContain(m.desk_who({ name: "Anggota 3", perspective, level: 4 }));
    expect(text).toContain(m.desk_above({ count: 2 }));
    expect(body).toContain(`href="${askPage()}"`);
  });

  it("hands the functions without the agreed consensus to the page of rounds, which ticks just those", async () => {
    judged();
    const short = readRounds(app.context(), open.assessmentId)
      .functions.filter(({ verdict }) => verdict !== "consensus")
      .map(({ key }) => key);
    const { body } = await look();
    const ticked = [...body.matchAll(/<input[^>]*name="f"[^>]*>/g)].map(([input]) => input);
    expect(ticked).toHaveLength(3);
    expect(ticked.filter((input) => input.includes("checked"))).toHaveLength(short.length);
    const wanted = [keys[2], keys[0]];
    const rounds = await app.get(`${base()}/rounds?f=${wanted[0]}&f=${wanted[1]}&f=nope`, { as: consultant });
    expect(rounds.status).toBe(200);
    const boxes = [...rounds.body.matchAll(/<input[^>]*name="fn"[^>]*>/g)].map(([input]) => input);
    const chosen = boxes.filter((input) => input.includes("checked"));
    expect(chosen.map((input) => /value="([^"]+)"/.exec(input)?.[1])).toEqual([keys[0], keys[2]]);
    expect(rounds.body).toMatch(
      /<input[^>]*name="which"[^>]*checked[^>]*value="some"|value="some"[^>]*checked/,
    );
    expect(textOf(rounds.body)).not.toContain(m.rounds_confirm_title({ number: 2 }));
  });

  it("can be read when the assessment is closed, without a way to ask", async () => {
    judged();
    changeState(app.context(), open.assessmentId, "close");
    const { body } = await look();
    expect(textOf(body)).toContain(m.desk_closed());
    expect(body).not.toContain('name="f"');
    expect(body).not.toContain(askPage());
  });
});

describe("asking for clarification", () => {
  it("begins with a question in the language of the assessment, and says nothing of the others", async () => {
    judged();
    const { body, status } = await app.get(askPage(), { as: consultant });
    expect(status).toBe(200);
    const text = /<textarea[^>]*>([^<]*)</.exec(body)?.[1] ?? "";
    expect(textOf(text)).toContain(open.rubric.functions[2]?.name.id);
    expect(textOf(text)).toContain("4");
    expect(textOf(text)).not.toContain("median");
  });

  it("sends the question, comes back to the function and shows it beside the judgment", async () => {
    judged();
    const answer = await ask({ question: "Mengapa <b>tingkat</b> 4?" });
    expect(answer.status).toBe(302);
    expect(answer.location).toBe(`${base()}/disagreement#fn-${keys[2]}`);
    expect(questions()).toMatchObject([
      { question: "Mengapa <b>tingkat</b> 4?", askedBy: consultant.userId },
    ]);
    const [mail] = readOutbox(app.context());
    expect(mail).toMatchObject({ kind: "clarification", recipient: "anggota3@example.com" });
    const text = textOf((await look()).body);
    expect(text).toContain(m.desk_ask_done({ name: "Anggota 3" }));
    expect(text).toContain("Mengapa <b>tingkat</b> 4?");
    expect(text).toContain(m.desk_waiting());
  });

  it("wants a question that is not too long, and keeps what was typed", async () => {
    judged();
    for (const question of ["", "  \r\n", "x".repeat(LONGEST_QUESTION + 1)]) {
      const { status, body } = await ask({ question });
      expect(status).toBe(400);
      expect(attributes(body, "a", "href")).toContain("#field-question");
      expect(body).toContain(question.trim());
    }
    expect((await ask({})).status).toBe(400);
    expect(questions()).toEqual([]);
  });

  it("answers 404 for whoever has not judged the function, and for what is not there", async () => {
    judged([[2, 2, 1]]);
    for (const path of [
      askPage(),
      askPage({ ...far(), functionKey: "nope" }),
      `${base()}/disagreement/x/y`,
    ]) {
      expect((await app.get(path, { as: consultant })).status).toBe(404);
      expect((await app.post(path, { question: "?" }, { as: consultant })).status).toBe(404);
    }
  });

  it("says when it was closed meanwhile, and keeps what was typed", async () => {
    judged();
    changeState(app.context(), open.assessmentId, "close");
    const { status, body } = await ask({ question: "Masih sempat?" });
    expect(status).toBe(409);
    expect(body).toContain("Masih sempat?");
    expect(questions()).toEqual([]);
  });
});
