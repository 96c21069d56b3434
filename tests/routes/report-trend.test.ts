import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { publish } from "~/use-cases/publish";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany, anAssessment, aPanel, aRubric, judge, MAIN_RUBRIC } from "../support/factories";
import { textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

function judged(companyId: string, asOf: string, level: number, rubricKey?: string): string {
  const assessmentId = anAssessment(app, companyId, { asOf, ...(rubricKey ? { rubricKey } : {}) });
  const members = aPanel(app, assessmentId);
  changeState(app.context(), assessmentId, "open");
  const rubric = aRubric(app, rubricKey);
  for (const member of members) {
    const levels = rubric.functions.map(() => level);
    judge(app, { assessmentId, rubric }, member, levels);
  }
  changeState(app.context(), assessmentId, "close");
  return assessmentId;
}

async function read(companyId: string, as: Person) {
  const { status, body } = await app.get(`/companies/${companyId}/trend`, {
    as,
    headers: { "Accept-Language": "id" },
  });
  return { status, body, text: textOf(body) };
}

describe("the trend of a company", () => {
  it("is a table of its finished assessments with the last change, and no chart code", async () => {
    const companyId = aCompany(app);
    judged(companyId, "2025-06-30", 2);
    judged(companyId, "2026-06-30", 4);
    const { status, body, text } = await read(companyId, await app.signIn("consultant"));
    expect(status).toBe(200);
    expect(text).toMatch(/30 Juni 2025.*30 Juni 2026/);
    expect(body.match(/\+2/g)).toHaveLength(aRubric(app).functions.length + 2);
    expect(body).not.toMatch(/recharts/i);
  });

  it("holds for the company's readers what is published", async () => {
    const companyId = aCompany(app);
    publish(app.context(), judged(companyId, "2025-06-30", 2));
    judged(companyId, "2026-06-30", 4);
    const { status, text } = await read(companyId, await app.signIn("viewer", companyId));
    expect(status).toBe(200);
    expect(text).toContain("30 Juni 2025");
    expect(text).not.toContain("30 Juni 2026");
    expect(text).toContain(m.report_trend_one());
  });

  it("keeps different measures apart, the latest first", async () => {
    const companyId = aCompany(app);
    judged(companyId, "2024-06-30", 2);
    judged(companyId, "2025-06-30", 3, MAIN_RUBRIC);
    const { body } = await read(companyId, await app.signIn("owner"));
    const headings = [...body.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title);
    expect(headings).toEqual([
      m.report_rubric_version({ name: aRubric(app, MAIN_RUBRIC).name.id, version: "1.0.0" }),
      m.report_rubric_version({ name: aRubric(app).name.id, version: "1.0.0" }),
    ]);
  });

  it("says what belongs here when nothing is finished", async () => {
    const companyId = aCompany(app);
    anAssessment(app, companyId);
    const { status, text } = await read(companyId, await app.signIn("owner"));
    expect(status).toBe(200);
    expect(text).toContain(m.report_trend_none_title());
  });

  it("is nobody else's", async () => {
    const own = aCompany(app);
    const foreign = aCompany(app, { name: "PT Lain" });
    const viewer = await app.signIn("viewer", own);
    expect((await read(foreign, viewer)).status).toBe(404);
    expect((await read("unknown", viewer)).status).toBe(404);
    expect((await read(own, app.visitor())).status).toBe(302);
  });
});
