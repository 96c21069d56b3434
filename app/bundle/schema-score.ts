import { z } from "zod";

/** The numbers of a bundle: what the scoring engine gives, and what its readers may see of it. */

const number = z.number().nullable();
const whole = z.int().nullable();
const change = z.strictObject({ from: whole, to: whole });
const levelChange = z.strictObject({ key: z.string(), from: z.int(), to: whole });
const overallChange = z.strictObject({ typical: change.nullable(), attained: change.nullable() });

const functionScore = z.strictObject({
  key: z.string(),
  n: z.int(),
  missing: z.int(),
  level: whole,
  reason: z.enum(["no-judgments", "below-quorum"]).nullable(),
  split: z.strictObject({ lower: z.int(), upper: z.int() }).nullable(),
  mean: number,
  distribution: z
    .array(z.int())
    .nullable()
    .describe("Judgments by level, from level 1; null where fewer judged than may be shown."),
  consensus: z.enum(["strong", "moderate", "split"]).nullable(),
  agreementA: number,
  tastleWierman: number,
  averageDeviation: number,
  shareOnMode: number,
  interval: z.strictObject({ low: z.number(), high: z.number(), coverage: z.number() }).nullable(),
});

const overall = z.strictObject({
  typical: whole,
  attained: whole,
  binding: z.array(z.string()),
  meanIndex: number,
  attainedAtMost: whole,
  functions: z.int(),
  withResult: z.int(),
  reason: z.enum(["no-function-with-result", "functions-without-result"]).nullable(),
});

const reason = z
  .enum([
    "no-unit-with-two-judgments",
    "no-variation",
    "fewer-than-two-raters",
    "fewer-than-two-complete-units",
    "all-ranks-tied",
    "too-few-raters",
    "undefined-without-one-rater",
    "no-spread-between-raters",
    "withheld",
  ])
  .nullable();
const around = z.strictObject({ low: number, high: number, reason });

const agreement = z.strictObject({
  units: z.int(),
  raters: z.int(),
  ratings: z.int(),
  krippendorff: z.strictObject({ nominal: number, ordinal: number, interval: number }),
  gwet: z.strictObject({ ac1: number, ac2Ordinal: number, ac2Linear: number, ac2Quadratic: number }),
  fleissKappa: number,
  kendallW: z.strictObject({
    w: number,
    chiSquared: number,
    df: whole,
    p: number,
    units: z.int(),
    raters: z.int(),
    reason,
  }),
  jackknife: z.strictObject({ alphaOrdinal: around, ac2Ordinal: around }),
  reasons: z.strictObject({ krippendorff: reason, gwet: reason, fleissKappa: reason }),
});

const weightCheck = z.strictObject({
  reason: z.enum(["no-weights", "no-confidence"]).nullable(),
  changes: z.boolean(),
  functions: z.array(levelChange),
  overall: overallChange,
});

const single = { from: whole, to: z.array(whole), members: z.int() };

const sensitivity = z.union([
  z.strictObject({
    leaveOneOut: z.array(
      z.strictObject({
        rater: z.string(),
        judgments: z.int(),
        changes: z.boolean(),
        functions: z.array(levelChange),
        overall: overallChange,
      }),
    ),
    expertWeight: weightCheck,
    confidence: weightCheck,
  }),
  z.strictObject({
    members: z.int(),
    functions: z.array(z.strictObject({ key: z.string(), ...single })),
    typical: z.strictObject(single).nullable(),
    attained: z.strictObject(single).nullable(),
    expertWeight: weightCheck,
    confidence: weightCheck,
  }),
]);

export const resultsSchema = z.strictObject({
  functions: z.array(functionScore),
  overall,
  agreement,
  sensitivity,
});
