import type { ServerBuild } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { createApp } from "~/http/handler";
import { changeState } from "~/use-cases/assessments";
import { publish, withdraw } from "~/use-cases/publish";
import { type Answer, createTestApp, type TestApp } from "../support/app";
import { readBuild } from "../support/build";
import { aJudgedAssessment } from "../support/factories";
import type { Account, Person } from "../support/people";

const ROWS = [
  [2, 3, 1],
  [2, 3, 4],
  [2, 3, 4],
];

let app: TestApp;
let made: ReturnType<typeof aJudgedAssessment>;
let viewer: Account;
let consultant: Account;
let report: string;
let file: string;

beforeEach(async () => {
  app = await createTestApp();
  made = aJudgedAssessment(app, ROWS, { published: true });
  viewer = await app.signIn("viewer", made.companyId);
  consultant = await app.signIn("consultant");
  report = `/assessments/${made.assessmentId}/report`;
  file = `/assessments/${made.assessmentId}/export.json`;
});

const tagOf = ({ headers }: Answer) => headers.get("ETag") ?? "none";
const again = (path: string, tag: string, as: Person, headers: Record<string, string> = {}) =>
  app.get(path, { as, headers: { "If-None-Match": tag, ...headers } });

describe.each([
  ["a published report", () => report],
  ["a published export", () => file],
])("%s", (_, path) => {
  it("is answered with 304 to a browser that has it, and without the policy of another page", async () => {
    const first = await app.get(path(), { as: viewer });
    expect(first.status).toBe(200);
    expect(tagOf(first)).toMatch(/^W\/"[\w-]{20,}"$/);
    expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
    expect(first.headers.get("Vary")).toContain("Cookie");
    const second = await again(path(), `"other", ${tagOf(first)}`, viewer);
    expect([second.status, second.body, tagOf(second)]).toEqual([304, "", tagOf(first)]);
    expect(second.headers.get("Content-Security-Policy")).toBeNull();
    expect(second.headers.get("Cache-Control")).toBe("private, no-cache");
  });

  it("has another tag for a consultant, who reads more of it", async () => {
    const theirs = await app.get(path(), { as: viewer });
    const own = await again(path(), tagOf(theirs), consultant);
    expect(own.status).toBe(200);
    expect(tagOf(own)).not.toBe(tagOf(theirs));
  });

  it("comes anew once it is published anew", async () => {
    const before = await app.get(path(), { as: viewer });
    withdraw(app.context(), made.assessmentId);
    publish(app.context(), made.assessmentId);
    const after = await again(path(), tagOf(before), viewer);
    expect(after.status).toBe(200);
    expect(tagOf(after)).not.toBe(tagOf(before));
  });

  it("is not given to somebody who has its tag and may not read it", async () => {
    const tag = tagOf(await app.get(path(), { as: viewer }));
    expect((await again(path(), tag, app.visitor())).status).toBe(302);
    const other = aJudgedAssessment(app, ROWS);
    const stranger = await app.signIn("viewer", other.companyId);
    expect((await again(path(), tag, stranger)).status).toBe(404);
  });

  it("is answered alike to HEAD", async () => {
    const tag = tagOf(await app.get(path(), { as: viewer }));
    const head = (given: Record<string, string>) =>
      app.handle(
        new Request(app.url(path()), { method: "HEAD", headers: { Cookie: viewer.jar.header(), ...given } }),
      );
    const whole = await head({});
    expect([whole.status, whole.headers.get("ETag")]).toEqual([200, tag]);
    expect((await head({ "If-None-Match": tag })).status).toBe(304);
  });

  it("is kept nowhere as long as it is not published", async () => {
    withdraw(app.context(), made.assessmentId);
    const live = await app.get(path(), { as: consultant });
    expect([live.status, live.headers.get("ETag")]).toEqual([200, null]);
    expect(live.headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("a published report", () => {
  it("comes anew after an answer to its member check", async () => {
    const before = await app.get(report, { as: viewer });
    const manager = await app.signIn("manager", made.companyId);
    const [first] = made.rubric.functions;
    const answer = { publication: "1", [`answer-${first?.key}`]: "confirm" };
    await app.post(`/assessments/${made.assessmentId}/check`, answer, { as: manager });
    const after = await again(report, tagOf(before), viewer);
    expect(after.status).toBe(200);
  });

  it("is drawn once, and bears the nonce and the number of each answer", async () => {
    const [first, second] = [await app.get(report, { as: viewer }), await app.get(report, { as: viewer })];
    const nonceOf = ({ headers }: Answer) =>
      /'nonce-([^']+)'/.exec(headers.get("Content-Security-Policy") ?? "")?.[1] ?? "none";
    const plain = (answer: Answer) =>
      answer.body
        .replaceAll(nonceOf(answer), "")
        .replaceAll(answer.headers.get("X-Request-Id") ?? "none", "");
    expect(nonceOf(second)).not.toBe(nonceOf(first));
    for (const answer of [first, second]) {
      expect(answer.body).toContain(`nonce="${nonceOf(answer)}"`);
      expect(answer.body).toContain(`data-request-id="${answer.headers.get("X-Request-Id")}"`);
    }
    expect(second.body).not.toContain(nonceOf(first));
    expect(plain(second)).toBe(plain(first));
  });

  it("shows each reader their own page, whoever asked before", async () => {
    for (const [as, name] of [
      [viewer, viewer.name],
      [consultant, consultant.name],
      [viewer, viewer.name],
    ] as const)
      expect((await app.get(report, { as })).body).toContain(name);
    const brand = app.services.db.$client.prepare("update workspace set accent = '#7a1fa2'");
    const before = (await app.get(report, { as: viewer })).body;
    brand.run();
    const after = (await app.get(report, { as: viewer })).body;
    const stylesheet = (page: string) => /<link rel="stylesheet" href="(\/brand[^"]+)"/.exec(page)?.[1];
    expect(stylesheet(after)).toBeDefined();
    expect(stylesheet(after)).not.toBe(stylesheet(before));
  });

  it("comes anew in another language", async () => {
    const indonesian = await app.get(report, { as: viewer, headers: { "Accept-Language": "id" } });
    const english = await again(report, tagOf(indonesian), viewer, { "Accept-Language": "en" });
    expect(english.status).toBe(200);
    expect(english.body).toContain('lang="en"');
  });

  it("stands once in its page, and in the data that a browser draws it from", async () => {
    const { body } = await app.get(report, { as: viewer });
    const title = /<h1[^>]*>.*?<\/h1>/s.exec(body)?.[0] ?? "";
    expect(body.split('id="agreement"').length - 1).toBe(1);
    expect(title).not.toBe("");
    const page = await app.get(`${report}.data`, { as: viewer });
    expect(page.headers.get("ETag")).toBeNull();
    expect(page.body).toContain("agreement");
  });
});

it("draws a live report anew when a judgment changes", async () => {
  withdraw(app.context(), made.assessmentId);
  const before = await app.get(report, { as: consultant });
  app.services.db.$client.prepare("update judgment set level = 4").run();
  const after = await app.get(report, { as: consultant });
  const text = (answer: Answer) => /<article.*<\/article>/s.exec(answer.body)?.[0];
  expect(text(after)).not.toBe(text(before));
  changeState(app.context(), made.assessmentId, "reopen");
});

describe("a page of a published report", () => {
  const ask = (build: ServerBuild, release: string, tag = "none") => {
    const headers = { Cookie: viewer.jar.header(), "If-None-Match": tag };
    return createApp({ services: app.services, build, release })(new Request(app.url(report), { headers }), {
      address: "192.0.2.7",
    });
  };

  it("is another one for every release, whose files and code have other names", async () => {
    const build = await readBuild();
    const later = { ...build, assets: { ...build.assets, version: "later" } };
    const first = (await ask(build, "one")).headers.get("ETag") ?? "none";
    expect((await ask(build, "one", first)).status).toBe(304);
    for (const [code, release] of [
      [later, "one"],
      [build, "two"],
    ] as const) {
      const anew = await ask(code, release, first);
      expect([anew.status, anew.headers.get("ETag")]).toEqual([200, expect.not.stringMatching(first)]);
    }
  });

  it("has no tag where it could not be drawn, and comes once it can", async () => {
    const build = await readBuild();
    const id = "routes/assessment-report/route";
    const route = build.routes[id];
    if (!route) throw new Error("The report has another route");
    const broken = () => {
      throw new Error("not drawn");
    };
    const routes = { ...build.routes, [id]: { ...route, module: { ...route.module, default: broken } } };
    const failed = await ask({ ...build, routes }, "one");
    expect([failed.status, failed.headers.get("ETag")]).toEqual([500, null]);
  });
});
