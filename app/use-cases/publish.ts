import { randomUUID } from "node:crypto";
import { type AssessmentWithCompany, updateAssessment } from "#db/assessments";
import { transact } from "#db/client";
import { endPreviews } from "#db/previews";
import { findPublication, insertPublication, latestPublication, type Publication } from "#db/publications";
import type { PublicationHead } from "#db/schema";
import { refreshStanding } from "#db/standings";
import { canonicalJson } from "~/canonical-json";
import { postPublished } from "./announce";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { readTexts } from "./report-texts";
import { computeResult, type Result, readBasis } from "./results";

/**
 * Freezes the result of a closed assessment, with the consultant's texts, as its next numbered publication, which
 * viewers read from then on. Returns the number.
 * @throws Refusal "not-found", "wrong-state" (not closed), "nothing-judged" (no function has a result)
 */
export function publish(context: ScopedContext, assessmentId: string): number {
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    const change = { state: "published", publishedAt: context.now } as const;
    if (!updateAssessment(context.db, context.scope, assessmentId, ["closed"], change)) {
      throw new Refusal("wrong-state", { state: assessment.state });
    }
    const result = computeResult(readBasis(context, assessment));
    if (result.score.overall.typical === null) throw new Refusal("nothing-judged");
    const number = (latestPublication(context.db, assessmentId)?.number ?? 0) + 1;
    insertPublication(context.db, {
      id: randomUUID(),
      assessmentId,
      number,
      methodName: result.score.method.name,
      methodVersion: result.score.method.version,
      rubricHash: result.rubric.hash,
      judgmentsHash: result.judgmentsHash,
      result: canonicalJson(result),
      typical: result.score.overall.typical,
      attained: result.score.overall.attained,
      levels: Object.fromEntries(result.score.functions.map(({ key, level }) => [key, level])),
      head: headOf(assessment),
      texts: readTexts(context, assessmentId).texts,
      createdAt: context.now,
      createdBy: context.actor.kind === "user" ? context.actor.userId : null,
    });
    endPreviews(context.db, assessmentId, context.now);
    refreshStanding(context.db, assessment.companyId);
    const object = { kind: "assessment", id: assessmentId };
    audit(context, context.scope.workspaceId, "assessment.publish", object, { number });
    postPublished(context, assessment);
    return number;
  });
}

function headOf({ title, asOf, companyName: company, note }: AssessmentWithCompany): PublicationHead {
  return { title, asOf, company, note };
}

/** Takes a published assessment back to closed, for a correction and a new publication; old ones stay. */
export function withdraw(context: ScopedContext, assessmentId: string): void {
  transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    const done = updateAssessment(context.db, context.scope, assessmentId, ["published"], {
      state: "closed",
    });
    if (!done) throw new Refusal("wrong-state", { state: assessment.state });
    refreshStanding(context.db, assessment.companyId);
    audit(context, context.scope.workspaceId, "assessment.withdraw", {
      kind: "assessment",
      id: assessmentId,
    });
  });
}

export type FrozenPublication = Publication & { frozen: Result };

/** A publication of an assessment by its number, or the newest, with its frozen result; null where there is none. */
export function readPublication(
  context: Pick<ScopedContext, "db">,
  assessmentId: string,
  number: number | null = null,
): FrozenPublication | null {
  const publication =
    number === null
      ? latestPublication(context.db, assessmentId)
      : findPublication(context.db, assessmentId, number);
  return publication ? { ...publication, frozen: JSON.parse(publication.result) as Result } : null;
}

/** The publication of an assessment that was the newest at a moment, or null where there was none yet. */
export function readPublicationAt(
  context: Pick<ScopedContext, "db">,
  assessmentId: string,
  moment: Date,
): FrozenPublication | null {
  let publication = latestPublication(context.db, assessmentId);
  while (publication && publication.createdAt > moment) {
    publication = findPublication(context.db, assessmentId, publication.number - 1);
  }
  return publication ? { ...publication, frozen: JSON.parse(publication.result) as Result } : null;
}
