import { beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app";
import { addresses } from "../support/build";
import { pathAt } from "../support/security-cells";
import { stored } from "../support/security-crawl";
import { type Scene, setScene } from "../support/security-scene";

const HOME = "http://selaras.test";
/** What another site's page, or no browser at all, would send. */
const FOREIGN: [string, Record<string, string>][] = [
  ["no origin", {}],
  ["an opaque origin", { Origin: "null" }],
  ["an empty origin", { Origin: "" }],
  ["another host", { Origin: "https://evil.example" }],
  ["a host that begins like ours", { Origin: `${HOME}.evil.example` }],
  ["a host that ends like ours", { Origin: "http://evilselaras.test" }],
  ["another scheme", { Origin: "https://selaras.test" }],
  ["another port", { Origin: `${HOME}:8080` }],
  ["our origin with a path", { Origin: `${HOME}/sign-in` }],
  ["two origins", { Origin: `${HOME}, https://evil.example` }],
  ["a request that the browser calls cross-site", { Origin: HOME, "Sec-Fetch-Site": "cross-site" }],
  ["a request from a neighbouring host", { Origin: HOME, "Sec-Fetch-Site": "same-site" }],
];

let app: TestApp;
let scene: Scene;
let paths: string[];
beforeAll(async () => {
  app = await createTestApp();
  scene = await setScene(app);
  paths = (await addresses()).flatMap(({ path }) => {
    const at = pathAt(path, scene, "own");
    const name = at === "/" ? "/_root" : at;
    return [at, `${name}.data`, `${at}?_data=root`, `${name.toUpperCase()}/`, `${at}?index`];
  });
});

describe.each(FOREIGN)("%s", (_what, headers) => {
  it.each(["POST", "PUT", "PATCH", "DELETE", "QUERY"])("gets nothing done anywhere (%s)", async (method) => {
    const before = JSON.stringify(stored(app));
    const { owner, assessor } = scene.people;
    const Cookie = `${owner.jar.header()}; ${assessor.jar.header()}`;
    const through: [string, number][] = [];
    for (const path of paths) {
      const body = new URLSearchParams({ intent: "close", confirmed: "yes", name: "X" });
      const request = new Request(app.url(path), { method, body, headers: { ...headers, Cookie } });
      const { status } = await app.handle(request);
      if (status !== 403) through.push([path, status]);
    }
    expect(through).toEqual([]);
    expect(JSON.stringify(stored(app))).toBe(before);
  });
});

it("is what stops them: the same request from our own page is let in", async () => {
  const statuses = new Set<number>();
  for (const path of paths) {
    const request = new Request(app.url(path), { method: "POST", headers: { Origin: HOME } });
    statuses.add((await app.handle(request)).status);
  }
  expect(statuses).not.toContain(403);
  expect(statuses.size).toBeGreaterThan(3);
});
