import { and, eq, ne } from "drizzle-orm";
import type { Db } from "./client";
import type { Company } from "./companies";
import { assessment, company, publication, standing } from "./schema";

/** Companies that a company is held against; null does not ask. */
export type PeerGroup = { industry: string | null; size: Company["size"] | null };

/** What is published of a company last. */
export type PeerResult = {
  typical: number | null;
  attained: number | null;
  levels: Record<string, number | null>;
};

/**
 * The latest published results of the other companies of a workspace by one rubric and version, made-up ones left out.
 * Without names: whoever reads it may not see these companies.
 */
export function listPeers(
  db: Db,
  given: {
    workspaceId: string;
    companyId: string;
    rubric: { key: string; version: string };
    group: PeerGroup;
  },
): PeerResult[] {
  const { workspaceId, companyId, rubric, group } = given;
  const { typical, attained, levels } = publication;
  return db
    .select({ typical, attained, levels })
    .from(company)
    .innerJoin(standing, eq(standing.companyId, company.id))
    .innerJoin(publication, eq(publication.id, standing.publicationId))
    .innerJoin(assessment, eq(assessment.id, publication.assessmentId))
    .where(
      and(
        eq(company.workspaceId, workspaceId),
        ne(company.id, companyId),
        eq(company.sample, false),
        eq(assessment.rubricKey, rubric.key),
        eq(assessment.rubricVersion, rubric.version),
        group.industry === null ? undefined : eq(company.industry, group.industry),
        group.size === null ? undefined : eq(company.size, group.size),
      ),
    )
    .all();
}
