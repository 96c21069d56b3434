import { expect, it } from "vitest";
import { meanLevel, orderStatistic, quantile, shareOnMode, size, spreadOf } from "./distribution";
import { distribution } from "./fixtures";

it("describes a distribution", () => {
  const counts = distribution(5, 2, 3, 3, 5);
  expect(size(counts)).toBe(4);
  expect(meanLevel(counts)).toBe(3.25);
  expect(shareOnMode(counts)).toBe(0.5);
});

it("is null where there is nothing to describe", () => {
  const none = [0, 0, 0];
  expect(meanLevel(none)).toBeNull();
  expect(shareOnMode(none)).toBeNull();
  expect(quantile(none, 0.5)).toBeNull();
  expect(spreadOf(none)).toBeNull();
});

it("finds the judgment at a rank and refuses a rank that is not there", () => {
  const counts = distribution(5, 2, 3, 3, 5);
  expect([1, 2, 3, 4].map((rank) => orderStatistic(counts, rank))).toEqual([2, 3, 3, 5]);
  expect(() => orderStatistic(counts, 0)).toThrow(RangeError);
  expect(() => orderStatistic(counts, 5)).toThrow(RangeError);
});

// Hyndman & Fan's definition 7 of 1..10: 3.25, 5.5 and 7.75, as R's default gives them.
it("interpolates quantiles by type 7", () => {
  const tenLevels = new Array<number>(10).fill(1);
  expect([0.25, 0.5, 0.75].map((share) => quantile(tenLevels, share))).toEqual([3.25, 5.5, 7.75]);
});

it("uses the range for fewer than five judgments and the interquartile range from five", () => {
  expect(spreadOf(distribution(5, 1, 3, 3, 5))).toEqual({ measure: "range", low: 1, high: 5 });
  expect(spreadOf(distribution(5, 1, 3, 3, 4, 5))).toEqual({ measure: "interquartile", low: 3, high: 4 });
});
