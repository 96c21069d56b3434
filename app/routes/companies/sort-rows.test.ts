import { describe, expect, it } from "vitest";
import { type CompanyRow, readSort, sortHref, sortRows } from "./sort-rows";

const compareText = new Intl.Collator("id").compare;

function row(
  name: string,
  given: { industry?: string; asOf?: string; level?: number; levels?: number } = {},
) {
  const { industry = "other", asOf, level, levels = 5 } = given;
  const names = Array.from({ length: levels }, (_, index) => ({ id: `T${index}`, en: `L${index}` }));
  return {
    company: { name, industry: "key" },
    industry,
    latest: asOf ? { id: "a", title: "t", asOf, state: "closed" } : null,
    result: level ? { assessmentId: "a", asOf: "2026-01-01", level, levels: names } : null,
  } as CompanyRow;
}

const order = (rows: CompanyRow[], wanted: string) =>
  sortRows(rows, readSort(wanted), compareText).map(({ company }) => company.name);

describe("the order of the company list", () => {
  it("is by name unless the address asks for something known", () => {
    expect(readSort(null)).toEqual({ key: "name", descending: false });
    expect(readSort("-secret")).toEqual({ key: "name", descending: false });
    expect(readSort("-level")).toEqual({ key: "level", descending: true });
  });

  it("turns round when its column is asked for again", () => {
    expect(sortHref("level", readSort("name"))).toBe("/companies?sort=level");
    expect(sortHref("level", readSort("level"))).toBe("/companies?sort=-level");
    expect(sortHref("level", readSort("-level"))).toBe("/companies?sort=level");
  });

  it("keeps companies without a result last, both ways", () => {
    const rows = [row("A"), row("B", { level: 4 }), row("C", { level: 2 })];
    expect(order(rows, "level")).toEqual(["C", "B", "A"]);
    expect(order(rows, "-level")).toEqual(["B", "C", "A"]);
  });

  it("compares levels of rubrics with different numbers of levels by how far up they are", () => {
    const rows = [row("A", { level: 3, levels: 5 }), row("B", { level: 3, levels: 4 })];
    expect(order(rows, "-level")).toEqual(["B", "A"]);
  });

  it("orders by date and by industry", () => {
    const rows = [
      row("A", { asOf: "2026-06-30", industry: "Ritel" }),
      row("B", { asOf: "2025-06-30", industry: "energi" }),
    ];
    expect(order(rows, "asOf")).toEqual(["B", "A"]);
    expect(order(rows, "industry")).toEqual(["B", "A"]);
  });
});
