import { describe, expect, it } from "vitest";
import type { FigureFunction } from "./figure-data";
import { type GridLayout, heatMapGeometry } from "./heat-map-geometry";

const wide: GridLayout = { width: 680, labelWidth: 180, endWidth: 50, fontSize: 14 };
const narrow: GridLayout = { width: 340, labelWidth: 0, endWidth: 30, fontSize: 14 };
const levels = ["Awal", "Tumbuh", "Mapan", "Unggul"].map((name) => ({ name }));

const judged: FigureFunction = { key: "a", name: "Teknologi", level: 3, distribution: [0, 1, 3, 1], n: 5 };
const unjudged: FigureFunction = {
  key: "b",
  name: "Anggaran",
  level: null,
  distribution: [0, 0, 0, 0],
  n: 0,
};
const long: FigureFunction = {
  ...judged,
  key: "c",
  name: "Proses bisnis dan tata kelola seluruh perusahaan kami",
};

describe("the heat map", () => {
  it("has a cell for each function and level, with its count and the step of its share", () => {
    const [row] = heatMapGeometry([judged], levels, wide).rows;
    expect(row?.cells.map((cell) => [cell.level, cell.count, cell.step])).toEqual([
      [1, 0, 0],
      [2, 1, 2],
      [3, 3, 6],
      [4, 1, 2],
    ]);
  });

  it("outlines the function's level only", () => {
    const [row] = heatMapGeometry([judged], levels, wide).rows;
    expect(row?.cells.filter((cell) => cell.median).map((cell) => cell.level)).toEqual([3]);
  });

  it("marks the level aimed at, also where it is the one reached, and none without a target", () => {
    const targets = (target?: number | null) => {
      const [row] = heatMapGeometry([{ ...judged, target }], levels, wide).rows;
      return row?.cells.filter((cell) => cell.target).map((cell) => cell.level);
    };
    expect(targets(4)).toEqual([4]);
    expect(targets(3)).toEqual([3]);
    expect(targets(null)).toEqual([]);
    expect(targets()).toEqual([]);
  });

  it("keeps a row for a function without a result", () => {
    const [, row] = heatMapGeometry([judged, unjudged], levels, wide).rows;
    expect(row?.hasResult).toBe(false);
    expect(row?.cells.every((cell) => cell.step === 0 && !cell.median)).toBe(true);
  });

  it.each([
    ["wide", wide],
    ["narrow", narrow],
  ])("lays rows below each other without overlap (%s)", (_, layout) => {
    const { rows, cell, height } = heatMapGeometry([judged, long, unjudged], levels, layout);
    for (let index = 1; index < rows.length; index++) {
      expect(rows[index]?.y ?? 0).toBeGreaterThanOrEqual((rows[index - 1]?.y ?? 0) + cell.height);
    }
    expect((rows.at(-1)?.y ?? 0) + cell.height).toBeLessThanOrEqual(height);
  });

  it("puts the name above its cells where there is no room beside them", () => {
    const [row] = heatMapGeometry([judged], levels, narrow).rows;
    expect(row?.labelY).toBeLessThan(row?.y ?? 0);
  });
});
