import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { beforeAll, expect, it } from "vitest";
import { narrowing } from "~/http/narrow-build";
import { remixHandler } from "~/http/remix";
import { createTestApp, type TestApp } from "../support/app";
import { readBuild } from "../support/build";
import { drawnPage } from "../support/drawn-page";
import { aJudgedAssessment } from "../support/factories";
import type { Person } from "../support/people";

let app: TestApp;
let build: ServerBuild;
let consultant: Person;
let assessmentId: string;

beforeAll(async () => {
  app = await createTestApp();
  build = await readBuild();
  consultant = await app.signIn("consultant");
  assessmentId = aJudgedAssessment(app, [[2, 3, 1]], { published: true }).assessmentId;
});

/** What Remix answers, with what is new in every answer taken out. */
async function answers(handler: ReturnType<typeof remixHandler>, path: string, method = "GET") {
  const request = new Request(app.url(path), { method, headers: { Cookie: consultant.jar.header() } });
  const { services } = app;
  const context = { services, nonce: "n", requestId: "r", locale: "id" as const, address: "192.0.2.1" };
  const { status, body, headers } = await handler(request, context);
  const text = body ? await new Response(body).text() : "";
  const type = headers.get("Content-Type");
  return { status, page: drawnPage(text), type, location: headers.get("Location") };
}

it.each([
  "/",
  "/sign-in",
  "/companies",
  "/companies/new",
  "/assessments/:id/report",
  "/assessments/:id",
  "/assessments/nowhere/report",
  "/help/method",
  "/no/such/page",
  "/assessments/:id/functions.csv",
  "/assessments/:id/export.json",
  "/assessments/nowhere/export.json",
  "/assess/functions/intake/save",
  "/.well-known/selaras-signing-key",
  "/sign-out",
  "/companies?index",
  "/companies.data",
  "/_root.data",
  "/__manifest?p=%2Fcompanies&p=%2Fme&version=x",
])("answers %s as the whole build does", async (pattern) => {
  const path = pattern.replace(":id", assessmentId);
  const whole = createRequestHandler(build, "production");
  const version = build.assets.version;
  const asked = path.replace("version=x", `version=${version}`);
  const expected = await answers(
    // What the page is told beside, it is told in both.
    (request, context) => whole(request, { ...context, dataOnly: asked.includes(".data") }),
    asked,
  );
  expect(await answers(remixHandler(build), asked)).toEqual(expected);
});

it("refuses a method as the whole build does", async () => {
  const whole = createRequestHandler(build, "production");
  const expected = await answers((request, context) => whole(request, { ...context }), "/companies", "PUT");
  expect(await answers(remixHandler(build), "/companies", "PUT")).toEqual(expected);
});

it("keeps one small build for each kind of address", () => {
  const narrow = narrowing(build);
  const one = narrow("/assessments/11111111-1111-4111-8111-111111111111/report");
  const other = narrow("/assessments/22222222-2222-4222-8222-222222222222/report.data");
  expect(one).not.toBeNull();
  expect(other).toBe(one);
  expect(Object.keys(one?.routes ?? {}).length).toBeLessThan(Object.keys(build.routes).length / 4);
});
