import { expect, it, onTestFinished } from "vitest";
import { startWorkshop } from "~/use-cases/workshops";
import { anOpenAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { startServer } from "../support/server";

/** Well under the ten seconds that requests in flight may take. */
const SOON = 4_000;

it("does not keep a server from stopping while a page listens", async () => {
  const server = await startServer();
  onTestFinished(async () => void (await server.stop()));
  const inside = lookInside(server);
  const { assessmentId } = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  startWorkshop(inside.context(), assessmentId);
  const { jar } = await inside.signIn("consultant");
  inside.close();
  const headers = { Accept: "text/event-stream", Cookie: jar.header() };
  const response = await fetch(`${server.url}/assessments/${assessmentId}/workshop/events`, { headers });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain("event: change");
  const asked = performance.now();
  const code = await server.stop();
  expect([code, performance.now() - asked < SOON]).toEqual([0, true]);
  expect((await reader?.read())?.done).toBe(true);
});
