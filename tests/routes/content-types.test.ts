import { expect, it } from "vitest";
import { createTestApp } from "../support/app";
import { aJudgedAssessment, SMALL_RUBRIC } from "../support/factories";

it("names the type and the encoding of everything that has text in it", async () => {
  const app = await createTestApp();
  const owner = await app.signIn("owner");
  const levels = [3, 3, 2].map((level) => [level, level, level]);
  const { assessmentId } = aJudgedAssessment(app, levels, { rubricKey: SMALL_RUBRIC });
  const expected: Record<string, string> = {
    "/": "text/html",
    "/sign-in": "text/html",
    "/nowhere": "text/html",
    "/companies": "text/html",
    "/companies.data": "text/x-script",
    "/livez": "text/plain",
    "/audit/export.csv": "text/csv",
    [`/assessments/${assessmentId}/export.csv`]: "text/csv",
    [`/assessments/${assessmentId}/export.json`]: "application/json",
    [`/assessments/${assessmentId}/figures/radar.svg`]: "image/svg+xml",
  };
  for (const [path, type] of Object.entries(expected)) {
    const as = path === "/" || path === "/sign-in" ? app.visitor() : owner;
    const { headers } = await app.get(path, { as });
    expect([path, headers.get("Content-Type")]).toEqual([path, `${type}; charset=utf-8`]);
  }
  const foreign = await app.post("/sign-out", {}, { headers: { Origin: "https://other.example" } });
  expect(foreign.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
});
