import { expect, it } from "vitest";
import { kendallW } from "./kendall";

const rater = (levels: string) => [...levels].map(Number);

it("gives the published W, chi-square and p of three raters with ties", () => {
  const found = kendallW(["33345523522615221243", "36462424332333221334", "21443216111233113322"].map(rater));
  expect(found?.w).toBeCloseTo(0.539657, 6);
  expect(found?.chiSquared).toBeCloseTo(30.8, 1);
  expect(found?.df).toBe(19);
  expect(found?.p).toBeCloseTo(0.0429, 4);
});

it("is 1 when all rank alike, on whatever levels, and 0 when two rank the other way round", () => {
  expect(kendallW([rater("12345"), rater("12345")])?.w).toBe(1);
  expect(kendallW([rater("1123"), rater("2245")])?.w).toBe(1);
  expect(kendallW([rater("123"), rater("321")])?.w).toBe(0);
});

it("is null when every rater ties everything", () => {
  expect(kendallW([rater("333"), rater("222")])).toBeNull();
});
