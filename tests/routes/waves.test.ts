import { beforeAll, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { changeState, readAssessment, readCompanyAssessments } from "~/use-cases/assessments";
import { readPanel } from "~/use-cases/panel";
import { setReminders } from "~/use-cases/reminders";
import { readTemplates, requireTemplate, saveTemplate } from "~/use-cases/templates";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { aCompany, aJudgedAssessment, anAssessment, anOpenAssessment, aPanel } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});

const THREES = [1, 2, 3].map(() => [3, 3, 3]);
const get = (path: string) => app.get(path, { as: owner });
const post = (path: string, fields: Fields) => app.post(path, fields, { as: owner });
const hrefs = async (path: string) => attributes((await get(path)).body, "a", "href");

describe("repeating an assessment", () => {
  it("is offered once it is closed, on its page and on the company's, and asks only what is different", async () => {
    const { assessmentId, companyId } = anOpenAssessment(app, {
      asOf: "2025-06-30",
      title: "Penilaian 2025",
    });
    const page = `/assessments/${assessmentId}/repeat`;
    expect(await hrefs(`/assessments/${assessmentId}`)).not.toContain(page);
    expect(await hrefs(`/companies/${companyId}`)).not.toContain(page);
    changeState(app.context(), assessmentId, "close");
    expect(await hrefs(`/assessments/${assessmentId}`)).toContain(page);
    expect(await hrefs(`/companies/${companyId}`)).toContain(page);
    const values = attributes((await get(page)).body, "input", "value");
    expect(values).toEqual(expect.arrayContaining(["Penilaian 2026", "2026-06-30"]));
  });

  it("ends on the panel of the next wave, and says that nobody is invited yet", async () => {
    const { assessmentId, companyId } = aJudgedAssessment(app, THREES, {
      published: true,
      asOf: "2025-06-30",
    });
    const wave = { title: "Gelombang 2", asOf: "2026-06-30", deadline: "" };
    const { location } = await post(`/assessments/${assessmentId}/repeat`, wave);
    const id = readCompanyAssessments(app.context(), companyId).at(-1)?.id ?? "";
    expect(location).toBe(`/assessments/${id}/panel`);
    expect(readAssessment(app.context(), id)).toMatchObject({
      ...wave,
      deadline: null,
      repeatsId: assessmentId,
    });
    expect(textOf((await get(location ?? "")).body)).toContain(m.waves_repeated({ count: 3 }));
    expect(readPanel(app.context(), id).every(({ invitedAt }) => invitedAt === null)).toBe(true);
  });

  it("needs a later date, and keeps what was typed", async () => {
    const { assessmentId, companyId } = aJudgedAssessment(app, THREES, { asOf: "2025-06-30" });
    const wave = { title: "Terlalu awal", asOf: "2025-06-30", deadline: "" };
    const answer = await post(`/assessments/${assessmentId}/repeat`, wave);
    expect(answer.status).toBe(400);
    expect(attributes(answer.body, "a", "href")).toContain("#field-asOf");
    expect(attributes(answer.body, "input", "value")).toContain("Terlalu awal");
    expect(readCompanyAssessments(app.context(), companyId)).toHaveLength(1);
  });
});

describe("templates", () => {
  it("are saved under a name of their own, listed and removed", async () => {
    const { assessmentId } = anOpenAssessment(app);
    const save = (fields: Fields) => post(`/assessments/${assessmentId}/template`, fields);
    expect((await save({ name: "Tahunan", withPanel: "on" })).location).toBe("/templates");
    expect((await save({ name: "Tahunan" })).status).toBe(400);
    expect((await save({ name: " " })).status).toBe(400);
    const list = await get("/templates");
    expect(textOf(list.body)).toContain(m.waves_template_panel_size({ count: 3 }));
    // Nobody of the panel is in the page.
    expect(list.body).not.toContain("anggota1@example.com");
    const templateId = readTemplates(app.context())[0]?.id ?? "";
    const removal = { intent: "remove", templateId };
    expect((await post("/templates", removal)).location).toBe("/templates");
    expect((await post("/templates", removal)).status).toBe(404);
    expect((await get(`/templates/${templateId}/open`)).status).toBe(404);
  });

  it("open the same assessment for the companies ticked, or for all that the filter leaves", async () => {
    const template = saveTemplate(app.context(), anOpenAssessment(app).assessmentId, {
      name: "A",
      withPanel: true,
    });
    const [alfa, beta, gama] = ["Alfa", "Beta", "Gama"].map((name) => aCompany(app, { name, tags: ["uji"] }));
    app.advance(1000);
    const page = `/templates/${template}/open`;
    const values = { title: "Putaran", asOf: "2026-12-31", deadline: "2027-01-15" };
    const ticked = await post(page, {
      ...values,
      open: "on",
      [`company.${alfa}`]: "on",
      [`company.${beta}`]: "on",
    });
    expect(ticked.location).toMatch(/opened\?at=\d+$/);
    const states = (id = "") =>
      readCompanyAssessments(app.context(), id).map(({ title, state }) => [title, state]);
    expect([alfa, beta, gama].map(states)).toEqual([[["Putaran", "open"]], [["Putaran", "open"]], []]);
    const opened = await get(ticked.location ?? "");
    expect(textOf(opened.body)).toContain(m.waves_opened_lead({ count: 2, name: "A" }));
    const panel = readCompanyAssessments(app.context(), alfa ?? "")[0]?.id;
    expect(attributes(opened.body, "a", "href")).toContain(`/assessments/${panel}/panel`);

    app.advance(1000);
    const all = await post(`${page}?tag=uji&search=a`, { ...values, title: "Semua", all: "on" });
    expect(all.status).toBe(302);
    expect([alfa, beta, gama].map((id) => states(id).filter(([title]) => title === "Semua"))).toEqual(
      [1, 2, 3].map(() => [["Semua", "draft"]]),
    );
  });

  it("open nothing where something is missing, and keep the ticks", async () => {
    const draft = anAssessment(app, aCompany(app));
    const template = saveTemplate(app.context(), draft, { name: "Kosong", withPanel: false });
    const company = aCompany(app);
    const page = `/templates/${template}/open`;
    const values = { title: "x", asOf: "2026-12-31", deadline: "" };
    const none = await post(page, values);
    expect(none.status).toBe(400);
    expect(textOf(none.body)).toContain(m.waves_open_choose());
    const untitled = await post(page, { ...values, title: "", [`company.${company}`]: "on" });
    expect(untitled.body).toMatch(new RegExp(`name="company\\.${company}"[^>]*checked=""`));
    const elsewhere = await post(page, { ...values, "company.nobody": "on", [`company.${company}`]: "on" });
    expect([elsewhere.status, textOf(elsewhere.body)]).toEqual([
      409,
      expect.stringContaining(m.waves_company_gone()),
    ]);
    expect((await post(page, { ...values, open: "on", [`company.${company}`]: "on" })).status).toBe(400);
    expect(readCompanyAssessments(app.context(), company)).toEqual([]);
    expect(requireTemplate(app.context(), template).settings.panel).toEqual([]);
  });
});

