import { describe, expect, it } from "vitest";
import type { FigureFunction } from "./figure-data";
import type { GridLayout } from "./heat-map-geometry";
import { ladderGeometry } from "./ladder-geometry";

const layout: GridLayout = { width: 680, labelWidth: 180, endWidth: 0, fontSize: 14 };
const levels = ["Awal", "Tumbuh", "Mapan", "Unggul"].map((name) => ({ name }));

function ladder(part: Partial<FigureFunction>) {
  const item = { key: "a", name: "Teknologi", level: 3, distribution: [0, 1, 3, 1], n: 5, ...part };
  const geometry = ladderGeometry([item], levels, layout);
  const [row] = geometry.rows;
  if (!row) throw new Error("no row");
  return { ...geometry, row };
}

describe("the ladder", () => {
  it("has one dot for each judgment, over the stop of its level", () => {
    const { row, columns } = ladder({ distribution: [0, 1, 3, 1] });
    expect(row.dots.map((dot) => columns.centres.indexOf(dot.x) + 1)).toEqual([2, 3, 3, 3, 4]);
    for (const dot of row.dots) expect(dot.y + dot.r).toBeLessThan(row.y - 12);
  });

  it("widens a stack after three dots, centred on the stop", () => {
    const { row, columns } = ladder({ distribution: [0, 0, 7, 0], n: 7 });
    const xs = row.dots.map((dot) => dot.x);
    expect(xs).toHaveLength(7);
    expect(new Set(row.dots.map((dot) => dot.y)).size).toBe(3);
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(columns.centres[2] ?? 0);
  });

  it("draws a large panel as circles with areas in proportion to the shares", () => {
    const { row } = ladder({ distribution: [10, 0, 40, 0], n: 50 });
    expect(row.dots).toHaveLength(2);
    const [few, many] = row.dots;
    expect((many?.r ?? 0) ** 2 / (few?.r ?? 1) ** 2).toBeCloseTo(4, 1);
  });

  it("marks the level at its stop, and none where there is no result", () => {
    expect(ladder({ level: 3 }).row.level?.x).toBe(ladder({}).columns.centres[2]);
    expect(ladder({ level: null }).row.level).toBeNull();
  });

  it("joins the previous level and this one where it moved", () => {
    const { row, columns } = ladder({ level: 3, previous: 1 });
    expect(row.move).toEqual({ from: columns.centres[0], to: columns.centres[2] });
    expect(ladder({ level: 3, previous: 3 }).row.move).toBeNull();
    expect(ladder({ level: null, previous: 3 }).row.move).toBeNull();
  });

  it("knows where target and previous fall on the level itself", () => {
    const { row } = ladder({ level: 3, previous: 3, target: 4 });
    expect(row.previous?.around).toBe(true);
    expect(row.target?.around).toBe(false);
    expect(ladder({ level: 3, previous: 2, target: 2 }).row.target?.around).toBe(true);
  });

  it("lays rows below each other, tall enough for long names", () => {
    const name =
      "Proses bisnis, tata kelola, kebijakan harga dan pengelolaan mitra di semua saluran penjualan";
    const item = { key: "a", name, level: 2, distribution: [0, 1, 0, 0], n: 1 };
    const { rows, height } = ladderGeometry([item, { ...item, key: "b" }], levels, layout);
    expect(rows[1]?.top).toBe((rows[0]?.top ?? 0) + (rows[0]?.height ?? 0));
    expect(height).toBeGreaterThan((rows[1]?.top ?? 0) + (rows[1]?.height ?? 0));
    const [row] = rows;
    expect((row?.labelY ?? 0) + ((row?.lines.length ?? 0) - 1) * 18.2).toBeLessThan(rows[1]?.top ?? 0);
  });
});
