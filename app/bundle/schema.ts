import { z } from "zod";
import { rubricSchema } from "#rubric/schema";
import { resultsSchema } from "./schema-score";

/** The version is raised whenever a field changes its meaning or goes away. */
export const FORMAT = { name: "selaras-bundle", version: 1 } as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const localized = z.strictObject({ id: z.string(), en: z.string() });
/** A panel larger than this is a mistake, and would only keep the computer busy. */
const count = z.int().min(0).max(100_000);

const editionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("publication"), number: z.int().min(1), at: z.iso.datetime() }),
  z.strictObject({ kind: z.literal("live"), state: z.string() }),
]);

const settingsSchema = z.strictObject({
  levels: z.int().min(2),
  quorum: z.int().min(1),
  minimumGroup: z.int().min(1),
  functions: z
    .array(
      z.strictObject({
        key: z.string(),
        weight: z.number(),
        inOverall: z.boolean(),
        target: z.int().nullable(),
      }),
    )
    .nullable()
    .describe("Null where they were changed since this edition: the overall cannot be computed again then."),
});

const linkedSchema = z.strictObject({
  kind: z.literal("linked"),
  assessors: z.array(
    z.strictObject({ key: z.string(), perspective: z.string(), weight: z.number().optional() }),
  ),
  entries: z.array(
    z.strictObject({
      assessor: z.string(),
      function: z.string(),
      level: z.int().nullable(),
      cannotJudge: z.string().nullable(),
      confidence: z.int().nullable(),
      rationale: z.string(),
    }),
  ),
});

const unlinkedSchema = z.strictObject({
  kind: z.literal("unlinked"),
  functions: z.array(
    z.strictObject({
      function: z.string(),
      n: count,
      missing: count,
      distribution: z.array(count).nullable().describe("Null where fewer judged than may be shown."),
    }),
  ),
});

export const signatureSchema = z.strictObject({
  algorithm: z.literal("Ed25519"),
  keyId: z.string().describe("sha256: and the hash of the public key in DER (SubjectPublicKeyInfo), in hex."),
  publicKey: z.string().describe("The public key as PEM."),
  value: z.string().describe("Base64: over the canonical JSON of everything but `signature`, in UTF-8."),
});

const unsignedSchema = z.strictObject({
  $schema: z.url(),
  format: z.strictObject({ name: z.literal(FORMAT.name), version: z.literal(FORMAT.version) }),
  generator: z.strictObject({ name: z.string(), version: z.string() }),
  assessment: z.strictObject({
    id: z.string(),
    title: z.string(),
    company: z.string(),
    asOf: z.iso.date(),
    note: localized.nullable(),
  }),
  edition: editionSchema,
  method: z.strictObject({ name: z.string(), version: z.string() }),
  rubric: z.strictObject({
    key: z.string(),
    version: z.string(),
    hash: hash.describe("SHA-256 of the canonical JSON of `document`."),
    document: rubricSchema,
  }),
  settings: settingsSchema,
  judgments: z.discriminatedUnion("kind", [linkedSchema, unlinkedSchema]),
  judgmentsHash: z.strictObject({
    bundle: hash.describe("SHA-256 of the canonical JSON of `judgments`."),
    installation: hash.describe(
      "What the installation knows this result by; it covers ids that are not here.",
    ),
  }),
  results: resultsSchema,
  texts: z
    .strictObject({ summary: localized.nullable(), comments: z.record(z.string(), localized) })
    .describe("What the consultant wrote into the publication, as Markdown."),
  recomputes: z
    .array(z.string())
    .describe("The parts of `results` that follow from the rest of the bundle, by their paths."),
});

/** The one description of a bundle: files are checked by it, and the published JSON Schema is made of it. */
export const bundleSchema = unsignedSchema.extend({ signature: signatureSchema });

/** All of a bundle but its signature. */
export type Unsigned = z.infer<typeof unsignedSchema>;
export type Bundle = z.infer<typeof bundleSchema>;
export type Signature = z.infer<typeof signatureSchema>;

/** The schema as it is published, for programs that know nothing of Selaras. */
export function bundleJsonSchema(): object {
  return {
    ...z.toJSONSchema(bundleSchema),
    title: `Selaras bundle, version ${FORMAT.version}`,
    description:
      "A signed result of a maturity assessment. Canonical JSON has the keys of every object in order of their UTF-16 code units and no white space.",
  };
}
