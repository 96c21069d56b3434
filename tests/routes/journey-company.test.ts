import { describe, expect, it } from "vitest";
import { changeState } from "~/use-cases/assessments";
import { publish, withdraw } from "~/use-cases/publish";
import { createTestApp } from "../support/app";
import { expectedOverall } from "../support/expected";
import { aJudgedAssessment, anAssessment } from "../support/factories";
import { reportLines } from "../support/report";
import { readReport } from "../support/route-report";

describe("what the company reads", () => {
  const ROWS = [
    [2, 3, 4],
    [2, 3, 4],
    [3, 3, 4],
  ];

  it("is its own published reports, and nobody else's", async () => {
    const app = await createTestApp();
    const own = aJudgedAssessment(app, ROWS, { published: true });
    const unpublished = aJudgedAssessment(app, ROWS);
    const foreign = aJudgedAssessment(app, ROWS, { published: true });
    const viewer = await app.signIn("viewer", own.companyId);
    const page = await readReport(app, own.assessmentId, viewer);
    expect(page.status).toBe(200);
    for (const line of reportLines(own.rubric, expectedOverall(ROWS), "id"))
      expect(page.text).toContain(line);
    const draft = anAssessment(app, own.companyId);
    for (const id of [foreign.assessmentId, unpublished.assessmentId, draft, "unknown"]) {
      expect((await readReport(app, id, viewer)).status).toBe(404);
    }
    const visitor = await app.get(`/assessments/${own.assessmentId}/report`, { as: app.visitor() });
    expect(visitor).toMatchObject({ status: 302, location: expect.stringMatching(/^\/sign-in\?next=/) });
  });

  it("is not what its own assessment holds before publishing, nor after withdrawing", async () => {
    const app = await createTestApp();
    const { companyId, assessmentId } = aJudgedAssessment(app, ROWS);
    const viewer = await app.signIn("viewer", companyId);
    expect((await readReport(app, assessmentId, viewer)).status).toBe(404);
    publish(app.context(), assessmentId);
    expect((await readReport(app, assessmentId, viewer)).status).toBe(200);
    withdraw(app.context(), assessmentId);
    expect((await readReport(app, assessmentId, viewer)).status).toBe(404);
  });

  it("stays as it was published, whatever is stored later, until it is published again", async () => {
    const app = await createTestApp();
    const { companyId, assessmentId, rubric } = aJudgedAssessment(app, ROWS, { published: true });
    const viewer = await app.signIn("viewer", companyId);
    app.services.db.$client.exec("update judgment set level = 1");
    const frozen = await readReport(app, assessmentId, viewer);
    for (const line of reportLines(rubric, expectedOverall(ROWS), "id")) expect(frozen.text).toContain(line);

    withdraw(app.context(), assessmentId);
    expect(publish(app.context(), assessmentId)).toBe(2);
    const corrected = await readReport(app, assessmentId, viewer);
    const ones = { levels: [1, 1, 1], typical: 1, attained: 1 };
    for (const line of reportLines(rubric, ones, "id")) expect(corrected.text).toContain(line);
  });

  it("names no member of the panel", async () => {
    const app = await createTestApp();
    const { companyId, assessmentId } = aJudgedAssessment(app, ROWS, { published: true });
    const viewer = await app.signIn("viewer", companyId);
    const { body } = await readReport(app, assessmentId, viewer);
    expect(body).not.toMatch(/Anggota \d|anggota\d@/);
  });

  it("is also what is in the archive", async () => {
    const app = await createTestApp();
    const { companyId, assessmentId } = aJudgedAssessment(app, ROWS, { published: true });
    changeState(app.context(), assessmentId, "archive");
    const viewer = await app.signIn("viewer", companyId);
    expect((await readReport(app, assessmentId, viewer)).status).toBe(200);
  });
});
