import { z } from "zod";
import {
  ASSESSMENT_STATES,
  CANNOT_JUDGE_REASONS,
  COMPANY_SIZES,
  CONSENSUS_GOALS,
  EVIDENCE_KINDS,
  LOCALES,
  OFFERINGS,
  PERSPECTIVES,
} from "#db/schema";

const text = z.string().trim().min(1);
const localized = z.strictObject({ id: text, en: text });
const date = z.iso.date();

const judgmentSchema = z
  .strictObject({
    level: z.int().min(1).max(10).optional(),
    cannotJudge: z.enum(CANNOT_JUDGE_REASONS).optional(),
    /** 1 low, 2 medium, 3 high. */
    confidence: z.int().min(1).max(3).optional(),
    rationale: text.optional(),
    evidence: z.array(z.strictObject({ kind: z.enum(EVIDENCE_KINDS), note: text })).default([]),
    indicators: z.record(z.string(), z.enum(["met", "partly", "not-met", "unknown"])).default({}),
  })
  .refine((judgment) => (judgment.level === undefined) !== (judgment.cannotJudge === undefined), {
    error: "needs either a level or a reason why it cannot be judged",
  });

const assessmentSchema = z.strictObject({
  key: text,
  title: text,
  asOf: date,
  openedOn: date,
  deadline: date,
  closedOn: date,
  publishedOn: date.optional(),
  state: z.enum(ASSESSMENT_STATES),
  language: z.enum(LOCALES),
  quorum: z.int().min(1),
  options: z.strictObject({
    leftOut: z.array(text),
    weights: z.record(z.string(), z.number().positive()),
    targets: z.record(z.string(), z.int().min(1)),
    minimumGroup: z.int().min(1),
    showPrevious: z.boolean(),
    mayReopen: z.boolean(),
    consensusGoal: z.enum(CONSENSUS_GOALS),
  }),
  /** Keys of `people`, in the order of the panel. */
  panel: z.array(text).min(1),
  /** Function key -> person key -> judgment. */
  judgments: z.record(z.string(), z.record(z.string(), judgmentSchema)),
});

const sampleSchema = z
  .strictObject({
    illustrative: z.literal(true),
    note: localized,
    company: z.strictObject({
      name: text,
      industry: text,
      /** ISO 3166-1 alpha-2. */
      country: z.string().regex(/^[A-Z]{2}$/),
      size: z.enum(COMPANY_SIZES),
      offering: z.enum(OFFERINGS),
    }),
    rubric: z.strictObject({ key: text, version: text }),
    people: z.record(
      z.string(),
      z.strictObject({
        name: text,
        email: z.email(),
        perspective: z.enum(PERSPECTIVES),
        weight: z.number().positive().default(1),
      }),
    ),
    assessments: z.array(assessmentSchema).min(1),
  })
  .superRefine((sample, context) => {
    sample.assessments.forEach((assessment, index) => {
      const at = ["assessments", index];
      assessment.panel
        .filter((person) => !Object.hasOwn(sample.people, person))
        .forEach((person) => {
          context.addIssue({
            code: "custom",
            path: [...at, "panel"],
            message: `${person} is nobody in people`,
          });
        });
      for (const [functionKey, byPerson] of Object.entries(assessment.judgments)) {
        for (const person of Object.keys(byPerson).filter((key) => !assessment.panel.includes(key))) {
          const path = [...at, "judgments", functionKey, person];
          context.addIssue({ code: "custom", path, message: `${person} is not on the panel` });
        }
      }
    });
  });

/** The sample company with its assessments, oldest first; every judgment in it is illustrative. */
export type SampleData = z.infer<typeof sampleSchema>;
export type SampleAssessment = SampleData["assessments"][number];
/** One judgment with where it belongs: exactly one of `level` (from 1) and `cannotJudge` is present. */
export type SampleJudgment = z.infer<typeof judgmentSchema> & { functionKey: string; person: string };

/** Checks the parsed sample file; throws a ZodError that says what does not fit. */
export function parseSample(data: unknown): SampleData {
  return sampleSchema.parse(data);
}

/** All judgments of a sample assessment as a flat list, in the order of the file. */
export function sampleJudgments(assessment: SampleAssessment): SampleJudgment[] {
  return Object.entries(assessment.judgments).flatMap(([functionKey, byPerson]) =>
    Object.entries(byPerson).map(([person, judgment]) => ({ functionKey, person, ...judgment })),
  );
}
