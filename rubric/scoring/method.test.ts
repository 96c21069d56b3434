import { expect, it } from "vitest";
import { SIGNIFICANCE } from "./change-test";
import { STRONG_SHARE } from "./consensus";
import { percent, whole } from "./definitions/definition";
import { enumerates } from "./mann-whitney";
import { definitionOf, METHOD_VERSION, STATISTICS } from "./method";
import { STABLE_BELOW } from "./rounds";
import { EXACT_PAIRS } from "./signed-rank";

it("defines every statistic in both languages", () => {
  expect(STATISTICS.length).toBeGreaterThan(20);
  for (const { key, name, formula, reading, limits } of STATISTICS) {
    for (const text of [name, formula, reading, limits]) {
      expect(text.id.trim(), key).not.toBe("");
      expect(text.en.trim(), key).not.toBe("");
    }
    expect(reading.id, key).toMatch(/\.$/);
    expect(reading.en, key).toMatch(/\.$/);
    expect(reading.id, key).not.toBe(reading.en);
  }
  expect(new Set(STATISTICS.map(({ key }) => key)).size).toBe(STATISTICS.length);
});

it("prints the thresholds that the code uses", () => {
  expect(definitionOf("consensus").formula.en).toContain(`≥ ${STRONG_SHARE * 100}%`);
  expect(definitionOf("stopRule").formula.en).toContain(`< ${STABLE_BELOW * 100}%`);
  expect(definitionOf("holm").reading.en).toContain(`${SIGNIFICANCE}`);
  expect(definitionOf("holm").reading.id).toContain(`${SIGNIFICANCE}`.replace(".", ","));
  expect(definitionOf("monteCarlo").limits.en).toContain(`${EXACT_PAIRS} pairs`);
  const panel = Number(/up to (\d+) against/.exec(definitionOf("monteCarlo").limits.en)?.[1]);
  expect(enumerates(panel, panel)).toBe(true);
  expect(enumerates(panel + 1, panel + 1)).toBe(false);
});

it("names DOIs that can be put behind doi.org", () => {
  const dois = STATISTICS.flatMap(({ sources }) => sources.flatMap(({ doi }) => doi ?? []));
  expect(dois.length).toBeGreaterThan(10);
  for (const doi of dois) expect(doi).toMatch(/^10\.\d{4,}\/\S+$/);
});

it("writes numbers as each language does", () => {
  expect(percent(0.95)).toEqual({ id: "95%", en: "95%" });
  expect(percent(0.875)).toEqual({ id: "87,5%", en: "87.5%" });
  expect(whole(100_000)).toEqual({ id: "100.000", en: "100,000" });
});

it("has a version of three numbers", () => {
  expect(METHOD_VERSION).toMatch(/^\d+\.\d+\.\d+$/);
});
