import type { Db } from "#db/client";
import { findSnapshot, keepSnapshot } from "#db/publications";
import type { Rubric } from "#rubric/schema";
import type { LoadedRubric } from "~/rubric-library.server";
import type { UseCaseContext } from "./context";
import { Refusal } from "./errors";

/** The rubrics an assessment can be opened with: the newest version of each. */
export function readRubrics(context: UseCaseContext): LoadedRubric[] {
  return context.rubrics.latest();
}

/** The newest version of a rubric by its key. @throws Refusal "unknown-rubric" */
export function requireRubric(context: UseCaseContext, key: string): LoadedRubric {
  const loaded = context.rubrics.latest().find((candidate) => candidate.rubric.key === key);
  if (!loaded) throw new Refusal("unknown-rubric", { key });
  return loaded;
}

/** Keeps the rubric as it reads now, so that an assessment is always shown with the words it was judged by. */
export function keepRubric(context: UseCaseContext, { rubric, hash }: LoadedRubric): void {
  const { key, version } = rubric;
  keepSnapshot(context.db, { hash, key, version, document: JSON.stringify(rubric), createdAt: context.now });
}

/** What each store keeps under a hash, read once: it never changes. More than an installation has rubrics. */
const kept = new WeakMap<Db, Map<string, Rubric>>();
const MOST = 50;

/** The rubric an assessment was opened with, whatever has become of its file since. Shared: it is not to be changed. */
export function rubricOf({ db }: Pick<UseCaseContext, "db">, { rubricHash }: { rubricHash: string }): Rubric {
  const here = kept.get(db) ?? new Map<string, Rubric>();
  kept.set(db, here);
  const known = here.get(rubricHash);
  if (known) return known;
  const snapshot = findSnapshot(db, rubricHash);
  if (!snapshot) throw new Error(`No rubric is kept under ${rubricHash}`);
  // Checked when it was read from its file, and found by the hash of its content.
  const rubric = JSON.parse(snapshot.document) as Rubric;
  if (here.size >= MOST) here.clear();
  here.set(rubricHash, rubric);
  return rubric;
}
