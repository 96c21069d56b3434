import { expect, it } from "vitest";
import { doubledRanks } from "./ranks";

it("doubles ranks so that shared places stay whole", () => {
  expect(doubledRanks([30, 10, 20])).toEqual({ ranks: [6, 2, 4], tieCubes: 0 });
  expect(doubledRanks([2, 1, 2, 2])).toEqual({ ranks: [6, 2, 6, 6], tieCubes: 24 });
  expect(doubledRanks([])).toEqual({ ranks: [], tieCubes: 0 });
});
