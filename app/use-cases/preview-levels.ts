import { randomUUID } from "node:crypto";
import { transact } from "#db/client";
import { endPreviews, findRunningPreview, insertPreview, listPreviews } from "#db/previews";
import { postPreview } from "./announce-check";
import { type AssessmentWithCompany, requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { computeResult, readBasis } from "./results";
import { rubricOf } from "./rubrics";

type Levels = Record<string, number | null>;

/**
 * Shows the levels of a closed assessment to the company's managers before anything is published, and asks them to
 * check these. Takes the place of a preview that is going on, unless that shows the same levels: then nothing is
 * done. Returns the number.
 * @throws Refusal "not-found", "wrong-state" (not closed), "nothing-judged" (no function has a level)
 */
export function showPreview(context: ScopedContext, assessmentId: string): number {
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    if (assessment.state !== "closed") throw new Refusal("wrong-state", { state: assessment.state });
    const { levels, judgmentsHash } = levelsNow(context, assessment);
    if (Object.values(levels).every((level) => level === null)) throw new Refusal("nothing-judged");
    const running = findRunningPreview(context.db, assessmentId);
    if (running && changedKeys(running.levels, levels).length === 0) return running.number;
    endPreviews(context.db, assessmentId, context.now);
    const number = (listPreviews(context.db, assessmentId)[0]?.number ?? 0) + 1;
    insertPreview(context.db, {
      ...{ id: randomUUID(), assessmentId, number, judgmentsHash, levels },
      createdAt: context.now,
      createdBy: context.actor.kind === "user" ? context.actor.userId : null,
    });
    const object = { kind: "assessment", id: assessmentId };
    audit(context, context.scope.workspaceId, "preview.show", object, { number });
    postPreview(context, assessment);
    return number;
  });
}

/** Ends the preview that is going on; nothing where there is none. @throws Refusal "not-found" */
export function endPreview(context: ScopedContext, assessmentId: string): void {
  transact(context.db, () => {
    requireAssessment(context, assessmentId);
    if (!endPreviews(context.db, assessmentId, context.now)) return;
    const object = { kind: "assessment", id: assessmentId };
    audit(context, context.scope.workspaceId, "preview.end", object);
  });
}

/** Whether levels of the assessment can be shown before it is published, and how what is shown stands. */
export type PreviewStanding = {
  number: number;
  at: Date;
  /** Keys of the functions whose level is no longer the one that is shown. */
  changed: string[];
};

/** The preview that is going on, against the levels that the judgments give now; null where there is none. */
export function readPreviewStanding(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
): PreviewStanding | null {
  const running = findRunningPreview(context.db, assessment.id);
  if (!running) return null;
  const changed = changedKeys(running.levels, levelsNow(context, assessment).levels);
  return { number: running.number, at: running.createdAt, changed };
}

function levelsNow(context: ScopedContext, assessment: AssessmentWithCompany) {
  const { score, judgmentsHash } = computeResult(readBasis(context, assessment));
  const levelOf = new Map(score.functions.map(({ key, level }) => [key, level]));
  const { functions } = rubricOf(context, assessment);
  const levels: Levels = Object.fromEntries(functions.map(({ key }) => [key, levelOf.get(key) ?? null]));
  return { levels, judgmentsHash };
}

function changedKeys(shown: Levels, now: Levels): string[] {
  return Object.keys(now).filter((key) => (shown[key] ?? null) !== now[key]);
}
