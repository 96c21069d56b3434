import { expect, it } from "vitest";
import { tastleWierman } from "./tastle-wierman";

it("gives the published value of the seven-level example", () => {
  expect(tastleWierman([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.7256876, 7);
});

it("is 1 when unanimous, 0 with half at each end and .433985 when uniform over five", () => {
  expect(tastleWierman([0, 0, 7, 0, 0])).toBe(1);
  expect(tastleWierman([4, 0, 0, 0, 4])).toBe(0);
  expect(tastleWierman([1, 1, 1, 1, 1])).toBeCloseTo(0.433985, 6);
});

it("works on two levels and is null without judgments", () => {
  expect(tastleWierman([1, 1])).toBe(0);
  expect(tastleWierman([0, 0])).toBeNull();
});
