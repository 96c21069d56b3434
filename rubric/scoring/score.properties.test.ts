import fc from "fast-check";
import { expect, it } from "vitest";
import { score } from "./score";
import type { ScoreInput } from "./types";

/** Any panel: 1-6 units, 1-7 raters, 2-10 levels, some judgments missing. */
const panels = fc
  .record({
    levels: fc.integer({ min: 2, max: 10 }),
    units: fc.integer({ min: 1, max: 6 }),
    raters: fc.integer({ min: 1, max: 7 }),
    quorum: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ levels, units, raters, quorum }) => {
    const level = fc.option(fc.integer({ min: 1, max: levels }), { freq: 5, nil: null });
    return fc.array(level, { minLength: units * raters, maxLength: units * raters }).map(
      (given): ScoreInput => ({
        levels,
        quorum,
        units: Array.from({ length: units }, (_, unit) => ({ key: `unit ${unit}` })),
        raters: Array.from({ length: raters }, (_, rater) => ({ key: `rater ${rater}` })),
        judgments: given.map((value, index) => ({
          unit: `unit ${Math.floor(index / raters)}`,
          rater: `rater ${index % raters}`,
          level: value,
        })),
      }),
    );
  });

it("does not care for the order of raters, judgments or units", () => {
  const shuffled = panels.chain((input) =>
    fc.tuple(
      fc.constant(input),
      fc.shuffledSubarray(input.raters, { minLength: input.raters.length }),
      fc.shuffledSubarray(input.judgments, { minLength: input.judgments.length }),
      fc.shuffledSubarray(input.units, { minLength: input.units.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([input, raters, judgments, units]) => {
      const result = score(input);
      expect(score({ ...input, raters, judgments })).toEqual(result);
      const turned = score({ ...input, units });
      const byKey = new Map(turned.functions.map((item) => [item.key, item]));
      expect(result.functions.map(({ key }) => byKey.get(key))).toEqual(result.functions);
      expect(turned.agreement).toEqual(result.agreement);
      expect({ ...turned.overall, binding: [] }).toEqual({ ...result.overall, binding: [] });
    }),
  );
});

it("does not care for the names of raters and units", () => {
  fc.assert(
    fc.property(panels, (input) => {
      const other = (key: string) => [...key].reverse().join("");
      const renamed = score({
        ...input,
        units: input.units.map(({ key }) => ({ key: other(key) })),
        raters: input.raters.map(({ key }) => ({ key: other(key) })),
        judgments: input.judgments.map((item) => ({
          ...item,
          unit: other(item.unit),
          rater: other(item.rater),
        })),
      });
      const { functions, agreement } = score(input);
      expect(renamed.functions.map(({ level }) => level)).toEqual(functions.map(({ level }) => level));
      expect(renamed.agreement.gwet.ac2Ordinal ?? 0).toBeCloseTo(agreement.gwet.ac2Ordinal ?? 0, 12);
    }),
  );
});

it("changes nothing but counts when somebody cannot judge", () => {
  fc.assert(
    fc.property(panels, (input) => {
      const silent = {
        ...input,
        raters: [...input.raters, { key: "nobody" }],
        judgments: [
          ...input.judgments,
          ...input.units.map(({ key }) => ({ unit: key, rater: "nobody", level: null })),
        ],
      };
      const result = score(input);
      const { functions, ...rest } = score(silent);
      const { functions: expected, ...others } = result;
      expect(rest).toEqual(others);
      expect(functions).toEqual(expected.map((item) => ({ ...item, missing: item.missing + 1 })));
    }),
  );
});

it("mirrors every statistic of a distribution when the levels are turned upside down", () => {
  fc.assert(
    fc.property(panels, (input) => {
      const flip = (level: number) => input.levels + 1 - level;
      const judgments = input.judgments.map((item) => ({
        ...item,
        level: item.level === null ? null : flip(item.level),
      }));
      const turned = score({ ...input, judgments }).functions;
      score(input).functions.forEach((item, index) => {
        const other = turned[index];
        expect(other?.distribution).toEqual([...item.distribution].reverse());
        // The lower median becomes the upper: the two only differ where the panel is split.
        const upper = item.split?.upper ?? item.level;
        expect(other?.level).toBe(upper === null ? null : flip(upper));
        expect(other?.consensus).toBe(item.consensus);
        expect(other?.shareOnMode).toBe(item.shareOnMode);
        expect(other?.averageDeviation).toBe(item.averageDeviation);
        expect(other?.agreementA ?? 0).toBeCloseTo(item.agreementA ?? 0, 12);
        expect(other?.tastleWierman ?? 0).toBeCloseTo(item.tastleWierman ?? 0, 12);
        expect(other?.mean ?? 0).toBeCloseTo(item.mean === null ? 0 : flip(item.mean), 12);
        const { interval } = item;
        const mirrored = interval && { ...interval, low: flip(interval.high), high: flip(interval.low) };
        expect(other?.interval).toEqual(mirrored);
      });
    }),
  );
});

it("keeps every coefficient of agreement when the levels are turned upside down", () => {
  fc.assert(
    fc.property(panels, (input) => {
      const judgments = input.judgments.map((item) => ({
        ...item,
        level: item.level === null ? null : input.levels + 1 - item.level,
      }));
      const turned = score({ ...input, judgments }).agreement;
      const { krippendorff, gwet, fleissKappa, kendallW } = score(input).agreement;
      expect(turned.krippendorff.ordinal ?? 0).toBeCloseTo(krippendorff.ordinal ?? 0, 10);
      expect(turned.gwet.ac2Ordinal ?? 0).toBeCloseTo(gwet.ac2Ordinal ?? 0, 10);
      expect(turned.fleissKappa ?? 0).toBeCloseTo(fleissKappa ?? 0, 10);
      expect(turned.kendallW.w ?? 0).toBeCloseTo(kendallW.w ?? 0, 10);
    }),
  );
});

it("gives alpha 1 on perfect agreement with variation", () => {
  const agreed = fc.record({
    levels: fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 6 }),
    raters: fc.integer({ min: 2, max: 6 }),
  });
  fc.assert(
    fc.property(agreed, ({ levels, raters }) => {
      const units = levels.map((level) => ({ key: `at ${level}`, level }));
      const people = Array.from({ length: raters }, (_, rater) => ({ key: `${rater}` }));
      const { agreement } = score({
        levels: 10,
        units: units.map(({ key }) => ({ key })),
        raters: people,
        judgments: units.flatMap(({ key, level }) =>
          people.map((rater) => ({ unit: key, rater: rater.key, level })),
        ),
      });
      expect(agreement.krippendorff).toEqual({ nominal: 1, ordinal: 1, interval: 1 });
      expect(agreement.kendallW.w).toBeCloseTo(1, 12);
      expect(agreement.gwet.ac2Ordinal).toBeCloseTo(1, 12);
    }),
  );
});

