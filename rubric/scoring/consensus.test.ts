import { expect, it } from "vitest";
import { consensusClass } from "./consensus";
import { distribution } from "./fixtures";

const classOf = (...levels: number[]) => consensusClass(distribution(5, ...levels));

it("is strong from three quarters on one level, however far the rest", () => {
  expect(classOf(3, 3, 3, 4)).toBe("strong");
  expect(classOf(1, 5, 5, 5)).toBe("strong");
  expect(classOf(3, 3, 3, 3, 3)).toBe("strong");
});

it("is moderate when nobody is more than one level from the median", () => {
  expect(classOf(2, 3, 3, 4, 4)).toBe("moderate");
  expect(classOf(2, 3, 4)).toBe("moderate");
  expect(classOf(2, 2, 3, 3)).toBe("moderate");
});

it("is split otherwise", () => {
  expect(classOf(1, 3, 3, 3, 5)).toBe("split");
  expect(classOf(1, 2, 4)).toBe("split");
});

it("asks an evenly divided panel to be near both medians, so that its mirror image gets the same class", () => {
  expect(classOf(1, 2, 3, 3)).toBe("split");
  expect(classOf(5, 4, 3, 3)).toBe("split");
  expect(classOf(2, 2, 4, 4)).toBe("split");
});

it("needs two judgments", () => {
  expect(classOf()).toBeNull();
  expect(classOf(3)).toBeNull();
  expect(classOf(3, 3)).toBe("strong");
});
