import { listPeople } from "#db/accounts";
import { listCompanyAssessments } from "#db/assessments";
import { listFiles } from "#db/company-files";
import { listNotes } from "#db/company-notes";
import { listStanding } from "#db/judgments";
import { latestPublication } from "#db/publications";
import { requireCompany } from "./companies";
import type { ScopedContext } from "./context";

/** How much goes with a company when it is removed. */
export type CompanyLoss = {
  assessments: number;
  judgments: number;
  publications: number;
  people: number;
  notes: number;
  files: number;
};

/** Counts what removing the company would delete for good. @throws Refusal "not-found" */
export function readLoss(context: ScopedContext, companyId: string): CompanyLoss {
  requireCompany(context, companyId);
  const assessments = listCompanyAssessments(context.db, context.scope, companyId);
  const total = (count: (assessmentId: string) => number) =>
    assessments.reduce((sum, { id }) => sum + count(id), 0);
  return {
    assessments: assessments.length,
    judgments: total((id) => listStanding(context.db, id).length),
    publications: total((id) => latestPublication(context.db, id)?.number ?? 0),
    people: listPeople(context.db, context.scope.workspaceId, companyId).length,
    notes: listNotes(context.db, companyId).length,
    files: listFiles(context.db, companyId).length,
  };
}
