import { describe, expect, it } from "vitest";
import type { Db } from "#db/client";
import { PORTFOLIO_SORTS, type PortfolioFilter, portfolioPage, portfolioRows } from "#db/portfolio";
import { replaceTags } from "#db/tags";
import {
  aCompany,
  aJudgedAssessment,
  anAssessment,
  aPanel,
  MAIN_RUBRIC,
} from "../../tests/support/factories";
import { account, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { changeState } from "./assessments";
import { readPortfolio } from "./portfolio";
import { publish, withdraw } from "./publish";
import { seedLarge } from "./seed-large";

const ALL: PortfolioFilter = {
  ...{ search: null, industry: null, size: null, country: null, tag: null, level: null },
};
const BY_NAME = { key: "name", descending: false } as const;
const asked = (filter: Partial<PortfolioFilter> = {}) => ({
  ...{ filter: { ...ALL, ...filter }, sort: BY_NAME, page: 1, measure: null },
});

function place() {
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  return { db, context: () => workingContext(db) };
}

const nine = (level: number) => new Array(9).fill(level);

describe("the portfolio", () => {
  it("shows what is published last and what moved since the wave before, and nothing that is not published", () => {
    const app = place();
    const wave = (asOf: string, level: number) =>
      aJudgedAssessment(app, [nine(level), nine(level), nine(level)], { rubricKey: MAIN_RUBRIC, asOf });
    const { companyId, assessmentId } = wave("2025-06-30", 2);
    const row = () =>
      readPortfolio(app.context(), asked(), true).rows.find(({ company }) => company.id === companyId);
    expect(row()?.latest).toBeNull();
    expect(row()?.running).toMatchObject({ id: assessmentId, state: "closed", members: 3, submitted: 3 });

    publish(app.context(), assessmentId);
    expect(row()).toMatchObject({
      running: null,
      latest: { typical: 2, attained: 2, change: null, moved: null },
    });

    const next = anAssessment(app, companyId, { rubricKey: MAIN_RUBRIC, asOf: "2026-06-30" });
    aPanel(app, next);
    changeState(app.context(), next, "open");
    expect(row()?.running).toMatchObject({ id: next, state: "open", members: 3, submitted: 0 });
    expect(row()?.latest?.id).toBe(assessmentId);
    expect(readPortfolio(app.context(), asked(), false).rows.every(({ running }) => running === null)).toBe(
      true,
    );

    withdraw(app.context(), assessmentId);
    expect(row()?.latest).toBeNull();
  });

  it("counts the functions that moved", () => {
    const app = place();
    seedLarge(app.context(), { companies: 1, waves: 2, panel: 3 });
    const [row] = readPortfolio(app.context(), asked(), true).rows;
    const { moved, change, levels } = row?.latest ?? {};
    expect(levels).toHaveLength(9);
    expect(moved && moved.up + moved.down).toBeGreaterThan(0);
    expect(change).not.toBeNull();
  });

  it("finds by name, by what the company is and by level, and pages", () => {
    const app = place();
    seedLarge(app.context(), { companies: 60, waves: 1, panel: 3 });
    aCompany(app, { name: "100%_Toko", industry: "trade", size: "large", country: "MY" });
    const read = (filter: Partial<PortfolioFilter>, page = 1) =>
      readPortfolio(app.context(), { ...asked(filter), page }, true);
    expect(read({})).toMatchObject({ total: 61, page: 1, pages: 2 });
    expect(read({}, 99)).toMatchObject({ page: 2, rows: { length: 21 } });
    expect(read({ search: "0%_t" }).rows.map(({ company }) => company.name)).toEqual(["100%_Toko"]);
    expect(read({ search: "pt sinar" }).total).toBe(read({ search: "PT SINAR" }).total);
    expect(read({ country: "MY", size: "large" }).total).toBe(1);
    const [tagged] = read({}).rows;
    replaceTags(app.db, tagged?.company.id ?? "", ["program 2026"]);
    expect(read({ tag: "program 2026" })).toMatchObject({ total: 1, rows: [{ tags: ["program 2026"] }] });
    expect(read({ tag: "lain" }).total).toBe(0);
    expect(read({ level: 0 }).rows.map(({ company }) => company.name)).toEqual(["100%_Toko"]);
    const byLevel = [1, 2, 3, 4, 5].map((level) => read({ level }).total);
    expect(byLevel.reduce((sum, n) => sum + n, 0)).toBe(60);
    const levels = readPortfolio(
      app.context(),
      { ...asked(), sort: { key: "level", descending: true } },
      true,
    ).rows;
    const typical = levels.map(({ latest }) => latest?.typical ?? 0);
    expect(typical).toEqual([...typical].sort((a, b) => b - a));
  });

  it("stays inside the scope", () => {
    const app = place();
    seedLarge(app.context(), { companies: 2, waves: 1, panel: 3 });
    const other = workingContext(app.db, "owner", "w2");
    expect(readPortfolio(other, asked(), true)).toMatchObject({ total: 0, rows: [], measure: null });
    const [first] = readPortfolio(app.context(), asked(), true).rows;
    const scope = { workspaceId: "w", companyIds: [first?.company.id ?? ""] };
    expect(readPortfolio({ ...app.context(), scope }, asked(), false).total).toBe(1);
  });
});

describe("the queries of the portfolio", () => {
  const FILTER = {
    search: "a",
    industry: "trade",
    size: "small",
    country: "ID",
    tag: "x",
    level: 3,
  } as const;

  /** The steps that read a table without an index, and how many steps there are. */
  function planOf(db: Db, query: { toSQL(): { sql: string; params: unknown[] } }) {
    const { sql, params } = query.toSQL();
    const plan = db.$client.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[];
    const reads = plan.map(({ detail }) => detail).filter((step) => /^(SCAN|SEARCH)/.test(step));
    return {
      reads: reads.length,
      bare: reads.filter((step) => !/^SEARCH .* USING (COVERING )?INDEX/.test(step)),
    };
  }

  it.each(PORTFOLIO_SORTS)("read by indexes only, ordered by %s", (key) => {
    const { db } = place();
    for (const filter of [ALL, FILTER]) {
      const given = { filter, sort: { key, descending: false }, limit: 50, offset: 50 };
      const { reads, bare } = planOf(db, portfolioPage(db, { workspaceId: "w", companyIds: null }, given));
      expect(reads).toBeGreaterThan(0);
      expect(bare).toEqual([]);
    }
  });

  it("need no sorting by name", () => {
    const { db } = place();
    const given = { filter: ALL, sort: BY_NAME, limit: 50, offset: 50 };
    const { sql, params } = portfolioPage(db, { workspaceId: "w", companyIds: null }, given).toSQL();
    const plan = JSON.stringify(db.$client.prepare(`explain query plan ${sql}`).all(...params));
    expect(plan).toContain("company_workspace_name");
    expect(plan).not.toMatch(/TEMP B-TREE FOR ORDER BY/);
  });

  it("read by indexes only for the companies of a page", () => {
    const { db } = place();
    const { reads, bare } = planOf(db, portfolioRows(db, ["a", "b"]));
    expect(reads).toBeGreaterThan(3);
    expect(bare).toEqual([]);
  });
});
