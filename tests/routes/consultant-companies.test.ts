import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { readAssessments } from "~/use-cases/assessments";
import { readCompanies } from "~/use-cases/companies";
import { withdraw } from "~/use-cases/publish";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany, aJudgedAssessment, anAssessment, anOpenAssessment, judge } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let owner: Person;
beforeEach(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});

const COMPANY = { name: "PT Maju", industry: "trade", country: "ID", size: "small", offering: "both" };
const page = async (path: string, as: Person) => (await app.get(path, { as })).body;
const THREES = [3, 3, 3];

describe("a new company", () => {
  it.each<[string, Record<string, string | string[]>]>([
    ["name", { name: "  " }],
    ["name", { name: "x".repeat(121) }],
    ["name", { name: ["A", "B"] }],
    ["industry", { industry: "" }],
    ["industry", { industry: "Toko buku" }],
    ["country", { country: "XX" }],
    ["size", { size: "huge" }],
    ["offering", { offering: "services " }],
  ])("is not stored with a wrong %s (%j), and what was typed stays", async (field, wrong) => {
    const answer = await app.post("/companies/new", { ...COMPANY, ...wrong }, { as: owner });
    expect(answer.status).toBe(400);
    expect(attributes(answer.body, "a", "href")).toContain(`#field-${field}`);
    expect(answer.body).toContain(m.error_title_prefix({ title: m.consultant_company_new() }));
    if (field !== "name") expect(attributes(answer.body, "input", "value")).toContain(COMPANY.name);
    expect(readCompanies(app.context())).toEqual([]);
  });

  it("opens on its own page, which says what comes first", async () => {
    const { location } = await app.post("/companies/new", COMPANY, { as: owner });
    const text = textOf(await page(location ?? "", owner));
    expect(text).toContain(m.consultant_company_created({ name: COMPANY.name }));
    expect(text).toContain(m.consultant_industry_trade());
    expect(text).toContain(m.consultant_assessments_empty_title());
  });
});

describe("an industry written by hand", () => {
  it("is shown as it is and may stay, but cannot be given to another company", async () => {
    const [written, other] = [aCompany(app, { industry: "Pemagangan ke Jepang" }), aCompany(app)];
    expect(textOf(await page(`/companies/${written}`, owner))).toContain("Pemagangan ke Jepang");
    const fields = { ...COMPANY, industry: "Pemagangan ke Jepang" };
    expect((await app.post(`/companies/${written}/edit`, fields, { as: owner })).status).toBe(302);
    expect((await app.post(`/companies/${other}/edit`, fields, { as: owner })).status).toBe(400);
  });
});

describe("the list of companies", () => {
  it("has a first-use state", async () => {
    const body = await page("/companies", owner);
    expect(textOf(body)).toContain(m.consultant_companies_empty_title());
    expect(attributes(body, "a", "href")).toContain("/companies/new");
  });

  it("shows the published levels, nothing of a closed assessment, and how far a running one is", async () => {
    aJudgedAssessment(app, [THREES, THREES, THREES], { published: true });
    aJudgedAssessment(app, [
      [2, 2, 2],
      [2, 2, 2],
      [2, 2, 2],
    ]);
    const running = anOpenAssessment(app);
    judge(app, running, running.members[0] ?? "", THREES);
    const body = await page("/companies", owner);
    const text = textOf(body);
    const { levels, functions } = running.rubric;
    const cells = attributes(body, "td", "title");
    expect(cells.filter((name) => name === levels[2]?.name.id)).toHaveLength(functions.length + 2);
    expect(cells).not.toContain(levels[1]?.name.id);
    expect(text).toContain(m.consultant_submitted_of({ submitted: 1, members: 3 }));
  });

  it("is ordered by the column that the address names", async () => {
    for (const name of ["Beta", "alfa", "Gama"]) aCompany(app, { name });
    const order = async (sort: string) => {
      const text = textOf(await page(`/companies?sort=${sort}`, owner));
      return ["alfa", "Beta", "Gama"].sort((a, b) => text.indexOf(a) - text.indexOf(b));
    };
    expect(await order("-name")).toEqual(["Gama", "Beta", "alfa"]);
    expect(await order("level")).toEqual(["alfa", "Beta", "Gama"]);
    expect(await order("nonsense")).toEqual(["alfa", "Beta", "Gama"]);
  });

  it("shows what the address asks for, keeps it in the form, and says when nothing fits", async () => {
    aCompany(app, { name: "Beta", industry: "trade", size: "large" });
    aCompany(app, { name: "Alfa <b>", industry: "mining", size: "small" });
    const body = await page("/companies?search=alfa+%3Cb%3E", owner);
    const listed = attributes(body, "a", "title");
    expect(listed.filter((title) => /Alfa|Beta/.test(title))).toHaveLength(1);
    expect(attributes(body, "input", "value")).toContain("alfa <b>");
    const large = textOf(await page("/companies?size=large&industry=trade", owner));
    expect(large).toContain("Beta");
    expect(large).not.toContain("Alfa");
    expect(textOf(await page("/companies?size=micro", owner))).toContain(m.portfolio_none_title());
  });

  it("has pages that keep what was asked for", async () => {
    for (let index = 100; index < 151; index++) aCompany(app, { name: `PT ${index}` });
    const first = await page("/companies?search=pt&sort=-name", owner);
    expect(textOf(first)).toContain("PT 150");
    expect(textOf(first)).not.toContain("PT 100");
    expect(attributes(first, "a", "href")).toContain("/companies?search=pt&sort=-name&page=2");
    expect(textOf(await page("/companies?search=pt&sort=-name&page=2", owner))).toContain("PT 100");
  });
});

