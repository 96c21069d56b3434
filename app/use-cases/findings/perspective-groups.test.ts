import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupPerspectives } from "./perspective-groups";

const panel = (counts: Record<string, number>) =>
  Object.entries(counts).map(([perspective, n]) => ({ perspective, n }));

describe("which perspectives are shown apart", () => {
  it("are all that have enough judgments", () => {
    expect(groupPerspectives(panel({ expert: 3, insider: 4 }), 3)).toEqual([
      { perspectives: ["expert"], n: 3 },
      { perspectives: ["insider"], n: 4 },
    ]);
  });

  it("puts small ones together where they are enough between them", () => {
    expect(groupPerspectives(panel({ expert: 2, insider: 4, customer: 2 }), 3)).toEqual([
      { perspectives: ["insider"], n: 4 },
      { perspectives: ["expert", "customer"], n: 4 },
    ]);
  });

  it("adds the next smallest to a single small one, which could be worked out otherwise", () => {
    expect(groupPerspectives(panel({ expert: 2, insider: 5, customer: 3 }), 3)).toEqual([
      { perspectives: ["insider"], n: 5 },
      { perspectives: ["expert", "customer"], n: 5 },
    ]);
  });

  it("ends with the whole panel as one where nothing else is safe", () => {
    expect(groupPerspectives(panel({ expert: 1, insider: 3 }), 3)).toEqual([
      { perspectives: ["expert", "insider"], n: 4 },
    ]);
  });

  it("shows nothing of a panel that is too small", () => {
    expect(groupPerspectives(panel({ expert: 1, insider: 1 }), 3)).toEqual([]);
    expect(groupPerspectives([], 1)).toEqual([]);
  });

  it("leaves out perspectives that said nothing", () => {
    expect(groupPerspectives(panel({ expert: 3, customer: 0 }), 3)).toEqual([
      { perspectives: ["expert"], n: 3 },
    ]);
  });

  it("never leaves fewer than the minimum, shown or worked out from the whole", () => {
    const counts = fc.array(fc.nat(8), { maxLength: 6 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 6 }), (sizes, minimum) => {
        const input = sizes.map((n, index) => ({ perspective: `p${index}`, n }));
        const total = sizes.reduce((sum, n) => sum + n, 0);
        const groups = groupPerspectives(input, minimum);
        const shown = groups.reduce((sum, { n }) => sum + n, 0);
        expect(shown).toBe(total < minimum ? 0 : total);
        for (const { n } of groups) expect(n).toBeGreaterThanOrEqual(minimum);
        const listed = groups.flatMap(({ perspectives }) => perspectives);
        expect(new Set(listed).size).toBe(listed.length);
      }),
    );
  });
});
