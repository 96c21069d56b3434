import { describe, expect, it } from "vitest";
import type { FigureFunction } from "./figure-data";
import { profileBars } from "./profile-bars-geometry";

const item: FigureFunction = { key: "a", name: "Teknologi", level: 3, distribution: [], n: 0 };

describe("the bars of a profile", () => {
  it("are as long as the level", () => {
    const { bars, width } = profileBars([item, { ...item, key: "b", level: 4 }], 4);
    expect(bars.map((bar) => (bar.current?.x ?? 0) / width)).toEqual([0.75, 1]);
  });

  it("are empty where there is no result", () => {
    const { bars } = profileBars([{ ...item, level: null, previous: 2 }], 4);
    expect(bars[0]?.current).toBeNull();
    expect(bars[0]?.previous?.level).toBe(2);
  });

  it("have a tick between every two levels", () => {
    expect(profileBars([item], 4).ticks).toEqual([85, 170, 255]);
  });

  it("stand below each other", () => {
    const { bars, height } = profileBars([item, { ...item, key: "b" }], 4);
    expect(bars[1]?.labelY ?? 0).toBeGreaterThan((bars[0]?.y ?? 0) + 32);
    expect((bars[1]?.y ?? 0) + 32).toBeLessThanOrEqual(height);
  });
});
