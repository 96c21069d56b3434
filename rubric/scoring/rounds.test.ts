import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distribution } from "./fixtures";
import {
  countMoved,
  isStable,
  type Movement,
  movement,
  type RoundAnswer,
  reaches,
  STABLE_BELOW,
  stopRule,
} from "./rounds";

/** Pairs "before after" of one character each: "." no level, "-" (after only) not answered again. */
function answers(text: string): RoundAnswer[] {
  const level = (sign: string | undefined) => (sign === undefined || sign === "." ? null : Number(sign));
  return text.split(" ").map(([before, after]) => ({
    before: level(before),
    after: after === "-" ? level(before) : level(after),
    again: after !== "-",
  }));
}

const moves = (text: string, levels = 5) => {
  const { unmoved, ...rest } = movement(levels, answers(text));
  return { ...Object.fromEntries(Object.entries(rest).filter(([, count]) => count > 0)), unmoved };
};

const counted = (given: Partial<Movement>): Movement => ({ ...movement(5, []), ...given });

describe("movement", () => {
  it("is measured from the median of the round before", () => {
    // Before: 1 3 3 4 5, median 3.
    expect(moves("12 33 33 44 54")).toEqual({ towards: 2, unmoved: 3 });
    expect(moves("11 34 33 45 55")).toEqual({ away: 2, unmoved: 3 });
    expect(moves("11 33 33 43 53")).toEqual({ towards: 2, unmoved: 3 });
  });

  it("calls a step to the other side, equally far from the median, neither nearer nor further", () => {
    expect(moves("13 24 33 33 55")).toEqual({ towards: 1, across: 1, unmoved: 3 });
  });

  it("takes the levels between the two medians of an evenly divided panel as the median", () => {
    // Before: 2 2 4 4.
    expect(moves("23 24 43 44")).toEqual({ across: 3, unmoved: 1 });
    expect(moves("21 22 44 45")).toEqual({ away: 2, unmoved: 2 });
  });

  it("tells new levels, levels taken back and those who have not answered again apart", () => {
    expect(moves(".3 3. 33 4- .- ..")).toEqual({ new: 1, withdrawn: 1, notAgain: 1, unmoved: 1 });
  });

  it("has a place for everybody with a level, once", () => {
    fc.assert(
      fc.property(panels, ({ levels, given }) => {
        const found = movement(levels, given);
        const total = Object.values(found).reduce((sum, count) => sum + count, 0);
        expect(total).toBe(
          given.filter(({ before, after, again }) => before !== null || (again && after !== null)).length,
        );
        expect(found.notAgain).toBe(given.filter(({ before, again }) => before !== null && !again).length);
      }),
    );
  });

  it("does not care for the order of assessors, nor for the direction of the scale", () => {
    const turn = (levels: number, level: number | null) => (level === null ? null : levels + 1 - level);
    fc.assert(
      fc.property(panels, ({ levels, given }) => {
        const found = movement(levels, given);
        expect(movement(levels, [...given].reverse())).toEqual(found);
        const turned = given.map(({ before, after, again }) => ({
          ...{ before: turn(levels, before), after: turn(levels, after), again },
        }));
        expect(movement(levels, turned)).toEqual(found);
      }),
    );
  });

  it("never counts fewer moves than the two histograms show", () => {
    fc.assert(
      fc.property(panels, ({ levels, given }) => {
        const again = given.filter(
          (answer) => answer.again && answer.before !== null && answer.after !== null,
        );
        const column = (which: "before" | "after") =>
          distribution(levels, ...again.flatMap((answer) => answer[which] ?? []));
        const [before, after] = [column("before"), column("after")];
        const net = before.reduce((sum, count, index) => sum + Math.abs(count - (after[index] ?? 0)), 0) / 2;
        expect(countMoved(movement(levels, again)).moved).toBeGreaterThanOrEqual(net);
      }),
    );
  });
});

const panels = fc.integer({ min: 2, max: 10 }).chain((levels) => {
  const level = fc.option(fc.integer({ min: 1, max: levels }), { freq: 5, nil: null });
  const answer = fc
    .record({ before: level, after: level, again: fc.boolean() })
    .map((one) => (one.again ? one : { ...one, after: one.before }));
  return fc.record({ levels: fc.constant(levels), given: fc.array(answer, { maxLength: 12 }) });
});

describe("stability", () => {
  it("is a share of moved judgments below 15 %, of those given again", () => {
    expect(STABLE_BELOW).toBe(0.15);
    expect(isStable(counted({ unmoved: 5 }), 3)).toBe(true);
    // One of six is 16.7 %, one of seven 14.3 %.
    expect(isStable(counted({ towards: 1, unmoved: 5 }), 3)).toBe(false);
    expect(isStable(counted({ away: 1, unmoved: 6 }), 3)).toBe(true);
    // Three of twenty is exactly 15 %: not fewer.
    expect(isStable(counted({ across: 3, unmoved: 17 }), 3)).toBe(false);
  });

  it("counts new and withdrawn levels as moved", () => {
    expect(countMoved(counted({ new: 1, withdrawn: 2, unmoved: 4, notAgain: 3 }))).toEqual({
      moved: 3,
      answered: 7,
    });
  });

  it("is unknown before the quorum has answered again", () => {
    expect(isStable(counted({ unmoved: 2, notAgain: 3 }), 3)).toBeNull();
    expect(isStable(counted({ notAgain: 5 }), 0)).toBeNull();
  });
});

describe("the stop rule", () => {
  const still = counted({ unmoved: 5 });
  const rule = (given: Partial<Parameters<typeof stopRule>[0]>) =>
    stopRule({ consensus: "split", goal: "strong", movement: null, quorum: 3, ...given });

  it("ends with the agreed class, which strong always satisfies", () => {
    expect(rule({ consensus: "strong" })).toBe("consensus");
    expect(rule({ consensus: "strong", goal: "moderate" })).toBe("consensus");
    expect(rule({ consensus: "moderate", goal: "moderate" })).toBe("consensus");
    expect(rule({ consensus: "moderate" })).toBe("open");
    expect(reaches("split", "moderate")).toBe(false);
    expect(reaches(null, "moderate")).toBe(false);
  });

  it("ends with stability, which one round alone cannot show", () => {
    expect(rule({ movement: still })).toBe("stable");
    expect(rule({ movement: null })).toBe("open");
    expect(rule({ movement: counted({ towards: 2, unmoved: 3 }) })).toBe("open");
    expect(rule({ movement: still, consensus: "strong" })).toBe("consensus");
  });

  it("says nothing of a function without a result, however still it is", () => {
    expect(rule({ consensus: null, movement: still })).toBe("no-result");
  });
});
