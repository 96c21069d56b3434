import { expect, it } from "vitest";
import { agreementA } from "./agreement-a";

it("gives the published value of the seven-level example", () => {
  expect(agreementA([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.6113333, 7);
});

it("is 1 when unanimous, -1 with half at each end and 0 when uniform", () => {
  for (const levels of [3, 4, 5, 10]) {
    const at = (...filled: number[]) =>
      Array.from({ length: levels }, (_, index) => (filled.includes(index) ? 4 : 0));
    for (let level = 0; level < levels; level++) expect(agreementA(at(level))).toBe(1);
    expect(agreementA(at(0, levels - 1))).toBeCloseTo(-1, 12);
    expect(agreementA(new Array(levels).fill(3))).toBe(0);
  }
});

// One layer of two neighbours among five: no empty level between them, so U = 1 and A = 1 - 1/4.
it("counts two neighbouring levels as near", () => {
  expect(agreementA([0, 2, 2, 0, 0])).toBe(0.75);
});

it("is undefined with two levels, where polarised and uniform are the same, and without judgments", () => {
  expect(agreementA([3, 3])).toBeNull();
  expect(agreementA([0, 0, 0, 0])).toBeNull();
});