it("holds the median in its interval and the level among the levels that were given", () => {
  fc.assert(
    fc.property(panels, (input) => {
      for (const { level, interval, distribution, n, missing } of score(input).functions) {
        expect(n + missing).toBe(input.raters.length);
        if (level !== null) expect(distribution[level - 1]).toBeGreaterThan(0);
        if (level === null || interval === null) continue;
        expect(interval.low).toBeLessThanOrEqual(level);
        expect(interval.high).toBeGreaterThanOrEqual(level);
      }
    }),
  );
});

it("changes nothing when all weights are equal", () => {
  const weights = fc.double({ min: 0.01, max: 100, noNaN: true });
  fc.assert(
    fc.property(panels, weights, weights, (input, unitWeight, raterWeight) => {
      const weighted = score({
        ...input,
        units: input.units.map((unit) => ({ ...unit, weight: unitWeight })),
        raters: input.raters.map((rater) => ({ ...rater, weight: raterWeight })),
        judgments: input.judgments.map((judgment) => ({ ...judgment, confidence: 3 })),
      });
      const plain = score(input);
      expect(weighted.functions).toEqual(plain.functions);
      expect(weighted.overall.typical).toBe(plain.overall.typical);
      expect(weighted.overall.meanIndex ?? 0).toBeCloseTo(plain.overall.meanIndex ?? 0, 9);
      expect(weighted.sensitivity.expertWeight.changes).toBe(false);
      expect(weighted.sensitivity.confidence.changes).toBe(false);
      expect(weighted.sensitivity.leaveOneOut).toEqual(plain.sensitivity.leaveOneOut);
    }),
  );
});

it("leaves out one expert exactly as if that expert had not been there", () => {
  fc.assert(
    fc.property(panels, (input) => {
      const all = score(input);
      for (const { rater, functions } of all.sensitivity.leaveOneOut) {
        const raters = input.raters.filter(({ key }) => key !== rater);
        const judgments = input.judgments.filter((item) => item.rater !== rater);
        const rest = score({ ...input, raters, judgments, quorum: 1 }).functions;
        const changed = all.functions.flatMap(({ key, level }, index) => {
          const to = rest[index]?.level ?? null;
          return level === null || level === to ? [] : [{ key, from: level, to }];
        });
        expect(functions).toEqual(changed);
      }
    }),
  );
});
