import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOnLine } from "./timeline-geometry";

describe("marks on the timeline", () => {
  it("stand in proportion to time where there is room", () => {
    const { places } = placeOnLine(["2024-01-01", "2025-08-01", "2028-01-01"]);
    expect(places[0]).toBe(0);
    expect(places[1]).toBeCloseTo(578 / 1461, 10);
    expect(places[2]).toBe(1);
  });

  it("begin the line when there is only one", () => {
    expect(placeOnLine(["2026-06-30"]).places).toEqual([0]);
    expect(placeOnLine([]).places).toEqual([]);
  });

  it("stand evenly when all are of one day", () => {
    expect(placeOnLine(["2026-01-01", "2026-01-01", "2026-01-01"]).places).toEqual([0, 0.5, 1]);
  });

  it("never touch, never leave the line and keep their order", () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => new Date(n * 864e5).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { minLength: 2, maxLength: 30 }), (days) => {
        const { width, places } = placeOnLine([...days].sort());
        expect(places).toHaveLength(days.length);
        expect(Math.min(...places)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.max(...places)).toBeLessThanOrEqual(1 + 1e-9);
        for (let index = 1; index < places.length; index++) {
          const apart = ((places[index] ?? 0) - (places[index - 1] ?? 0)) * width;
          expect(apart).toBeGreaterThan(111.9);
        }
      }),
    );
  });
});
