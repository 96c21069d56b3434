import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Colours, colour, coloursOf, linearRgb, type Oklch } from "~/ui/styles/contrast";
import { COLOURS, levelColours, scaleHex, THEMES } from "./colours";

/** OKLCH as "#rrggbb" (transfer function of IEC 61966-2-1). */
function hexOf(value: Oklch): string {
  const channels = linearRgb(value).map((linear) => {
    const inside = Math.min(1, Math.max(0, linear));
    const encoded = inside <= 0.0031308 ? 12.92 * inside : 1.055 * inside ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

const stylesheet = (path: string) => coloursOf(readFileSync(new URL(path, import.meta.url), "utf8"));
const [tokens, shares] = ["../../ui/styles/tokens.css", "../figures/share-scale.css"].map(stylesheet);

describe("colours for files", () => {
  it("are compared with what browsers compute from OKLCH", () => {
    // CSS Color 4: white, black, and the sRGB primaries.
    expect(hexOf([1, 0, 0])).toBe("#ffffff");
    expect(hexOf([0, 0, 0])).toBe("#000000");
    expect(hexOf([0.627955, 0.257683, 29.2339])).toBe("#ff0000");
    expect(hexOf([0.86644, 0.294827, 142.4953])).toBe("#00ff00");
    expect(hexOf([0.452014, 0.313214, 264.052])).toBe("#0000ff");
  });

  it.each(THEMES)("are those of the stylesheets in the %s", (theme) => {
    const named: Colours = new Map([...(tokens?.[theme] ?? []), ...(shares?.[theme] ?? [])]);
    const entries = Object.entries<string | readonly string[]>(COLOURS[theme]).flatMap(([name, value]) =>
      typeof value === "string"
        ? [[name, value] as const]
        : value.map((step, index) => [`${name}-${index + 1}`, step] as const),
    );
    expect(entries.length).toBeGreaterThan(40);
    for (const [name, value] of entries) expect(value, name).toBe(hexOf(colour(named, name)));
  });

  it("give every level of a rubric its step of the scale", () => {
    const fills = [1, 2, 3, 4, 5].map((level) => levelColours(level, 5).fill);
    expect(fills).toEqual([1, 3, 5, 8, 10].map((step) => scaleHex("level", step)));
    expect(levelColours(10, 10, "dark").text).toBe(scaleHex("on-level", 10, "dark"));
    expect(levelColours(null, 5).fill).toBe(COLOURS.light.surface);
    expect(() => levelColours(6, 5)).toThrow(RangeError);
  });
});
