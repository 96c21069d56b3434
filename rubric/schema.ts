import { z } from "zod";

/** The most words a descriptor may have in one language: an assessor reads all levels before choosing. */
export const MAX_DESCRIPTOR_WORDS = 40;

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const VERSION = /^(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}$/;

const text = (max: number) =>
  z.string().trim().min(1, "is empty").max(max, `is longer than ${max} characters`);
const localized = (max = 1000) => z.strictObject({ id: text(max), en: text(max) });
const key = z
  .string()
  .max(60, "is longer than 60 characters")
  .regex(KEY, "may only have lower-case letters, digits and single hyphens, e.g. single-view");
const version = z.string().regex(VERSION, "must be three numbers with dots, e.g. 1.0.0");
const list = <Item extends z.ZodType>(item: Item, min: number, max: number) =>
  z
    .array(item)
    .min(min, `needs at least ${min} ${min === 1 ? "entry" : "entries"}`)
    .max(max, `may have at most ${max} entries`);

const levelSchema = z.strictObject({ key, name: localized(80), meaning: localized(400) });

const indicatorSchema = z.strictObject({ key, level: key, text: localized(400) });

const functionSchema = z.strictObject({
  key,
  name: localized(120),
  question: localized(300),
  definition: localized(600),
  evidence: list(localized(300), 1, 12),
  informant: localized(300),
  basis: z.enum(["adapted", "authored"]),
  restatesStages: z.boolean().optional(),
  descriptors: z.record(z.string(), localized()),
  indicators: list(indicatorSchema, 0, 20),
});

/** What a rubric looks like; `parseRubric` also checks what its parts say of each other. */
export const rubricSchema = z.strictObject({
  key,
  version,
  order: z.int().min(1, "must be 1 or more").optional(),
  name: localized(120),
  summary: localized(800),
  source: text(1500),
  basisNote: localized(),
  levels: list(levelSchema, 2, 10),
  functions: list(functionSchema, 1, 50),
  changelog: list(
    z.strictObject({
      version,
      date: z.iso.date("must be a date written as 2026-06-30"),
      notes: list(localized(), 1, 50),
    }),
    1,
    100,
  ),
});

/** A text in both languages of the product. */
export type Localized = { id: string; en: string };
/** One level; its number is its place in `rubric.levels`, counted from 1. */
export type RubricLevel = z.infer<typeof levelSchema>;
/** One observable statement; `level` is the key of the lowest level that requires it. */
export type Indicator = z.infer<typeof indicatorSchema>;
/** One function; `descriptors` has exactly one entry per level key. */
export type RubricFunction = z.infer<typeof functionSchema>;
/** A maturity model as data, every text in both languages; `order` is its place in lists (lower first). */
export type Rubric = z.infer<typeof rubricSchema>;

/** One thing that is wrong in a rubric: where (`functions[2].name.en`, empty for the whole file) and why. */
export type RubricProblem = { path: string; reason: string };

/** A rubric that cannot be used; the message has one line per problem: `file: path: reason`. */
export class RubricError extends Error {
  override readonly name = "RubricError";
  constructor(
    readonly file: string,
    readonly problems: RubricProblem[],
  ) {
    super(problems.map(({ path, reason }) => [file, path, reason].filter(Boolean).join(": ")).join("\n"));
  }
}

/**
 * Checks parsed data (from YAML or JSON) and returns it as a rubric, texts trimmed.
 * `file` is only used to say where a problem is. Throws a RubricError that lists every problem found.
 */
export function parseRubric(data: unknown, file: string): Rubric {
  const result = rubricSchema.safeParse(data, { error: inPlainWords });
  if (!result.success) throw new RubricError(file, result.error.issues.flatMap(toProblems));
  const problems = crossCheck(result.data);
  if (problems.length > 0) throw new RubricError(file, problems);
  return result.data;
}

/** What stands on each rung for one function, lowest first; `number` counts from 1. */
export function descriptorsInOrder(
  rubric: Rubric,
  rubricFunction: RubricFunction,
): { number: number; level: RubricLevel; descriptor: Localized }[] {
  return rubric.levels.flatMap((level, index) => {
    const descriptor = rubricFunction.descriptors[level.key];
    return descriptor ? [{ number: index + 1, level, descriptor }] : [];
  });
}