describe("somebody of a company", () => {
  it("goes straight to it when it is the only one", async () => {
    const companyId = aCompany(app);
    aCompany(app);
    const viewer = await app.signIn("viewer", companyId);
    expect((await app.get("/companies", { as: viewer })).location).toBe(`/companies/${companyId}`);
  });

  it("sees what is published and nothing else", async () => {
    const { companyId, assessmentId } = aJudgedAssessment(app, [THREES, THREES, THREES], {
      published: true,
      title: "Sudah terbit",
    });
    anAssessment(app, companyId, { title: "Masih rahasia", asOf: "2027-01-01" });
    const viewer = await app.signIn("viewer", companyId);
    const body = await page(`/companies/${companyId}`, viewer);
    expect(textOf(body)).toContain("Sudah terbit");
    expect(attributes(body, "a", "href")).toContain(`/assessments/${assessmentId}/report`);
    // The page's data as well, not only what is drawn.
    expect(body).not.toContain("Masih rahasia");
    expect(body).not.toContain("anggota1@example.com");
    expect(attributes(body, "a", "href").filter((href) => /edit|people|new$/.test(href))).toEqual([]);
  });

  it("sees it no longer once it is withdrawn", async () => {
    const { companyId, assessmentId } = aJudgedAssessment(app, [THREES, THREES, THREES], {
      published: true,
      title: "Ditarik",
    });
    const viewer = await app.signIn("manager", companyId);
    withdraw(app.context(), assessmentId);
    const body = await page(`/companies/${companyId}`, viewer);
    expect(body).not.toContain("Ditarik");
    expect(textOf(body)).toContain(m.consultant_nothing_published());
  });

  it("with two companies gets a list of them", async () => {
    const first = aJudgedAssessment(app, [THREES, THREES, THREES], { published: true });
    const second = aCompany(app, { name: "PT Kedua" });
    const viewer = await app.signIn("viewer", first.companyId);
    const staff = { intent: "add", name: "V", email: viewer.email, role: "viewer" };
    await app.post(`/companies/${second}/people`, staff, { as: owner });
    const text = textOf(await page("/companies", viewer));
    expect(text).toContain("PT Kedua");
    expect(text).toContain(m.consultant_nothing_published());
    expect(text).toContain(`3 ${first.rubric.levels[2]?.name.id}`);
  });
});

describe("deleting a company", () => {
  it("says beforehand what goes with it, and then takes all of it", async () => {
    const { companyId } = aJudgedAssessment(app, [THREES, THREES, THREES], { published: true });
    await app.signIn("viewer", companyId);
    const text = textOf(await page(`/companies/${companyId}/delete`, owner));
    expect(text).toContain(m.consultant_loss_assessments({ count: 1 }));
    expect(text).toContain(m.consultant_loss_judgments({ count: 9 }));
    expect(text).toContain(m.consultant_loss_publications({ count: 1 }));
    expect(text).toContain(m.consultant_loss_people({ count: 1 }));
    expect((await app.post(`/companies/${companyId}/delete`, {}, { as: owner })).location).toBe("/companies");
    expect(readAssessments(app.context())).toEqual([]);
    expect((await app.get(`/companies/${companyId}`, { as: owner })).status).toBe(404);
  });
});
