import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { assessment, companyFile, evidence, evidenceUse, panelMember } from "./schema";
import { assessmentInScope, type Scope } from "./scope";

type Row = typeof evidence.$inferSelect;

/** One piece of evidence and the keys of the functions it speaks for, in the order of the alphabet. */
export type Evidence = Row & { functions: string[] };
export type NewEvidence = typeof evidence.$inferInsert;
export type EvidenceKind = Row["kind"];
/** What is known of a file that lies in the data directory. */
export type StoredFile = {
  storedName: string;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
};

const NO_FILE = { storedName: null, fileName: null, mediaType: null, size: null, sha256: null };

/** What a member has given and not removed, in the order in which it was given. */
export function listMemberEvidence(db: Db, memberId: string): Evidence[] {
  return givenBy(db).all({ memberId }).map(withFunctions);
}

const givenBy = prepared((db) =>
  evidenceWhere(
    db,
    and(eq(evidence.memberId, sql.placeholder("memberId")), isNull(evidence.removedAt)),
  ).prepare(),
);

/** The same with what was removed. */
export function listMemberEvidenceHistory(db: Db, memberId: string): Evidence[] {
  return listEvidence(db, eq(evidence.memberId, memberId));
}

/** What the present members of an assessment have given and not removed. */
export function listPanelEvidence(db: Db, assessmentId: string): Evidence[] {
  return listEvidence(
    db,
    and(
      eq(panelMember.assessmentId, assessmentId),
      isNull(panelMember.removedAt),
      isNull(evidence.removedAt),
    ),
  );
}

export function findMemberEvidence(db: Db, memberId: string, id: string): Evidence | undefined {
  const own = and(eq(evidence.id, id), eq(evidence.memberId, memberId), isNull(evidence.removedAt));
  return listEvidence(db, own)[0];
}

/** Evidence of an assessment in the actor's reach, also of somebody no longer in the panel. */
export function findEvidence(db: Db, scope: Scope, assessmentId: string, id: string): Row | undefined {
  return db
    .select({ evidence })
    .from(evidence)
    .innerJoin(panelMember, eq(panelMember.id, evidence.memberId))
    .innerJoin(assessment, eq(assessment.id, panelMember.assessmentId))
    .where(
      and(
        ...[eq(evidence.id, id), isNull(evidence.removedAt)],
        ...[eq(assessment.id, assessmentId), assessmentInScope(scope)],
      ),
    )
    .get()?.evidence;
}

function listEvidence(db: Db, which: SQL | undefined): Evidence[] {
  return evidenceWhere(db, which).all().map(withFunctions);
}

const withFunctions = (row: { evidence: Row; functions: string }): Evidence => ({
  ...row.evidence,
  functions: (JSON.parse(row.functions) as string[]).sort(),
});

function evidenceWhere(db: Db, which: SQL | undefined) {
  // Sorted below: libSQL's parser knows no order inside an aggregate.
  const functions = sql<string>`(select json_group_array(${evidenceUse.functionKey})
    from ${evidenceUse} where ${evidenceUse.evidenceId} = ${evidence.id})`;
  return db
    .select({ evidence, functions })
    .from(evidence)
    .innerJoin(panelMember, eq(panelMember.id, evidence.memberId))
    .where(which)
    .orderBy(asc(evidence.createdAt), asc(evidence.id));
}

/** Adds a piece of evidence for some functions. Call inside `transact`. */
export function insertEvidence(db: Db, row: NewEvidence, functions: readonly string[]): void {
  db.insert(evidence).values(row).run();
  replaceUses(db, row.id, functions);
}

/** Call inside `transact`. */
export function updateEvidence(
  db: Db,
  id: string,
  change: Partial<Omit<NewEvidence, "id" | "memberId">>,
): void {
  db.update(evidence).set(change).where(eq(evidence.id, id)).run();
}

/** Marks it as removed and forgets its file; the text stays as history. Call inside `transact`. */
export function removeEvidenceRow(db: Db, id: string, now: Date): void {
  updateEvidence(db, id, { ...NO_FILE, removedAt: now });
}

/** Call inside `transact`. */
export function replaceUses(db: Db, evidenceId: string, functions: readonly string[]): void {
  db.delete(evidenceUse).where(eq(evidenceUse.evidenceId, evidenceId)).run();
  for (const functionKey of functions) db.insert(evidenceUse).values({ evidenceId, functionKey }).run();
}

/** Bytes of all files kept for an assessment, also those of people no longer in its panel. */
export function storedBytes(db: Db, assessmentId: string): number {
  const row = db
    .select({ bytes: sql<number>`coalesce(sum(${evidence.size}), 0)` })
    .from(evidence)
    .innerJoin(panelMember, eq(panelMember.id, evidence.memberId))
    .where(eq(panelMember.assessmentId, assessmentId))
    .get();
  return row?.bytes ?? 0;
}

/** The names of the files that go with a company, an assessment or a member, as they lie in the data directory. */
export function listStoredNames(
  db: Db,
  of: { companyId: string } | { assessmentId: string } | { memberId: string },
): string[] {
  const which =
    "companyId" in of
      ? eq(assessment.companyId, of.companyId)
      : "assessmentId" in of
        ? eq(assessment.id, of.assessmentId)
        : eq(panelMember.id, of.memberId);
  return db
    .select({ name: evidence.storedName })
    .from(evidence)
    .innerJoin(panelMember, eq(panelMember.id, evidence.memberId))
    .innerJoin(assessment, eq(assessment.id, panelMember.assessmentId))
    .where(and(isNotNull(evidence.storedName), which))
    .all()
    .flatMap(({ name }) => name ?? []);
}

/** Takes the files of a member out of the store, as far as it knows of them; the texts stay. Call inside `transact`. */
export function forgetFiles(db: Db, memberId: string): void {
  db.update(evidence).set(NO_FILE).where(eq(evidence.memberId, memberId)).run();
}

/** Whether some piece of evidence, or some company, has this file. */
export function isStored(db: Db, storedName: string): boolean {
  const given = db.select({ id: evidence.id }).from(evidence).where(eq(evidence.storedName, storedName));
  const kept = db
    .select({ id: companyFile.id })
    .from(companyFile)
    .where(eq(companyFile.storedName, storedName));
  return given.get() !== undefined || kept.get() !== undefined;
}
