import { findStanding } from "#db/standings";
import type { Rubric } from "#rubric/schema";
import { requireCompany } from "./companies";
import type { ScopedContext } from "./context";
import { rubricOf } from "./rubrics";

export type Standing = {
  rubric: Rubric;
  assessment: { id: string; title: string; asOf: string };
  typical: number | null;
  attained: number | null;
  /** Function key -> level. */
  levels: Record<string, number | null>;
};

/** What is published of a company last, or null. @throws Refusal "not-found" */
export function readStanding(context: ScopedContext, companyId: string): Standing | null {
  requireCompany(context, companyId);
  const found = findStanding(context.db, companyId);
  if (!found) return null;
  const { id, title, asOf } = found.assessment;
  const { typical, attained, levels } = found.publication;
  return {
    rubric: rubricOf(context, found.assessment),
    assessment: { id, title, asOf },
    typical,
    attained,
    levels,
  };
}
