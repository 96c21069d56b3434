import fc from "fast-check";
import { expect, it } from "vitest";
import { compare } from "./compare";
import { panelOf } from "./fixtures";
import type { ScoreInput } from "./types";

/** The same panel under other names, so that nobody is in both. */
const strangers = (input: ScoreInput): ScoreInput => ({
  ...input,
  raters: input.raters.map((rater) => ({ ...rater, key: `new ${rater.key}` })),
  judgments: input.judgments.map((judgment) => ({ ...judgment, rater: `new ${judgment.rater}` })),
});

it("pairs the same experts and says when they are too few", () => {
  const { functions, overall } = compare(panelOf("22233", 5), panelOf("33344", 5));
  expect(functions).toEqual([
    {
      key: "u1",
      before: 2,
      after: 3,
      delta: 1,
      test: "paired",
      reason: null,
      n: 5,
      nBefore: 5,
      nAfter: 5,
      overlap: 5,
      statistic: 0,
      p: 0.0625,
      pHolm: 0.0625,
      exact: true,
      smallestReachableP: 0.0625,
      smallestReachablePHolm: 0.0625,
      superiority: 1,
      cliffsDelta: 1,
      verdict: "too-small",
    },
  ]);
  expect(overall).toMatchObject({
    typical: { before: 2, after: 3, delta: 1 },
    attained: { before: 2, after: 3, delta: 1 },
    meanIndex: { before: 2, after: 3, delta: 1 },
    tested: 1,
  });
});

it("tells a change of six experts on one function from noise, up and down", () => {
  expect(compare(panelOf("222333", 5), panelOf("333444", 5)).functions[0]?.verdict).toBe("up");
  expect(compare(panelOf("333444", 5), panelOf("222333", 5)).functions[0]?.verdict).toBe("down");
  expect(compare(panelOf("222333", 5), panelOf("233322", 5)).functions[0]?.verdict).toBe("noise");
});

it("counts the number of functions when it asks whether the panel is large enough", () => {
  const before = panelOf("222333 222333", 5);
  const after = panelOf("333444 333444", 5);
  const [first] = compare(before, after).functions;
  expect(first).toMatchObject({ p: 0.03125, pHolm: 0.0625, smallestReachableP: 0.03125 });
  expect(first).toMatchObject({ smallestReachablePHolm: 0.0625, verdict: "too-small" });
});

it("compares different panels with all judgments", () => {
  const { functions } = compare(panelOf("12111111112411", 5), strangers(panelOf("33431231154", 5)), {});
  expect(functions[0]).toMatchObject({ test: "unpaired", n: 25, nBefore: 14, nAfter: 11, overlap: 0 });
  expect(functions[0]?.superiority).toBeCloseTo(0.788961, 6);
  expect(functions[0]?.p).toBeCloseTo(0.00669022, 8);
  expect(functions[0]?.statistic).toBe(121.5);
  expect(functions[0]?.verdict).toBe("up");
});

it("knows that 3 against 3 cannot tell a change from noise", () => {
  const { functions } = compare(panelOf("111", 5), strangers(panelOf("555", 5)));
  expect(functions[0]).toMatchObject({ test: "unpaired", smallestReachableP: 0.1, verdict: "too-small" });
});

it("pairs over the overlap of partly the same panels, from three raters on", () => {
  const three = compare(panelOf("2233.", 5), panelOf(".3344", 5));
  expect(three.functions[0]).toMatchObject({ test: "paired", n: 3, overlap: 3, smallestReachableP: 0.25 });
  const two = compare(panelOf("223...", 5), panelOf(".3344", 5));
  expect(two.functions[0]).toMatchObject({ test: "unpaired", n: 7, overlap: 2 });
});

it("pairs two experts when they are the whole of both panels", () => {
  const pair = compare(panelOf("22", 5, { quorum: 2 }), panelOf("33", 5, { quorum: 2 }));
  expect(pair.functions[0]).toMatchObject({ test: "paired", n: 2, p: 0.5, verdict: "too-small" });
});

it("counts those who stayed by half when paired", () => {
  const { functions } = compare(panelOf("2222", 5), panelOf("2331", 5));
  expect(functions[0]).toMatchObject({ superiority: 0.625, cliffsDelta: 0.25 });
});

it("tests nothing without a result on both sides, and says why", () => {
  const before = panelOf("333 33. 444", 5, { units: [{ key: "u1" }, { key: "u2" }, { key: "u3" }] });
  const after = panelOf("444 444", 5);
  const { functions, overall } = compare(before, after);
  const none = { test: "none", p: null, pHolm: null, n: 0, delta: null, verdict: "none", statistic: null };
  expect(functions[1]).toMatchObject({ ...none, before: null, after: 4, reason: "no-result" });
  expect(functions[2]).toMatchObject({ ...none, before: 4, after: null, reason: "only-before" });
  expect(compare(after, before).functions[2]).toMatchObject({ ...none, reason: "only-after" });
  expect(overall.tested).toBe(1);
});

it("refuses different numbers of levels", () => {
  expect(() => compare(panelOf("222", 4), panelOf("222", 5))).toThrow(/different rubrics/);
});

it("turns the signs and keeps every p when before and after are swapped", () => {
  const rows = fc.array(fc.constantFrom(..."12345."), { minLength: 12, maxLength: 12 });
  const panel = rows.map((cells) => panelOf(`${cells.slice(0, 6).join("")} ${cells.slice(6).join("")}`, 5));
  fc.assert(
    fc.property(panel, panel, fc.boolean(), (before, other, same) => {
      const after = same ? other : strangers(other);
      const there = compare(before, after).functions;
      const back = compare(after, before).functions;
      there.forEach((item, index) => {
        const turned = back[index];
        expect(turned?.p).toBe(item.p);
        expect(turned?.pHolm).toBe(item.pHolm);
        expect(turned?.test).toBe(item.test);
        expect(turned?.delta ?? 0).toBe(0 - (item.delta ?? 0));
        expect(turned?.cliffsDelta ?? 0).toBeCloseTo(-(item.cliffsDelta ?? 0), 12);
      });
    }),
  );
});

it("marks a figure that was drawn and gives the same one again", () => {
  const large = panelOf("1234512345".repeat(15), 5);
  const other = strangers(panelOf("2345523455".repeat(15), 5));
  const [found] = compare(large, other).functions;
  expect(found).toMatchObject({ exact: false, verdict: "up" });
  expect(compare(large, other).functions[0]).toEqual(found);
});

it("tells how far it is", () => {
  const told: string[] = [];
  compare(panelOf("333 333", 5), panelOf("444 444", 5), {
    onTested: (done, total) => told.push(`${done}/${total}`),
  });
  expect(told).toEqual(["1/2", "2/2"]);
});
