import { describe, expect, it } from "vitest";
import { trendGeometry } from "./trend-geometry";

const row = (values: (number | null)[], name = "Anggaran") => ({ key: name, name, values, overall: false });

describe("the rows of a trend", () => {
  it("have a mark where there is a level and a step where two follow one another", () => {
    const { rows, columns } = trendGeometry([row([2, 3, null, 3, 3])], ["a", "b", "c", "d", "e"]);
    const [first] = rows;
    const xs = columns.map(({ x }) => x);
    expect(first?.marks.map(({ x, level }) => [x, level])).toEqual([
      [xs[0], 2],
      [xs[1], 3],
      [xs[3], 3],
      [xs[4], 3],
    ]);
    expect(first?.steps).toEqual([
      { from: xs[0], to: xs[1], moved: true },
      { from: xs[3], to: xs[4], moved: false },
    ]);
    expect(first?.gaps).toEqual([xs[2]]);
  });

  it("stay inside the drawing and apart, however many there are", () => {
    const dates = Array.from({ length: 30 }, (_, index) => `${index + 1} Jun 2026`);
    const many = Array.from({ length: 50 }, (_, index) =>
      row(
        dates.map(() => 1),
        `Fungsi ${index}`,
      ),
    );
    const { rows, columns, width, height, half } = trendGeometry(many, dates);
    expect(Math.max(...columns.map(({ x }) => x)) + half).toBeLessThanOrEqual(width);
    expect(rows.at(-1)?.y).toBeLessThan(height);
    for (const [index, { x }] of columns.entries()) {
      expect(x - (columns[index - 1]?.x ?? 0)).toBeGreaterThan(2 * half - 0.01);
    }
    expect(columns.at(-1)?.lines.length).toBeGreaterThan(0);
    expect(columns.filter(({ lines }) => lines.length > 0).length).toBeLessThan(10);
  });
});
