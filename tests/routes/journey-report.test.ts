import { beforeAll, describe, expect, it } from "vitest";
import { locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { createTestApp, type TestApp } from "../support/app";
import { expectedOverall } from "../support/expected";
import { aJudgedAssessment, anOpenAssessment } from "../support/factories";
import { textOf } from "../support/html";
import type { Person } from "../support/people";
import { reportLines } from "../support/report";
import { readReport } from "../support/route-report";

describe("a report on three functions and four levels", () => {
  let app: TestApp;
  let owner: Person;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
  });

  it.each<[string, (number | null)[][], number]>([
    [
      "agree",
      [
        [3, 3, 3],
        [3, 3, 3],
        [3, 3, 3],
      ],
      3,
    ],
    [
      "differ",
      [
        [1, 4, 2],
        [2, 4, 4],
        [4, 3, 4],
      ],
      3,
    ],
    [
      "divide evenly",
      [
        [2, 3, 1],
        [3, 4, 1],
        [null, null, 1],
      ],
      2,
    ],
    [
      "leave a function below the quorum",
      [
        [2, 3, null],
        [3, 4, 1],
        [4, 4, null],
      ],
      3,
    ],
    [
      "leave a function to nobody",
      [
        [2, 3, null],
        [2, 3, null],
        [1, 2, null],
      ],
      1,
    ],
  ])("says what follows when the panel members %s", async (_what, rows, quorum) => {
    const { assessmentId, rubric } = aJudgedAssessment(app, rows, { quorum });
    const expected = expectedOverall(rows, quorum);
    for (const locale of locales) {
      const { status, text } = await readReport(app, assessmentId, owner, locale);
      expect(status).toBe(200);
      const [typical = "", attained = "", profile = ""] = reportLines(rubric, expected, locale);
      expect(text).toContain(typical);
      if (expected.attained !== null) expect(text).toContain(attained);
      else expect(text).not.toMatch(new RegExp(`${m.report_attained({}, { locale })} \\d`));
      expect(text).toContain(profile);
    }
  });

  it("shows no level, and says why, when nobody could judge", async () => {
    const nothing = [null, null, null];
    const { assessmentId } = aJudgedAssessment(app, [nothing, nothing, nothing]);
    const { status, text } = await readReport(app, assessmentId, owner);
    expect(status).toBe(200);
    expect(text).toMatch(new RegExp(`${m.report_no_result_title()}|${m.report_empty_title()}`));
    expect(text).not.toMatch(new RegExp(`${m.report_typical()} \\d`));
  });

  it("has words instead of levels before anybody has judged", async () => {
    const { assessmentId } = anOpenAssessment(app);
    const { status, text } = await readReport(app, assessmentId, owner);
    expect(status).toBe(200);
    expect(text).toContain(m.report_empty_title());
  });

  it("leaves out of the overall what the assessment leaves out", async () => {
    const rows = [
      [1, 4, 4],
      [1, 4, 4],
      [1, 4, 4],
    ];
    const { assessmentId, rubric } = aJudgedAssessment(app, rows, { leftOut: ["intake"] });
    const { text } = await readReport(app, assessmentId, owner);
    const expected = { levels: [1, 4, 4], typical: 4, attained: 4 };
    for (const line of reportLines(rubric, expected, "id")) expect(text).toContain(line);
  });
});

describe("a report without enough judgments", () => {
  it("cannot be published", async () => {
    const app = await createTestApp();
    const rows = [
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ];
    const { assessmentId } = aJudgedAssessment(app, rows);
    const owner = await app.signIn("owner");
    const answer = await app.post(`/assessments/${assessmentId}`, { intent: "publish" }, { as: owner });
    expect(answer.status).toBe(409);
    expect(textOf(answer.body)).toContain(m.consultant_nothing_judged());
  });
});
