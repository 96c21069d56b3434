import { describe, expect, it } from "vitest";
import { type BenchmarkItem, benchmarkGeometry } from "./benchmark-geometry";
import type { GridLayout } from "./heat-map-geometry";

const wide: GridLayout = { width: 700, labelWidth: 160, endWidth: 0, fontSize: 14 };
const narrow: GridLayout = { width: 340, labelWidth: 0, endWidth: 0, fontSize: 14 };
const levels = ["Awal", "Tumbuh", "Mapan", "Unggul"].map((name) => ({ name }));

const item: BenchmarkItem = {
  ...{ key: "a", name: "Teknologi", own: 3, median: 2 },
  ...{ lowerQuartile: 1.5, upperQuartile: 3 },
};
const row = (given: Partial<BenchmarkItem>, layout = wide) => {
  const geometry = benchmarkGeometry([{ ...item, ...given }], levels, layout);
  return { ...geometry.rows[0], columns: geometry.columns };
};

describe("the benchmark", () => {
  it("marks own level and median at their stops, and the quartiles where they lie between", () => {
    const { own, median, band, columns } = row({});
    const [first = 0, second = 0, third = 0] = columns.centres;
    expect(own).toEqual({ level: 3, x: third });
    expect(median).toBe(second);
    expect(band?.x).toBeCloseTo((first + second) / 2, 1);
    expect((band?.x ?? 0) + (band?.width ?? 0)).toBeCloseTo(third, 1);
  });

  it("shows a band also where the middle half stands on one level, centred on it", () => {
    const { band, columns } = row({ lowerQuartile: 2, upperQuartile: 2 });
    expect(band?.width).toBeGreaterThan(0);
    expect((band?.x ?? 0) + (band?.width ?? 0) / 2).toBeCloseTo(columns.centres[1] ?? 0, 1);
  });

  it("draws nothing for what is not known", () => {
    expect(row({ own: null, median: null, lowerQuartile: null, upperQuartile: null })).toMatchObject({
      ...{ own: null, median: null, band: null },
    });
  });

  it.each([
    ["wide", wide],
    ["narrow", narrow],
  ])("lays tracks below each other with room for the marks (%s)", (_, layout) => {
    const long = { ...item, key: "b", name: "Proses bisnis dan tata kelola seluruh perusahaan", own: null };
    const { rows, height, half } = benchmarkGeometry([item, long, { ...item, key: "c" }], levels, layout);
    expect(rows).toHaveLength(3);
    for (const [index, { y, top }] of rows.entries()) {
      const next = rows[index + 1]?.top ?? height;
      expect(y - half.median).toBeGreaterThanOrEqual(top);
      expect(y + half.median).toBeLessThanOrEqual(next);
    }
  });

  it("puts the name above its track where there is no room beside it", () => {
    const { labelY, y } = row({}, narrow);
    expect(labelY ?? 0).toBeLessThan((y ?? 0) - 17);
  });
});
