import { expect, it } from "vitest";
import { gapOf } from "./figure-data";

it("has the levels that are missing to the target, none where it is reached or passed", () => {
  expect(gapOf({ level: 2, target: 4 })).toBe(2);
  expect(gapOf({ level: 4, target: 4 })).toBe(0);
  expect(gapOf({ level: 5, target: 4 })).toBe(0);
});

it("has no gap without a target or without a result", () => {
  expect(gapOf({ level: 2, target: null })).toBeNull();
  expect(gapOf({ level: 2 })).toBeNull();
  expect(gapOf({ level: null, target: 4 })).toBeNull();
});
