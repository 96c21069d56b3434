import { describe, expect, it } from "vitest";
import { consensusClass } from "#rubric/scoring/consensus";
import { explainConsensus } from "./explain-consensus";

describe("why a panel agrees as it does", () => {
  it.each([
    { counts: [0, 1, 6, 1, 0], share: 0.75, farthest: 1, expected: "strong" },
    { counts: [0, 3, 5, 0, 0], share: 0.625, farthest: 1, expected: "moderate" },
    { counts: [0, 2, 0, 2, 0], share: 0.5, farthest: 2, expected: "split" },
    { counts: [1, 0, 2, 0, 1], share: 0.5, farthest: 2, expected: "split" },
  ])("$counts is $expected", ({ counts, share, farthest, expected }) => {
    expect(explainConsensus(counts)).toMatchObject({
      class: expected,
      share,
      farthest,
      strong: 0.75,
      near: 1,
    });
  });

  it("gives numbers that lead to the very class that was computed", () => {
    for (let code = 0; code < 4 ** 5; code++) {
      const counts = Array.from({ length: 5 }, (_, place) => Math.floor(code / 4 ** place) % 4);
      const found = explainConsensus(counts);
      if (!found) {
        expect(consensusClass(counts)).toBeNull();
        continue;
      }
      const near = found.farthest <= found.near ? "moderate" : "split";
      expect([counts, found.share >= found.strong ? "strong" : near]).toEqual([
        counts,
        consensusClass(counts),
      ]);
      expect(found.count / counts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(found.share, 12);
      expect(counts[found.mode - 1]).toBe(found.count);
    }
  });

  it("has nothing to say of one judgment", () => expect(explainConsensus([0, 1, 0])).toBeNull());
});