/** The number (from 1) of a level key in this rubric, or null when it has no such level. */
export function levelNumber(rubric: Rubric, levelKey: string): number | null {
  const index = rubric.levels.findIndex((level) => level.key === levelKey);
  return index < 0 ? null : index + 1;
}

/** Words of a text: runs between spaces that hold a letter or a digit, so a lone dash does not count. */
export function countWords(value: string): number {
  return value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function crossCheck(rubric: Rubric): RubricProblem[] {
  const problems = [...repeatedKeys(rubric.levels, "levels"), ...repeatedKeys(rubric.functions, "functions")];
  rubric.functions.forEach((fn, index) => {
    const at = `functions[${index}]`;
    problems.push(...descriptorProblems(rubric, fn, `${at}.descriptors`));
    problems.push(...repeatedKeys(fn.indicators, `${at}.indicators`));
    fn.indicators.forEach((indicator, place) => {
      if (levelNumber(rubric, indicator.level) !== null) return;
      const reason = `"${indicator.level}" is not one of the levels (${levelKeys(rubric)})`;
      problems.push({ path: `${at}.indicators[${place}].level`, reason });
    });
  });
  if (!rubric.changelog.some((entry) => entry.version === rubric.version)) {
    problems.push({ path: "changelog", reason: `has no entry for this version, ${rubric.version}` });
  }
  return problems;
}

function descriptorProblems(rubric: Rubric, fn: RubricFunction, at: string): RubricProblem[] {
  const missing = rubric.levels
    .filter((level) => !Object.hasOwn(fn.descriptors, level.key))
    .map((level) => ({ path: `${at}.${level.key}`, reason: "is missing: every level needs a descriptor" }));
  const unknown = Object.keys(fn.descriptors)
    .filter((levelKey) => levelNumber(rubric, levelKey) === null)
    .map((levelKey) => ({ path: `${at}.${levelKey}`, reason: `is not a level (${levelKeys(rubric)})` }));
  const long = Object.entries(fn.descriptors).flatMap(([levelKey, descriptor]) =>
    Object.entries(descriptor)
      .map(([language, value]) => ({ path: `${at}.${levelKey}.${language}`, words: countWords(value) }))
      .filter(({ words }) => words > MAX_DESCRIPTOR_WORDS)
      .map(({ path, words }) => ({
        path,
        reason: `has ${words} words; the limit is ${MAX_DESCRIPTOR_WORDS}`,
      })),
  );
  return [...missing, ...unknown, ...long];
}

function repeatedKeys(entries: { key: string }[], at: string): RubricProblem[] {
  return entries.flatMap(({ key: own }, index) => {
    const first = entries.findIndex((entry) => entry.key === own);
    if (first === index) return [];
    return [{ path: `${at}[${index}].key`, reason: `"${own}" is already used by ${at}[${first}]` }];
  });
}

function levelKeys(rubric: Rubric): string {
  return rubric.levels.map((level) => level.key).join(", ");
}

const KINDS: Record<string, string> = {
  string: "text (put it in quotes if it looks like a number or yes/no)",
  array: "a list",
  object: "a group of named fields",
  record: "a group of named fields",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
};

function inPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== "unrecognized_keys") return "is missing";
  if (issue.code === "invalid_type") return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value") return `must be one of: ${issue.values.join(", ")}`;
  return undefined;
}

function toProblems(issue: z.core.$ZodIssue): RubricProblem[] {
  if (issue.code !== "unrecognized_keys") return [{ path: toPath(issue.path), reason: issue.message }];
  return issue.keys.map((unknown) => ({
    path: toPath([...issue.path, unknown]),
    reason: "is not a field that belongs here (a spelling mistake?)",
  }));
}

function toPath(parts: PropertyKey[]): string {
  return parts.reduce<string>(
    (path, part) =>
      typeof part === "number" ? `${path}[${part}]` : path ? `${path}.${String(part)}` : String(part),
    "",
  );
}