describe("the schedule", () => {
  const schedule = (id: string) => `/assessments/${id}/schedule`;
  const stored = (id: string) => readAssessment(app.context(), id);

  it("gives more time, by a week or to a date", async () => {
    const { assessmentId: id } = anOpenAssessment(app, { deadline: "2026-07-10" });
    expect((await post(schedule(id), { intent: "week" })).location).toBe(schedule(id));
    expect(stored(id)?.deadline).toBe("2026-07-17");
    await post(schedule(id), { intent: "extend", deadline: "2026-08-01" });
    expect(stored(id)?.deadline).toBe("2026-08-01");
    const earlier = await post(schedule(id), { intent: "extend", deadline: "2026-07-31" });
    expect(earlier.status).toBe(400);
    expect(attributes(earlier.body, "a", "href")).toContain("#field-deadline");
    expect(stored(id)?.deadline).toBe("2026-08-01");
  });

  it("keeps the days of reminders, ticked or written, and says what comes next", async () => {
    const { assessmentId: id } = anOpenAssessment(app, { deadline: "2026-07-31" });
    const asked = { intent: "reminders", "day.before-7": "on", "day.before-0": "on", more: "21; 5, 7" };
    expect((await post(schedule(id), asked)).status).toBe(302);
    expect(stored(id)?.reminderDays).toEqual([21, 7, 5, 0]);
    const { body } = await get(schedule(id));
    expect(textOf(body)).toContain(m.waves_reminders_next({ count: 0, date: "10 Juli 2026" }));
    expect(attributes(body, "input", "value")).toContain("21, 5");
    for (const more of ["91", "-1", "1.5", "besok"]) {
      const answer = await post(schedule(id), { ...asked, more });
      expect([answer.status, attributes(answer.body, "input", "value")]).toEqual([
        400,
        expect.arrayContaining([more]),
      ]);
    }
    expect((await post(schedule(id), { intent: "reminders", more: "" })).status).toBe(302);
    expect(stored(id)?.reminderDays).toEqual([]);
  });

  it("has nothing to change once nobody judges", async () => {
    const { assessmentId: id } = aJudgedAssessment(app, THREES, { deadline: "2026-07-10" });
    expect(attributes((await get(schedule(id))).body, "input", "name")).not.toContain("more");
    expect((await post(schedule(id), { intent: "week" })).status).toBe(409);
    expect((await post(schedule(id), { intent: "reminders", more: "3" })).status).toBe(409);
    const draft = anAssessment(app, aCompany(app), { deadline: "2026-07-10" });
    aPanel(app, draft);
    setReminders(app.context(), draft, [3]);
    expect((await post(schedule(draft), { intent: "week" })).status).toBe(409);
    expect(textOf((await get(schedule(draft))).body)).toContain(m.waves_schedule_draft());
  });
});

describe("reopening", () => {
  it("needs a reason, which stays in the audit log", async () => {
    const { assessmentId: id } = aJudgedAssessment(app, THREES);
    const silent = await post(`/assessments/${id}`, { intent: "reopen", reason: "  " });
    expect(silent.status).toBe(400);
    expect(attributes(silent.body, "a", "href")).toContain("#field-reason");
    expect(readAssessment(app.context(), id)?.state).toBe("closed");
    await post(`/assessments/${id}`, { intent: "reopen", reason: "Dua penilai terlambat" });
    expect(readAssessment(app.context(), id)?.state).toBe("open");
    expect(textOf((await get("/audit?action=assessment.reopen")).body)).toContain("Dua penilai terlambat");
  });
});
