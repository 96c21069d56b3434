import { beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app";
import { crawl, stored } from "../support/security-crawl";
import { ROLES, type Scene, setScene } from "../support/security-scene";

let app: TestApp;
let scene: Scene;
beforeAll(async () => {
  app = await createTestApp();
  scene = await setScene(app);
  // Long enough for a visit to note that a session is still in use.
  app.advance(10 * 60_000);
});

it("sees what is stored", () => {
  const { company, panel_member, mail } = stored(app);
  expect([company?.length, panel_member?.length]).toEqual([3, 18]);
  expect(mail?.length).toBeGreaterThan(9);
});

it.each(ROLES)("looking at everything as %s changes nothing", async (role) => {
  const before = stored(app);
  const visited = await crawl(app, scene, scene.people[role]);
  expect(visited.length).toBeGreaterThan(role === "consultant" || role === "owner" ? 90 : 50);
  expect(visited.filter(({ status }) => status >= 500)).toEqual([]);
  expect(stored(app)).toEqual(before);
});
