import { describe, expect, it } from "vitest";
import { score } from "#rubric/scoring/score";
import { sensitivityView } from "./sensitivity";

/** Three raters, two functions: who holds "a" up is the one who holds "b" down. */
const { sensitivity } = score({
  levels: 4,
  quorum: 1,
  units: [{ key: "a" }, { key: "b" }],
  raters: [{ key: "x" }, { key: "y" }, { key: "z" }],
  judgments: [
    { unit: "a", rater: "x", level: 2 },
    { unit: "a", rater: "y", level: 3 },
    { unit: "a", rater: "z", level: 3 },
    { unit: "b", rater: "x", level: 2 },
    { unit: "b", rater: "y", level: 2 },
    { unit: "b", rater: "z", level: 4 },
  ],
});
const names = new Map([
  ["x", "Xenia"],
  ["y", "Yusuf"],
]);

describe("the sensitivity section", () => {
  it("counts, function by function, how many members a level hangs on", () => {
    const view = sensitivityView({ sensitivity, visible: ["a", "b"], names: null });
    expect(view.members).toBe(3);
    expect(view.functions).toEqual([{ key: "a", from: 3, to: [2], members: 2 }]);
  });

  it("holds no rater's key nor name for those who may not know", () => {
    const view = sensitivityView({ sensitivity, visible: ["a", "b"], names: null });
    expect(view.named).toBeNull();
    expect(JSON.stringify(view)).not.toMatch(/"[xyz]"|Xenia|Yusuf/);
  });

  it("names those who are known, and says that others are gone", () => {
    const view = sensitivityView({ sensitivity, visible: ["a", "b"], names });
    expect(view.named?.map(({ name }) => name)).toEqual(["Yusuf", null]);
  });

  it("leaves out functions whose judgments may not be seen", () => {
    expect(sensitivityView({ sensitivity, visible: ["b"], names: null }).functions).toEqual([]);
  });
});
