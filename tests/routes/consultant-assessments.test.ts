import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { changeState, readAssessment, readAssessments } from "~/use-cases/assessments";
import { publish, withdraw } from "~/use-cases/publish";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import {
  aCompany,
  aJudgedAssessment,
  anAssessment,
  anOpenAssessment,
  aPanel,
  judge,
  SMALL_RUBRIC,
} from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});

const NEW = {
  rubricKey: SMALL_RUBRIC,
  title: "Uji",
  asOf: "2026-06-30",
  deadline: "2026-07-31",
  quorum: "2",
  language: "en",
};
const THREES = [
  [3, 3, 3],
  [3, 3, 3],
  [3, 3, 3],
];
const stateOf = (id: string) => readAssessment(app.context(), id)?.state;
const change = (id: string, fields: Fields) => app.post(`/assessments/${id}`, fields, { as: owner });
/** The keys of the functions whose boxes are ticked. */
const ticked = (html: string) =>
  (html.match(/<input[^>]*name="leftOut\.[^>]*>/g) ?? []).flatMap((box) =>
    / checked=""/.test(box) ? [/leftOut\.([\w-]+)"/.exec(box)?.[1]] : [],
  );

describe("a new assessment", () => {
  let companyId: string;
  let form: string;
  beforeEach(() => {
    companyId = aCompany(app);
    form = `/companies/${companyId}/assessments/new?rubric=${SMALL_RUBRIC}`;
  });
  const stored = () => readAssessments(app.context()).filter((one) => one.companyId === companyId);

  it("begins with the choice among all rubrics", async () => {
    const { body } = await app.get(`/companies/${companyId}/assessments/new`, { as: owner });
    for (const { rubric } of app.services.rubrics.latest()) {
      expect(textOf(body)).toContain(rubric.name.id);
      expect(attributes(body, "a", "href")).toContain(
        `/companies/${companyId}/assessments/new?rubric=${rubric.key}`,
      );
    }
  });

  it("is stored as a draft with what was chosen", async () => {
    const [first] =
      app.services.rubrics.latest().find(({ rubric }) => rubric.key === SMALL_RUBRIC)?.rubric.functions ?? [];
    const answer = await app.post(form, { ...NEW, [`leftOut.${first?.key}`]: "on" }, { as: owner });
    const [draft] = stored();
    expect(answer.location).toBe(`/assessments/${draft?.id}/panel`);
    const { title, asOf, deadline, quorum, language, state, options } = draft ?? {};
    expect({ title, asOf, deadline, quorum, language, state, leftOut: options?.leftOut }).toEqual({
      ...{ title: "Uji", asOf: "2026-06-30", deadline: "2026-07-31", quorum: 2, language: "en" },
      ...{ state: "draft", leftOut: [first?.key] },
    });
  });

  it("needs no deadline", async () => {
    expect((await app.post(form, { ...NEW, deadline: "" }, { as: owner })).status).toBe(302);
    expect(stored()[0]?.deadline).toBeNull();
  });

  it.each<[string, Record<string, string>]>([
    ["title", { title: "" }],
    ["asOf", { asOf: "2026-02-30" }],
    ["deadline", { deadline: "besok" }],
    ["quorum", { quorum: "0" }],
    ["quorum", { quorum: "1.5" }],
    ["quorum", { quorum: "3 " }],
    ["quorum", { quorum: "100" }],
    ["language", { language: "de" }],
    ["leftOut", { "leftOut.no-such-function": "on" }],
    ["rubricKey", { rubricKey: "no-such-rubric" }],
  ])("is not stored with a wrong %s (%j)", async (field, wrong) => {
    const answer = await app.post(form, { ...NEW, ...wrong }, { as: owner });
    expect(answer.status).toBe(400);
    expect(attributes(answer.body, "a", "href")).toContain(`#field-${field}`);
    expect(stored()).toEqual([]);
  });

  it("keeps every ticked box when something else is wrong", async () => {
    const keys =
      app.services.rubrics.get(SMALL_RUBRIC, "1.0.0")?.rubric.functions.map(({ key }) => key) ?? [];
    const boxes = Object.fromEntries(keys.slice(0, 2).map((key) => [`leftOut.${key}`, "on"]));
    const { body } = await app.post(form, { ...NEW, ...boxes, quorum: "x" }, { as: owner });
    expect(ticked(body)).toEqual(keys.slice(0, 2));
  });

  it("leaves at least one function for the overall", async () => {
    const keys =
      app.services.rubrics.get(SMALL_RUBRIC, "1.0.0")?.rubric.functions.map(({ key }) => key) ?? [];
    const boxes = Object.fromEntries(keys.map((key) => [`leftOut.${key}`, "on"]));
    const answer = await app.post(form, { ...NEW, ...boxes }, { as: owner });
    expect(answer.status).toBe(400);
    expect(textOf(answer.body)).toContain(m.consultant_left_out_all());
    expect(stored()).toEqual([]);
  });
});

describe("opening", () => {
  it("needs a panel", async () => {
    const id = anAssessment(app, aCompany(app));
    const answer = await change(id, { intent: "open" });
    expect(answer.status).toBe(409);
    expect(textOf(answer.body)).toContain(m.consultant_empty_panel());
    expect(stateOf(id)).toBe("draft");
    aPanel(app, id);
    expect((await change(id, { intent: "open" })).location).toBe(`/assessments/${id}`);
    expect(stateOf(id)).toBe("open");
  });
});

describe("closing before everybody has submitted", () => {
  it("is asked about first, with the number, and says that saved judgments count", async () => {
    const open = anOpenAssessment(app);
    judge(app, open, open.members[0] ?? "", [3, 3, 3]);
    const asked = await change(open.assessmentId, { intent: "close" });
    expect(asked.status).toBe(409);
    expect(textOf(asked.body)).toContain(m.consultant_close_ask({ count: 2, members: 3 }));
    expect(textOf(asked.body)).toContain(m.consultant_close_saved_count());
    expect(stateOf(open.assessmentId)).toBe("open");
    const done = await change(open.assessmentId, { intent: "close", confirmed: "yes" });
    expect(done.status).toBe(302);
    expect(stateOf(open.assessmentId)).toBe("closed");
  });

  it("is not asked about when all have", async () => {
    const open = anOpenAssessment(app);
    for (const member of open.members) judge(app, open, member, [2, 2, 2]);
    expect((await change(open.assessmentId, { intent: "close" })).status).toBe(302);
    expect(stateOf(open.assessmentId)).toBe("closed");
  });
});

describe("what the state does not permit", () => {
  it.each(["close", "reopen", "publish", "withdraw", "archive"])(
    "is refused on a draft, with the reason: %s",
    async (intent) => {
      const id = anAssessment(app, aCompany(app));
      const answer = await change(id, { intent });
      expect(answer.status).toBe(409);
      expect(textOf(answer.body)).toContain(m.consultant_wrong_state({ state: m.state_draft() }));
      expect(stateOf(id)).toBe("draft");
    },
  );

  it("is refused for a change nobody knows", async () => {
    const id = anAssessment(app, aCompany(app));
    expect((await change(id, { intent: "explode" })).status).toBe(400);
  });

  it("is publishing where no function has a result", async () => {
    const { assessmentId } = aJudgedAssessment(app, THREES, { quorum: 4 });
    const answer = await change(assessmentId, { intent: "publish" });
    expect(answer.status).toBe(409);
    expect(textOf(answer.body)).toContain(m.consultant_nothing_judged());
    expect(stateOf(assessmentId)).toBe("closed");
  });

  it("is publishing the same result twice", async () => {
    const { assessmentId } = aJudgedAssessment(app, THREES);
    expect((await change(assessmentId, { intent: "publish" })).status).toBe(302);
    expect((await change(assessmentId, { intent: "publish" })).status).toBe(409);
  });

  it("is archiving what was withdrawn, until it is published again", async () => {
    const { assessmentId } = aJudgedAssessment(app, THREES, { published: true });
    withdraw(app.context(), assessmentId);
    expect((await change(assessmentId, { intent: "archive" })).status).toBe(409);
    expect(stateOf(assessmentId)).toBe("closed");
    publish(app.context(), assessmentId);
    expect((await change(assessmentId, { intent: "archive" })).status).toBe(302);
    expect(stateOf(assessmentId)).toBe("archived");
  });
});

describe("the settings", () => {
  it("can be changed until publication, and the change of what decides the result is written down", async () => {
    const { assessmentId } = aJudgedAssessment(app, THREES);
    const { rubricKey: _, ...settings } = NEW;
    const page = `/assessments/${assessmentId}/settings`;
    expect((await app.post(page, settings, { as: owner })).location).toBe(`/assessments/${assessmentId}`);
    expect(readAssessment(app.context(), assessmentId)).toMatchObject({ title: "Uji", quorum: 2 });
    const row = app.services.db.$client
      .prepare("select detail from audit_event where action = 'assessment.edit' and object_id = ?")
      .get(assessmentId) as { detail: string };
    expect(JSON.parse(row.detail)).toEqual({
      before: { quorum: 1, leftOut: [] },
      after: { quorum: 2, leftOut: [] },
    });
    publish(app.context(), assessmentId);
    const frozen = await app.post(page, { ...settings, title: "Lain" }, { as: owner });
    expect(frozen.status).toBe(409);
    expect(textOf(frozen.body)).toContain(m.consultant_settings_frozen());
    expect(readAssessment(app.context(), assessmentId)?.title).toBe("Uji");
  });

  it("keep what was typed when something is wrong", async () => {
    const id = anAssessment(app, aCompany(app));
    const wrong = { ...NEW, title: "Judul baru", quorum: "banyak" };
    const { status, body } = await app.post(`/assessments/${id}/settings`, wrong, { as: owner });
    expect(status).toBe(400);
    expect(attributes(body, "input", "value")).toEqual(expect.arrayContaining(["Judul baru", "banyak"]));
  });
});

describe("deleting an assessment", () => {
  it("works for a draft", async () => {
    const companyId = aCompany(app);
    const id = anAssessment(app, companyId);
    const answer = await app.post(`/assessments/${id}/delete`, {}, { as: owner });
    expect(answer.location).toBe(`/companies/${companyId}`);
    expect(readAssessment(app.context(), id)).toBeUndefined();
  });

  it("is refused once it was opened: judgments are not thrown away", async () => {
    const { assessmentId } = anOpenAssessment(app);
    expect((await app.post(`/assessments/${assessmentId}/delete`, {}, { as: owner })).status).toBe(409);
    expect(stateOf(assessmentId)).toBe("open");
  });
});

describe("the overview", () => {
  it("shows how far each member is", async () => {
    const open = anOpenAssessment(app);
    judge(app, open, open.members[0] ?? "", [3, null, 2]);
    await app.sitDown(open.assessmentId, open.members[1] ?? "");
    const text = textOf((await app.get(`/assessments/${open.assessmentId}`, { as: owner })).body);
    expect(text).toMatch(new RegExp(`Anggota 1 ${m.consultant_stage_submitted()}`));
    expect(text).toMatch(new RegExp(`Anggota 2 ${m.consultant_stage_opened()}`));
    expect(text).toMatch(new RegExp(`Anggota 3 ${m.consultant_stage_uninvited()}`));
    expect(text).toContain(m.consultant_submitted_of({ submitted: 1, members: 3 }));
  });

  it("offers in each state the one thing that comes next", async () => {
    const id = anAssessment(app, aCompany(app));
    const intents = async () => {
      const { body } = await app.get(`/assessments/${id}`, { as: owner });
      return (body.match(/name="intent" value="[\w-]+"/g) ?? []).map((found) => found.split('"')[3]);
    };
    expect(await intents()).toEqual([]);
    aPanel(app, id);
    expect(await intents()).toEqual(["open"]);
    changeState(app.context(), id, "open");
    // Nobody has submitted: closing is behind a question.
    expect(await intents()).toEqual([]);
    const { body } = await app.get(`/assessments/${id}?confirm=close`, { as: owner });
    expect(body).toContain('name="confirmed"');
    changeState(app.context(), id, "close");
    // Reopening is, too: it needs a reason.
    expect(await intents()).toEqual([]);
    const closed = await app.get(`/assessments/${id}?confirm=reopen`, { as: owner });
    expect(closed.body).toContain('name="reason"');
  });
});
