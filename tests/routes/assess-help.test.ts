import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { publish } from "~/use-cases/publish";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { aCompany, anAssessment, aPanel, aRubric, judge } from "../support/factories";
import { attributes, textOf } from "../support/html";
import { createOwner } from "../support/owner-link";
import type { Person } from "../support/people";

let app: TestApp;
let companyId: string;

beforeEach(async () => {
  app = await createTestApp();
  await createOwner(app);
  companyId = aCompany(app);
});

const page = (key: string) => `/assess/functions/${key}`;

/** An assessor of an open assessment of the company. */
async function anAssessor(showPrevious: boolean): Promise<Person> {
  const assessmentId = anAssessment(app, companyId, { showPrevious });
  const [memberId = ""] = aPanel(app, assessmentId);
  changeState(app.context(), assessmentId, "open");
  return app.sitDown(assessmentId, memberId);
}

/** An earlier assessment in which every function reached level 2, published. */
function publishBefore(): void {
  const assessmentId = anAssessment(app, companyId, { asOf: "2025-06-30", title: "Tahun lalu" });
  const [memberId = ""] = aPanel(app, assessmentId, ["expert"]);
  changeState(app.context(), assessmentId, "open");
  judge(app, { assessmentId, rubric: aRubric(app) }, memberId, [2, 2, 2]);
  changeState(app.context(), assessmentId, "close");
  publish(app.context(), assessmentId);
}

const read = async (path: string, as: Person) => (await app.get(path, { as })).body;

describe("what helps to choose between two levels", () => {
  it("is what the higher one takes, level by level, also where no indicator tells them apart", async () => {
    const as = await anAssessor(false);
    const text = textOf(await read(page("resolution"), as));
    const [, second, third] =
      aRubric(app).functions.find(({ key }) => key === "resolution")?.indicators ?? [];
    expect(third).toBeUndefined();
    const between = (level: number, name: string, below: number, words: string) =>
      `${m.assess_difference({ level, name, below })} ${words}`;
    expect(text).toContain(between(3, "Terkelola", 2, second?.text.id ?? ""));
    expect(text).toContain(between(4, "Terus membaik", 3, m.assess_difference_none({ level: 4 })));
    expect(text).not.toContain(m.assess_difference({ level: 1, name: "Seadanya", below: 0 }));
  });

  it("is left out with the indicators where a function has none", async () => {
    const text = textOf(await read(page("learning"), await anAssessor(false)));
    expect(text).not.toContain(m.assess_differences());
    expect(text).not.toContain(m.assess_indicators());
  });

  it("asks the indicators under the level that first takes each", async () => {
    const body = await read(page("intake"), await anAssessor(false));
    const legends = [...body.matchAll(/<legend\b[^>]*>(.*?)<\/legend>/gs)].map(([, html = ""]) =>
      textOf(html),
    );
    const indicators = aRubric(app).functions[0]?.indicators.map(({ text }) => text.id) ?? [];
    const names = ["2 Berulang", "3 Terkelola", "4 Terus membaik"];
    const expected = names.flatMap((name, place) => [name, indicators[place]]);
    expect(legends.filter((legend) => expected.includes(legend))).toEqual(expected);
  });
});

describe("a level above an indicator answered not met", () => {
  const contradicting: Fields = {
    level: "3",
    "indicator-one-list": "not-met",
    "indicator-review": "not-met",
  };
  const said = () => m.assess_contradiction({ level: 3, count: 1 });

  it("is saved as it is, and pointed out on the page and on the way to sending", async () => {
    const as = await anAssessor(false);
    expect((await app.post(page("intake"), contradicting, { as })).status).toBe(302);
    const body = await read(page("intake"), as);
    expect(textOf(body)).toContain(`${said()} ${aRubric(app).functions[0]?.indicators[0]?.text.id}`);
    expect(attributes(body, "a", "href")).toContain("#field-rationale");
    const check = await read("/assess/check", as);
    expect(textOf(check)).toContain(said());
    expect(attributes(check, "a", "href")).toContain("/assess/functions/intake#field-rationale");
  });

  it("is pointed out on a page that was refused, too", async () => {
    const as = await anAssessor(false);
    const answer = await app.post(page("intake"), { ...contradicting, confidence: "9" }, { as });
    expect(answer.status).toBe(400);
    expect(textOf(answer.body)).toContain(said());
  });
});

describe("what was published before", () => {
  const shown = () => m.assess_previous_level({ date: "30 Juni 2025", level: 2, name: "Berulang" });

  it("stands folded after the levels where the consultant allows it", async () => {
    publishBefore();
    const body = await read(page("intake"), await anAssessor(true));
    expect(textOf(body)).toContain(shown());
    const folded = /<details(?![^>]*\sopen)[^>]*>(?:(?!<\/details>).)*?<\/details>/gs;
    const fold = (body.match(folded) ?? []).find((html) => textOf(html).includes(shown()));
    expect(fold && body.indexOf(fold)).toBeGreaterThan(body.lastIndexOf('name="level"'));
    expect(body).not.toContain("Tahun lalu");
  });

  it("is nowhere in the page where it is not allowed, or where there is nothing", async () => {
    expect(textOf(await read(page("intake"), await anAssessor(true)))).not.toContain(m.assess_previous());
    publishBefore();
    const body = await read(page("intake"), await anAssessor(false));
    expect(textOf(body)).not.toContain(m.assess_previous());
    expect(body).not.toContain("2025-06-30");
  });
});
