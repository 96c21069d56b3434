import { beforeAll, describe, expect, it } from "vitest";
import type { Rubric } from "#rubric/schema";
import { locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { createOwnerLink } from "~/use-cases/accounts";
import { type Answer, createTestApp, type TestApp } from "../support/app";
import { expectedOverall } from "../support/expected";
import { aRubric, MAIN_RUBRIC, SMALL_RUBRIC } from "../support/factories";
import { attributes, firstText, textOf } from "../support/html";
import type { Person } from "../support/people";
import { reportLines } from "../support/report";

const PANEL = [
  { name: "Ratna Wulandari", email: "ratna@example.com", perspective: "expert" },
  { name: "Bayu Prasetyo", email: "bayu@example.com", perspective: "insider" },
  { name: "Lia Permatasari", email: "lia@example.com", perspective: "customer" },
];

/** Different levels for everybody, spread over the whole scale; the last member cannot judge the last function. */
function judgmentsFor({ functions, levels }: Rubric): (number | null)[][] {
  return PANEL.map((_member, person) =>
    functions.map((_fn, place) =>
      person === PANEL.length - 1 && place === functions.length - 1
        ? null
        : 1 + ((place * 2 + person * (place % 3)) % levels.length),
    ),
  );
}

/** Follows where the answer sends the browser. */
function sentTo({ status, location }: Answer): string {
  expect(status).toBe(302);
  return location ?? "";
}

async function becomeOwner(app: TestApp): Promise<Person> {
  const owner = app.visitor();
  const fields = { name: "Dewi Anggraini", email: "dewi@example.com", password: "tujuh ekor bangau" };
  const link = `/account/${createOwnerLink(app.context(), app.workspaceId)}`;
  expect(sentTo(await app.post(link, fields, { as: owner }))).toBe("/companies");
  return owner;
}

async function prepare(app: TestApp, owner: Person, rubric: Rubric) {
  const company = {
    name: "PT Uji Layanan",
    industry: "other",
    country: "ID",
    size: "small",
    offering: "services",
  };
  const companyPage = sentTo(await app.post("/companies/new", company, { as: owner }));
  const chooser = await app.get(`${companyPage}/assessments/new`, { as: owner });
  expect(attributes(chooser.body, "a", "href")).toContainEqual(
    expect.stringContaining(`rubric=${rubric.key}`),
  );
  const form = `${companyPage}/assessments/new?rubric=${rubric.key}`;
  expect((await app.get(form, { as: owner })).status).toBe(200);
  const settings = {
    title: "Penilaian 2026",
    asOf: "2026-06-30",
    deadline: "2026-07-12",
    quorum: "2",
    language: "id",
  };
  const panelPage = sentTo(await app.post(form, { ...settings, rubricKey: rubric.key }, { as: owner }));
  for (const member of PANEL) {
    const added = await app.post(panelPage, { intent: "add", weight: "1", ...member }, { as: owner });
    expect(sentTo(added)).toBe(panelPage);
  }
  const page = panelPage.replace(/\/panel$/, "");
  expect(sentTo(await app.post(page, { intent: "open" }, { as: owner }))).toBe(page);
  const links = await app.post(panelPage, { intent: "invite-missing" }, { as: owner });
  expect(links.status).toBe(200);
  const urls = attributes(links.body, "input", "value").filter((value) => value.includes("/i/"));
  return { companyPage, page, panelPage, links: urls.map((url) => new URL(url).pathname) };
}

/** One assessor's way from the link to the receipt; after the first function they go away and come back. */
async function judgeAll(
  app: TestApp,
  link: string,
  rubric: Rubric,
  levels: (number | null)[],
): Promise<void> {
  let browser = app.visitor();
  expect((await app.get(link, { as: browser })).status).toBe(200);
  expect((await app.get("/assess", { as: browser })).location).toBe("/invitation");
  expect(sentTo(await app.post(link, {}, { as: browser }))).toBe("/assess");
  for (const [place, fn] of rubric.functions.entries()) {
    const path = `/assess/functions/${fn.key}`;
    const page = await app.get(path, { as: browser });
    for (const descriptor of Object.values(fn.descriptors))
      expect(textOf(page.body)).toContain(descriptor.id);
    const level = levels[place] ?? null;
    const fields: Record<string, string> =
      level === null ? { level: "none", cannotJudge: "no-information" } : { level: String(level) };
    const next = rubric.functions[place + 1];
    const saved = await app.post(path, { ...fields, rationale: `Alasan untuk ${fn.key}` }, { as: browser });
    expect(sentTo(saved)).toBe(next ? `/assess/functions/${next.key}` : "/assess/check");
    if (place === 0) {
      browser = app.visitor();
      expect(sentTo(await app.post(link, {}, { as: browser }))).toBe("/assess");
    }
  }
  expect(sentTo(await app.post("/assess/check", {}, { as: browser }))).toBe("/assess/done");
  const done = await app.get("/assess/done", { as: browser });
  const receipt = app.services.db.$client.prepare(
    "select receipt from submission order by created_at desc, rowid desc",
  );
  expect(textOf(done.body)).toContain(String(receipt.pluck().get()));
}

async function inviteViewer(app: TestApp, owner: Person, companyPage: string): Promise<Person> {
  const person = { intent: "add", name: "Hendra Kusuma", email: "hendra@example.com", role: "viewer" };
  const given = await app.post(`${companyPage}/people`, person, { as: owner });
  const url = attributes(given.body, "input", "value").find((value) => value.includes("/account/")) ?? "";
  const viewer = app.visitor();
  const password = "sebelas kapal layar";
  sentTo(await app.post(new URL(url).pathname, { password }, { as: viewer }));
  return viewer;
}

describe.each([SMALL_RUBRIC, MAIN_RUBRIC])("a whole assessment by the rubric %s", (key) => {
  let app: TestApp;
  let rubric: Rubric;
  let owner: Person;
  let viewer: Person;
  let made: Awaited<ReturnType<typeof prepare>>;
  let judgments: (number | null)[][];

  // One story: each part stands on the one before.
  beforeAll(async () => {
    app = await createTestApp();
    rubric = aRubric(app, key);
    judgments = judgmentsFor(rubric);
    owner = await becomeOwner(app);
    made = await prepare(app, owner, rubric);
    viewer = await inviteViewer(app, owner, made.companyPage);
  });

  it("gives every member of the panel a link of their own", () => {
    expect(new Set(made.links).size).toBe(PANEL.length);
  });

  it("lets the assessors judge, leave, resume and hand in, and the consultant watch", async () => {
    for (const [place, link] of made.links.entries()) {
      await judgeAll(app, link, rubric, judgments[place] ?? []);
      app.advance(60_000);
      const overview = textOf((await app.get(made.page, { as: owner })).body);
      expect(overview).toContain(m.consultant_stage_submitted());
    }
    const { $client } = app.services.db;
    expect($client.prepare("select count(*) from submission").pluck().get()).toBe(PANEL.length);
  });

  it("is closed and published, and only then read by the company", async () => {
    expect((await app.get(`${made.page}/report`, { as: viewer })).status).toBe(404);
    expect(sentTo(await app.post(made.page, { intent: "close" }, { as: owner }))).toBe(made.page);
    expect((await app.get(`${made.page}/report`, { as: viewer })).status).toBe(404);
    expect(sentTo(await app.post(made.page, { intent: "publish" }, { as: owner }))).toBe(made.page);
    expect((await app.get(`${made.page}/report`, { as: viewer })).status).toBe(200);
  });

  it.each(locales)("is reported with the levels that follow from the judgments (%s)", async (locale) => {
    const headers = { "Accept-Language": locale };
    const expected = expectedOverall(judgments, 2);
    expect(expected.typical).not.toBeNull();
    for (const as of [owner, viewer]) {
      const { body } = await app.get(`${made.page}/report`, { as, headers });
      expect(attributes(body, "html", "lang")).toEqual([locale]);
      for (const line of reportLines(rubric, expected, locale)) expect(textOf(body)).toContain(line);
    }
  });

  it("is found by the company's people from where they arrive", async () => {
    expect(sentTo(await app.get("/companies", { as: viewer }))).toBe(made.companyPage);
    const { body } = await app.get(made.companyPage, { as: viewer });
    expect(firstText(body, "h1")).toBe("PT Uji Layanan");
    expect(attributes(body, "a", "href")).toContain(`${made.page}/report`);
  });

  it("is closed to everybody else", async () => {
    const neighbour = await app.signIn("viewer", await otherCompany(app, owner));
    for (const path of [made.companyPage, made.page, made.panelPage, `${made.page}/report`]) {
      expect((await app.get(path, { as: neighbour })).status).toBe(404);
    }
    for (const path of [
      made.page,
      made.panelPage,
      `${made.companyPage}/edit`,
      `${made.companyPage}/people`,
    ]) {
      expect((await app.get(path, { as: viewer })).status).toBe(404);
      expect((await app.post(path, { intent: "withdraw" }, { as: viewer })).status).toBe(404);
    }
    expect((await app.get(`${made.page}/report`, { as: viewer })).status).toBe(200);
  });
});

async function otherCompany(app: TestApp, owner: Person): Promise<string> {
  const company = { name: "PT Tetangga", industry: "other", country: "ID", size: "micro", offering: "goods" };
  return (
    sentTo(await app.post("/companies/new", company, { as: owner }))
      .split("/")
      .at(-1) ?? ""
  );
}
