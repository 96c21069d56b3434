import { randomUUID } from "node:crypto";
import { insertWorkspace } from "#db/accounts";
import { insertAssessment, type NewAssessment } from "#db/assessments";
import type { Db } from "#db/client";
import { insertCompany, type NewCompany } from "#db/companies";
import { appendJudgment, type Judgment, type NewJudgment } from "#db/judgments";
import { insertMember, type NewPanelMember } from "#db/panel";
import { keepSnapshot } from "#db/publications";
import type { AssessmentOptions } from "#db/schema";

/** Rows straight into the store, for tests of queries. Each returns the id of what it made. */

export const CREATED = new Date("2026-06-30T03:00:00Z");
const OPTIONS: AssessmentOptions = {
  ...{ leftOut: [], weights: {}, targets: {}, minimumGroup: 3 },
  ...{ showPrevious: false, mayReopen: true, consensusGoal: "strong" },
};
const RUBRIC = { hash: "f".repeat(64), key: "service-desk", version: "1.0.0" };

export function workspaceRow(db: Db): string {
  const id = randomUUID();
  insertWorkspace(db, { id, name: "Selaras", createdAt: CREATED });
  return id;
}

export function companyRow(db: Db, workspaceId: string, given: Partial<NewCompany> = {}): string {
  const id = randomUUID();
  const company = {
    name: "PT Contoh",
    industry: "Jasa",
    country: "ID",
    size: "small",
    offering: "services",
  } as const;
  insertCompany(db, { ...company, ...given, id, workspaceId, createdAt: CREATED });
  return id;
}

export function assessmentRow(
  db: Db,
  workspaceId: string,
  companyId: string,
  given: Partial<NewAssessment> = {},
): string {
  const id = randomUUID();
  keepSnapshot(db, { ...RUBRIC, document: "{}", createdAt: CREATED });
  insertAssessment(db, {
    id,
    workspaceId,
    companyId,
    rubricKey: RUBRIC.key,
    rubricVersion: RUBRIC.version,
    rubricHash: RUBRIC.hash,
    title: "Penilaian",
    asOf: "2026-06-30",
    language: "id",
    quorum: 3,
    options: OPTIONS,
    createdAt: CREATED,
    ...given,
  });
  return id;
}

export function memberRow(db: Db, assessmentId: string, given: Partial<NewPanelMember> = {}): string {
  const id = randomUUID();
  const member = { name: "Ratna", email: `${id}@example.com`, perspective: "expert", position: 1 } as const;
  insertMember(db, { ...member, ...given, id, assessmentId, createdAt: CREATED });
  return id;
}

export function judgmentRow(
  db: Db,
  memberId: string,
  functionKey: string,
  given: Partial<NewJudgment> = {},
): Judgment {
  const row = { round: 1, level: null, source: "assessor", createdAt: CREATED, ...given } as const;
  return appendJudgment(db, { ...row, memberId, functionKey });
}

/** A workspace with one company, one assessment and one member. */
export function smallStore(db: Db) {
  const workspaceId = workspaceRow(db);
  const companyId = companyRow(db, workspaceId);
  const assessmentId = assessmentRow(db, workspaceId, companyId);
  return { workspaceId, companyId, assessmentId, memberId: memberRow(db, assessmentId) };
}
