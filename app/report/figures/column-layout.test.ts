import { describe, expect, it } from "vitest";
import { levelColumns } from "./column-layout";

const five = ["Single Channel", "Multi-channel", "Cross-channel", "Omnichannel", "Optimized omnichannel"].map(
  (name) => ({ name }),
);

describe("the columns of levels", () => {
  it("share the room evenly", () => {
    const { centres, width } = levelColumns(five, { left: 100, right: 600, fontSize: 14 });
    expect(width).toBe(100);
    expect(centres).toEqual([150, 250, 350, 450, 550]);
  });

  it("carry the names in lines where they fit", () => {
    const { names, nameLines } = levelColumns(five, { left: 0, right: 500, fontSize: 14 });
    expect(names?.[4]).toEqual(["Optimized", "omnichannel"]);
    expect(nameLines).toBe(2);
  });

  it("leave the names out where a word would have to be cut", () => {
    const { names, nameLines } = levelColumns(five, { left: 0, right: 300, fontSize: 14 });
    expect(names).toBeNull();
    expect(nameLines).toBe(0);
  });
});
