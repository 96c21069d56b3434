import { and, desc, eq, getTableColumns, inArray, lt, ne, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { assessment, publication, rubricSnapshot, user } from "./schema";
import { preparedWithin, type Scope, scopeValues } from "./scope";

export type Publication = typeof publication.$inferSelect;
/** A publication without its result: that is large, and under one id never changes. */
export type PublicationLabel = Omit<Publication, "result">;

const assessmentId = sql.placeholder("assessmentId");
const numbered = and(
  eq(publication.assessmentId, assessmentId),
  eq(publication.number, sql.placeholder("number")),
);
// Not by a limit: that is a value, and SQLite plans a query anew for each value it is limited by.
const newest = and(
  eq(publication.assessmentId, assessmentId),
  sql`${publication.number} = (select max(last.number) from ${publication} as last
    where last.assessment_id = ${assessmentId})`,
);

const latestOf = prepared((db) => db.select().from(publication).where(newest).prepare());

export function latestPublication(db: Db, assessmentId: string): Publication | undefined {
  return latestOf(db).get({ assessmentId });
}

const byNumber = prepared((db) => db.select().from(publication).where(numbered).prepare());

export function findPublication(db: Db, assessmentId: string, number: number): Publication | undefined {
  return byNumber(db).get({ assessmentId, number });
}

const { result: _, ...label } = getTableColumns(publication);
const latestLabelOf = prepared((db) => db.select(label).from(publication).where(newest).prepare());
const labelByNumber = prepared((db) => db.select(label).from(publication).where(numbered).prepare());

/** The publication of an assessment with this number, or the newest, without its result. */
export function findLabel(
  db: Db,
  assessmentId: string,
  number: number | null = null,
): PublicationLabel | undefined {
  return number === null
    ? latestLabelOf(db).get({ assessmentId })
    : labelByNumber(db).get({ assessmentId, number });
}

const resultById = prepared((db) =>
  db
    .select({ result: publication.result })
    .from(publication)
    .where(eq(publication.id, sql.placeholder("id")))
    .prepare(),
);

/** The result of a publication as canonical JSON. */
export function findFrozenResult(db: Db, id: string): string | undefined {
  return resultById(db).get({ id })?.result;
}

/** Every publication of an assessment, the newest first. */
export function listPublications(db: Db, assessmentId: string): Publication[] {
  return db
    .select()
    .from(publication)
    .where(eq(publication.assessmentId, assessmentId))
    .orderBy(desc(publication.number))
    .all();
}

const { number, createdAt, judgmentsHash, methodName, methodVersion } = publication;
const versionsOf = prepared((db) =>
  db
    .select({
      ...{ number, createdAt, judgmentsHash, methodName, methodVersion },
      ...{ rubricVersion: rubricSnapshot.version, by: user.name },
    })
    .from(publication)
    .innerJoin(rubricSnapshot, eq(rubricSnapshot.hash, publication.rubricHash))
    .leftJoin(user, eq(user.id, publication.createdBy))
    .where(eq(publication.assessmentId, assessmentId))
    .orderBy(desc(publication.number))
    .prepare(),
);

/** The same without the results; with who published each, null for somebody who is gone. */
export function listVersions(db: Db, assessmentId: string) {
  return versionsOf(db).all({ assessmentId });
}

const newestThen = sql`(select max(known.number) from ${publication} as known
  where known.assessment_id = ${assessment.id}
    and known.created_at <= ${sql.param(sql.placeholder("moment"), publication.createdAt)})`;
const earlierOf = preparedWithin((db, within) => {
  const { id, title, asOf, rubricKey, rubricVersion } = assessment;
  return db
    .select({
      assessment: { id, title, asOf, rubricKey, rubricVersion },
      publication: { id: publication.id, head: publication.head },
    })
    .from(assessment)
    .innerJoin(publication, and(eq(publication.assessmentId, id), eq(publication.number, newestThen)))
    .where(
      and(
        eq(assessment.companyId, sql.placeholder("companyId")),
        within.assessment,
        ne(id, assessmentId),
        lt(asOf, sql.placeholder("asOf")),
        inArray(assessment.state, ["published", "archived"]),
      ),
    )
    .orderBy(desc(asOf), desc(assessment.createdAt), desc(id))
    .prepare();
});

/**
 * The company's other assessments from before a day that its readers may see, the nearest first, each with the
 * publication that was its newest at a moment.
 */
export function listEarlierPublications(
  db: Db,
  scope: Scope,
  before: { assessmentId: string; companyId: string; asOf: string; moment: Date },
) {
  return earlierOf(db, scope).all({ ...before, ...scopeValues(scope) });
}

export function insertPublication(db: Db, row: typeof publication.$inferInsert): void {
  db.insert(publication).values(row).run();
}

export function findSnapshot(db: Db, hash: string) {
  return db.select().from(rubricSnapshot).where(eq(rubricSnapshot.hash, hash)).get();
}

/** Keeps a rubric's text under its hash; a hash already kept is left as it is. */
export function keepSnapshot(db: Db, row: typeof rubricSnapshot.$inferInsert): void {
  db.insert(rubricSnapshot).values(row).onConflictDoNothing().run();
}
