import { describe, expect, it } from "vitest";
import type { FigureFunction } from "./figure-data";
import { type RadarLayout, radarGeometry } from "./radar-geometry";
import { estimateWidth } from "./text-layout";

const layout: RadarLayout = { width: 680, radius: 160, fontSize: 14, mark: 10, labels: "names" };

function functions(levels: (number | null)[], more: Partial<FigureFunction> = {}): FigureFunction[] {
  return levels.map((level, index) => ({
    key: `f${index}`,
    name: `Fungsi ${index}`,
    level,
    distribution: [],
    n: 0,
    ...more,
  }));
}

const distance = ({ x, y }: { x: number; y: number }) => Math.hypot(x, y);

describe("the radar", () => {
  it("leaves the top to the scale and goes round clockwise at even angles", () => {
    const { axes } = radarGeometry(functions([1, 1, 1]), 4, layout);
    expect(axes.map(({ x, y }) => [x, y])).toEqual([
      [160, 0],
      [0, 160],
      [-160, 0],
    ]);
  });

  it("puts level k of q at k/q of the radius, on every axis", () => {
    const { current } = radarGeometry(functions([1, 2, 3, 4, 5, 3, 2]), 5, layout);
    expect(current.marks.map((mark) => Math.round(distance(mark)))).toEqual([32, 64, 96, 128, 160, 96, 64]);
  });

  it("has a ring for each level, written straight up", () => {
    const { rings } = radarGeometry(functions([1, 1, 1]), 4, layout);
    expect(rings.map(({ x, y, radius, level }) => [x, y, radius, level])).toEqual([
      [0, -40, 40, 1],
      [0, -80, 80, 2],
      [0, -120, 120, 3],
      [0, -160, 160, 4],
    ]);
  });

  it("closes the line where every function has a level", () => {
    const { current } = radarGeometry(functions([3, 3, 3]), 5, layout);
    expect(current.areas).toEqual(["M96 0L0 96L-96 0Z"]);
    expect(current.lines).toEqual(current.areas);
  });

  it("interrupts line and area at a missing level, also past the last function", () => {
    const { current } = radarGeometry(functions([5, null, 5]), 5, layout);
    expect(current.lines).toEqual(["M-160 0L160 0"]);
    expect(current.areas).toEqual(["M0 0L-160 0L160 0Z"]);
    expect(current.marks).toHaveLength(2);
  });

  it("draws a lonely level as a mark without a line", () => {
    const { current } = radarGeometry(functions([5, null, null, 2, 2, null]), 5, layout);
    expect(current.lines).toHaveLength(1);
    expect(current.marks.map((mark) => mark.key)).toEqual(["f0", "f3", "f4"]);
  });

  it("draws nothing where no function has a level", () => {
    const { current, axes } = radarGeometry(functions([null, null, null]), 5, layout);
    expect(current).toEqual({ areas: [], lines: [], marks: [] });
    expect(axes.every((axis) => !axis.hasResult)).toBe(true);
  });

  it("says which targets are met", () => {
    const { targets } = radarGeometry(functions([3, 2, 3], { target: 3 }), 5, layout);
    expect(targets.map((target) => target.met)).toEqual([true, false, true]);
  });

  it("keeps every label inside the drawing", () => {
    const long = functions([1, 2, 3, 4, 5, 1, 2, 3, 4], { name: "Proses bisnis dan tata kelola perusahaan" });
    const { labels, height, centre } = radarGeometry(long, 5, layout);
    for (const { x, y, lines, anchor } of labels) {
      const width = Math.max(...lines.map((line) => estimateWidth(line, 14)));
      const left = centre.x + x - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
      expect(left).toBeGreaterThanOrEqual(-1);
      expect(left + width).toBeLessThanOrEqual(layout.width + 1);
      expect(centre.y + y - 14).toBeGreaterThanOrEqual(0);
      expect(centre.y + y + (lines.length - 1) * 18.2).toBeLessThanOrEqual(height);
    }
  });

  it("refuses fewer than three functions", () => {
    expect(() => radarGeometry(functions([1, 2]), 5, layout)).toThrow(RangeError);
  });
});
