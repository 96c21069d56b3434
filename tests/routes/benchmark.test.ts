import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import type { CompanyInput } from "~/use-cases/companies";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany, aJudgedAssessment, MAIN_RUBRIC } from "../support/factories";
import { textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

/** A company that is published with one level throughout. */
function published(level: number, company: Partial<CompanyInput> = {}, rubricKey?: string): string {
  const companyId = aCompany(app, company);
  const row = new Array(9).fill(level);
  aJudgedAssessment(app, [row, row, row], {
    companyId,
    published: true,
    ...(rubricKey ? { rubricKey } : {}),
  });
  return companyId;
}

async function read(path: string, as: Person) {
  const { status, body } = await app.get(path, { as, headers: { "Accept-Language": "id" } });
  return { status, body, text: textOf(body) };
}

describe("the benchmark of a company", () => {
  it("says how many companies there are where they are too few", async () => {
    const own = published(3);
    for (const level of [1, 2, 2, 4]) published(level, { name: "PT Rahasia" });
    const { status, text, body } = await read(`/companies/${own}/benchmark`, await app.signIn("owner"));
    expect(status).toBe(200);
    expect(text).toContain(m.compare_benchmark_few_title({ count: 4 }));
    expect(body).not.toContain("fig-band");
  });

  it("holds it against five or more, for its own people too, and names none", async () => {
    const own = published(3, { name: "PT Sendiri" });
    for (const level of [1, 2, 2, 2, 2]) published(level, { name: "PT Rahasia" });
    for (const as of [await app.signIn("viewer", own), await app.signIn("manager", own)]) {
      const { status, text, body } = await read(`/companies/${own}/benchmark`, as);
      expect(status).toBe(200);
      expect(text).toContain(m.compare_benchmark_count({ count: 5 }));
      expect(text).toContain(m.compare_benchmark_above());
      expect(body).toContain("fig-band");
      expect(body).not.toContain("Rahasia");
    }
  });

  it("narrows the group, for the company's own people to companies like it only", async () => {
    const own = published(3, { industry: "trade", size: "small" });
    for (let index = 0; index < 5; index++) published(2, { industry: "trade", size: "large" });
    for (let index = 0; index < 6; index++) published(4, { industry: "finance", size: "small" });
    const count = async (as: Person, query: string) => {
      const { text } = await read(`/companies/${own}/benchmark?${query}`, as);
      return [11, 6, 5].find((n) => text.includes(m.compare_benchmark_count({ count: n })));
    };
    const viewer = await app.signIn("viewer", own);
    const owner = await app.signIn("owner");
    expect(await count(viewer, "")).toBe(11);
    expect(await count(viewer, "industry=trade")).toBe(5);
    expect(await count(viewer, "size=small")).toBe(6);
    expect(await count(viewer, "industry=finance")).toBe(11);
    expect(await count(owner, "industry=finance&size=small")).toBe(6);
  });

  it("waits for something to be published", async () => {
    const { text } = await read(`/companies/${aCompany(app)}/benchmark`, await app.signIn("owner"));
    expect(text).toContain(m.compare_benchmark_none_title());
  });
});

describe("companies side by side", () => {
  const address = (ids: string[], more = "") =>
    `/companies/side-by-side?${new URLSearchParams(ids.map((id) => ["c", id]))}${more}`;

  it("stand with their names, levels and overall, for staff", async () => {
    const ids = [published(2, { name: "PT Satu" }), published(4, { name: "PT Dua" })];
    const { status, body, text } = await read(address(ids), await app.signIn("consultant"));
    expect(status).toBe(200);
    const table = textOf(/<table.*?<\/table>/s.exec(body)?.[0] ?? "");
    expect(table).toMatch(/PT Satu .* PT Dua /);
    expect(table.match(/ 2 /g)?.length).toBeGreaterThan(3);
    expect(text).toContain(m.report_attained());
    expect((await read(address(ids), await app.signIn("viewer", ids[0]))).status).toBe(404);
  });

  it("are refused with the reason where they were measured differently, are unpublished or too many", async () => {
    const small = published(2, { name: "PT Satu" });
    const main = published(2, { name: "PT Dua" }, MAIN_RUBRIC);
    const owner = await app.signIn("owner");
    const refused = async (ids: string[]) => {
      const { status, text } = await read(address(ids), owner);
      expect(status).toBe(409);
      return text;
    };
    expect(await refused([small, main])).toContain(
      m.compare_side_refused_rubric({ names: "PT Satu dan PT Dua" }),
    );
    const empty = aCompany(app, { name: "PT Kosong" });
    expect(await refused([small, empty])).toContain(
      m.compare_side_refused_unpublished({ names: "PT Kosong" }),
    );
    const many = Array.from({ length: 7 }, () => aCompany(app));
    expect(await refused(many)).toContain(m.compare_side_refused_many({ most: 6 }));
    expect((await read(address([small, "x"]), owner)).status).toBe(404);
  });

  it("are found by name, and those ticked stay", async () => {
    const first = published(2, { name: "PT Angin" });
    published(3, { name: "PT Bumi" });
    published(3, { name: "PT Cahaya" });
    const { status, text, body } = await read(address([first], "&search=bumi"), await app.signIn("owner"));
    expect(status).toBe(200);
    expect(text).toContain("PT Angin");
    expect(text).toContain("PT Bumi");
    expect(text).not.toContain("PT Cahaya");
    expect(body).toMatch(new RegExp(`<input(?=[^>]*checked)[^>]*value="${first}"`));
  });
});
