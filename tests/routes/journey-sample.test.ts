import { describe, expect, it } from "vitest";
import { locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { createTestApp } from "../support/app";
import { aRubric, MAIN_RUBRIC } from "../support/factories";
import { attributes } from "../support/html";
import { reportLines } from "../support/report";
import { readReport } from "../support/route-report";
import { storedSample } from "../support/stored-sample";

async function sample() {
  const app = await createTestApp({ sample: true });
  const rubric = aRubric(app, MAIN_RUBRIC);
  const stored = storedSample(app.services.db, rubric);
  return { app, rubric, stored, assessmentId: stored.id, owner: await app.signIn("owner") };
}

describe("the sample report", () => {
  it.each(locales)(
    "shows cross-channel (3) and the nine levels that follow from the judgments (%s)",
    async (locale) => {
      const { app, rubric, stored, owner } = await sample();
      const expected = stored.expected();
      expect(expected.typical).toBe(3);
      expect(expected.levels).toHaveLength(9);
      const { status, text } = await readReport(app, stored.id, owner, locale);
      expect(status).toBe(200);
      for (const line of reportLines(rubric, expected, locale)) expect(text).toContain(line);
      expect(text).toContain(`${m.report_typical({}, { locale })} 3 Cross-channel`);
    },
  );

  it("changes when one stored judgment changes", async () => {
    const { app, rubric, stored, owner } = await sample();
    const before = reportLines(rubric, stored.expected(), "id");
    stored.changeOne();
    const after = reportLines(rubric, stored.expected(), "id");
    expect(after).not.toEqual(before);
    const { text } = await readReport(app, stored.id, owner);
    for (const line of after) expect(text).toContain(line);
    expect(text).not.toContain(before.at(-1));
  });

  it("draws its figures in the first HTML, each with its data as a table", async () => {
    const { app, assessmentId, owner } = await sample();
    const { body } = await readReport(app, assessmentId, owner);
    const figures = body.match(/<figure\b.*?<\/figure>/gs) ?? [];
    expect(figures.length).toBeGreaterThanOrEqual(3);
    for (const figure of figures) {
      expect(figure).toContain("<svg");
      expect(figure).toContain("<table");
    }
    expect(body).not.toMatch(/recharts/i);
  });

  it("can be removed with its company in one press", async () => {
    const { app, assessmentId, owner } = await sample();
    const list = await app.get("/companies", { as: owner });
    const [remove = ""] = attributes(list.body, "form", "action").filter((action) =>
      action.endsWith("/delete"),
    );
    expect(await app.post(remove, {}, { as: owner })).toMatchObject({ status: 302, location: "/companies" });
    expect((await readReport(app, assessmentId, owner)).status).toBe(404);
    expect(app.services.db.$client.prepare("select count(*) from judgment").pluck().get()).toBe(0);
  });
});
