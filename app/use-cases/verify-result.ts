import { findSnapshot, type Publication } from "#db/publications";
import { parseRubric } from "#rubric/schema";
import { canonicalJson } from "~/canonical-json";
import { hashRubric } from "~/rubric-library.server";
import { requireAssessment } from "./assessments";
import type { ScopedContext } from "./context";
import { readPublication } from "./publish";
import { computeResult, readBasis } from "./results";

/** One thing that is not as it was published: `what` is a path in the result, the values as JSON or "nothing". */
export type Difference = { what: string; published: string; recomputed: string };

export type Verification = {
  publication: Pick<Publication, "number" | "methodName" | "methodVersion" | "judgmentsHash">;
  identical: boolean;
  differences: Difference[];
};

/**
 * Computes the newest publication again from the judgments and the rubric as they are stored, and compares the
 * canonical JSON byte by byte. `identical` is true only when nothing differs at all.
 * Null when nothing was published.
 * @throws Refusal "not-found"
 */
export function verifyResult(context: ScopedContext, assessmentId: string): Verification | null {
  const assessment = requireAssessment(context, assessmentId);
  const publication = readPublication(context, assessmentId);
  if (!publication) return null;
  const { number, methodName, methodVersion, judgmentsHash, rubricHash, frozen } = publication;
  const recomputed = computeResult(readBasis(context, assessment));
  const columns = {
    method: { name: methodName, version: methodVersion },
    ...{ rubricHash, judgmentsHash },
  };
  const differences = [
    ...rubricDifference(context, rubricHash),
    ...compare("publication", columns, {
      method: recomputed.score.method,
      rubricHash: recomputed.rubric.hash,
      judgmentsHash: recomputed.judgmentsHash,
    }),
    ...compare("", frozen, recomputed),
  ];
  const sameBytes = publication.result === canonicalJson(recomputed);
  if (!sameBytes && differences.length === 0) {
    differences.push({ what: "spelling", published: "not canonical JSON", recomputed: "canonical JSON" });
  }
  const identical = sameBytes && differences.length === 0;
  return { publication: { number, methodName, methodVersion, judgmentsHash }, identical, differences };
}

/** The rubric is kept under the hash of its content; here it is held against it. */
function rubricDifference(context: ScopedContext, hash: string): Difference[] {
  const snapshot = findSnapshot(context.db, hash);
  const recomputed = snapshot && hashRubric(parseRubric(JSON.parse(snapshot.document), hash));
  if (recomputed === hash) return [];
  return [{ what: "rubric text", published: text(hash), recomputed: text(recomputed) }];
}

/** Walks both values and lists the ends that differ; entries with a key of their own are named by it. */
function compare(path: string, published: unknown, recomputed: unknown): Difference[] {
  if (canonicalJson(published ?? null) === canonicalJson(recomputed ?? null)) return [];
  if (!isBranch(published) || !isBranch(recomputed)) {
    return [{ what: path, published: text(published), recomputed: text(recomputed) }];
  }
  const [before, after] = [children(published), children(recomputed)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    compare(path === "" ? key : `${path}.${key}`, before.get(key), after.get(key)),
  );
}

function isBranch(value: unknown): value is object {
  return typeof value === "object" && value !== null && !isPlainList(value);
}

/** A list of numbers or texts is compared as one value: a distribution, not its first number. */
function isPlainList(value: object): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);
}

function children(branch: object): Map<string, unknown> {
  if (!Array.isArray(branch)) return new Map(Object.entries(branch));
  return new Map(branch.map((item: unknown, index) => [nameOf(item) ?? String(index), item]));
}

function nameOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null) return null;
  if ("key" in item && typeof item.key === "string") return item.key;
  return "rater" in item && typeof item.rater === "string" ? item.rater : null;
}

function text(value: unknown): string {
  return value === undefined ? "nothing" : canonicalJson(value);
}
