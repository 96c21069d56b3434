import { parseRubric, RubricError } from "#rubric/schema";
import { METHOD_NAME, METHOD_VERSION } from "#rubric/scoring/method";
import { hashOf, layOut } from "./layout";
import { allPaths, type Difference, differences } from "./recompute";
import { type Bundle, bundleSchema, FORMAT, signatureSchema } from "./schema";
import { signatureFault } from "./sign";

/** The steps in the order in which a bundle is checked; each rests on those before. */
export type Step = "file" | "format" | "signature" | "key" | "schema" | "rubric" | "judgments" | "numbers";

/** Why a bundle is refused, and at which step. */
export class BundleFault extends Error {
  override readonly name = "BundleFault";
  constructor(
    readonly step: Step,
    message: string,
  ) {
    super(message);
  }
}

/** A bundle in which everything holds, and which of its numbers were computed again or could not be. */
export type Checked = { bundle: Bundle; recomputed: string[]; notRecomputed: string[] };

/** How many differences or mistakes are told one by one. */
const MOST = 10;

/**
 * Checks a bundle from its bytes alone: that it is written as Selaras writes it, signed (with the key `expected`, where
 * one is given), as its schema says, and that its hashes and numbers follow from what it carries.
 * @throws BundleFault at the first step that fails
 */
export function checkBundle(bytes: Uint8Array, expected: string | null = null): Checked {
  const parsed = parse(bytes);
  requireFormat(parsed);
  const { signature, ...content } = parsed;
  requireSignature(content, signature, expected);
  const bundle = requireSchema(parsed);
  requireRubric(bundle, parsed);
  if (hashOf(bundle.judgments) !== bundle.judgmentsHash.bundle) {
    throw new BundleFault("judgments", "the judgments do not have the hash that the bundle names");
  }
  requireNumbers(bundle);
  const recomputed = bundle.recomputes;
  return { bundle, recomputed, notRecomputed: allPaths(bundle).filter((path) => !recomputed.includes(path)) };
}

type Fields = Record<string, unknown>;

function parse(bytes: Uint8Array): Fields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new BundleFault("file", "the file is not JSON in UTF-8");
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new BundleFault("format", "the file is JSON, but no bundle of Selaras");
  }
  if (isDeep(parsed)) throw new BundleFault("format", "the file is nested deeper than any bundle of Selaras");
  const fields = parsed as Fields;
  requireFormat(fields);
  if (!Buffer.from(layOut(fields), "utf8").equals(bytes)) {
    const hint = "it was changed, or saved by another program; take the file as it was downloaded";
    throw new BundleFault("file", `the file is not laid out as Selaras writes it: ${hint}`);
  }
  return fields;
}

/** Deeper than anything in a bundle; what goes much deeper cannot even be written again. */
const DEEPEST = 50;

function isDeep(value: object): boolean {
  let layer: object[] = [value];
  for (let depth = 1; layer.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    layer = layer.flatMap((one) =>
      Object.values(one).filter((inner) => inner !== null && typeof inner === "object"),
    );
  }
  return false;
}

function requireFormat({ format }: Fields): void {
  const { name, version } = typeof format === "object" && format !== null ? (format as Fields) : {};
  if (name !== FORMAT.name) throw new BundleFault("format", "the file is JSON, but no bundle of Selaras");
  if (version !== FORMAT.version) {
    const known = `this Selaras knows version ${FORMAT.version}`;
    throw new BundleFault("format", `it is a bundle of version ${JSON.stringify(version)}; ${known}`);
  }
}

function requireSignature(content: Fields, given: unknown, expected: string | null): void {
  const signature = signatureSchema.safeParse(given);
  if (!signature.success)
    throw new BundleFault("signature", "there is no signature of the kind that Selaras makes");
  const fault = signatureFault(content, signature.data);
  if (fault) throw new BundleFault("signature", fault);
  const { keyId } = signature.data;
  if (expected !== null && keyId !== expected) {
    throw new BundleFault("key", `it is signed with the key ${keyId}, not with ${expected}`);
  }
}

function requireSchema(parsed: Fields): Bundle {
  const result = bundleSchema.safeParse(parsed);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  throw new BundleFault("schema", ["it is not as the schema of its version says:", ...few(lines)].join("\n"));
}

function requireRubric({ rubric, results, settings }: Bundle, parsed: Fields): void {
  // As it was written, not as it was read: reading takes white space away.
  const { document } = parsed.rubric as { document: unknown };
  if (hashOf(document) !== rubric.hash) {
    throw new BundleFault("rubric", "the rubric does not have the hash that the bundle names");
  }
  try {
    parseRubric(document, "the rubric");
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    throw new BundleFault("rubric", error.message);
  }
  const { key, version, functions, levels } = rubric.document;
  const keys = functions.map((fn) => fn.key).join();
  const fits =
    key === rubric.key &&
    version === rubric.version &&
    levels.length === settings.levels &&
    results.functions.map((fn) => fn.key).join() === keys &&
    (settings.functions?.map((fn) => fn.key).join() ?? keys) === keys;
  if (!fits) throw new BundleFault("rubric", "the results are not of the rubric that the bundle carries");
}

function requireNumbers(bundle: Bundle): void {
  const { name, version } = bundle.method;
  if (name !== METHOD_NAME || version !== METHOD_VERSION) {
    const own = `this Selaras computes by ${METHOD_NAME} ${METHOD_VERSION}`;
    throw new BundleFault("numbers", `it was computed by ${name} ${version}; ${own}`);
  }
  const wrong = differ(bundle);
  if (wrong.length === 0) return;
  const lines = wrong.map(
    ({ path, stated, recomputed }) => `  ${path}: stated ${stated}, recomputed ${recomputed}`,
  );
  throw new BundleFault(
    "numbers",
    ["its numbers do not follow from its judgments:", ...few(lines)].join("\n"),
  );
}

function differ(bundle: Bundle): Difference[] {
  try {
    return differences(bundle);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BundleFault("numbers", `nothing can be computed from its judgments: ${error.message}`);
  }
}

function few(lines: string[]): string[] {
  const more = lines.length - MOST;
  return more > 0 ? [...lines.slice(0, MOST), `  and ${more} more`] : lines;
}
