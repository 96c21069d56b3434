import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { assessment, company, memberCheck, panelMember, preview, publication, user } from "./schema";

export type MemberCheck = typeof memberCheck.$inferSelect;
export type CheckAnswer = MemberCheck["answer"];
/** Somebody's answer with their name; null once the account is gone. */
export type NamedCheck = MemberCheck & { name: string | null };
/** What was answered to. */
export type CheckedRow = { publicationId: string } | { previewId: string };

// "is" and not "=": the answers of an account that is gone have no user, and still only the newest counts.
const isNewest = sql`${memberCheck.id} = (select max(newer.id) from ${memberCheck} as newer
  where newer.publication_id is ${memberCheck.publicationId} and newer.preview_id is ${memberCheck.previewId}
    and newer.function_key = ${memberCheck.functionKey}
    and newer.user_id is ${memberCheck.userId} and newer.member_id is ${memberCheck.memberId})`;

const newestTo = (which: typeof memberCheck.publicationId | typeof memberCheck.previewId) =>
  prepared((db) =>
    db
      .select({ check: memberCheck, user: user.name, member: panelMember.name })
      .from(memberCheck)
      .leftJoin(user, eq(user.id, memberCheck.userId))
      .leftJoin(panelMember, eq(panelMember.id, memberCheck.memberId))
      .where(and(eq(which, sql.placeholder("id")), isNewest))
      .orderBy(asc(memberCheck.id))
      .prepare(),
  );
const toPublication = newestTo(memberCheck.publicationId);
const toPreview = newestTo(memberCheck.previewId);

/** What counts for a publication or a preview: everybody's newest answer to each function, in the order given. */
export function listNewestChecks(db: Db, to: CheckedRow): NamedCheck[] {
  const rows =
    "publicationId" in to
      ? toPublication(db).all({ id: to.publicationId })
      : toPreview(db).all({ id: to.previewId });
  return rows.map(({ check, user: account, member }) => ({ ...check, name: account ?? member }));
}

/** Adds an answer; earlier ones stay. */
export function appendCheck(db: Db, row: Omit<typeof memberCheck.$inferInsert, "id">): void {
  db.insert(memberCheck).values(row).run();
}

/** Every answer a user ever gave, superseded ones too, with what it was about. */
export function listUserChecks(db: Db, userId: string) {
  return listChecks(db, eq(memberCheck.userId, userId));
}

/** The same for an informant of a panel. */
export function listMemberChecks(db: Db, memberId: string) {
  return listChecks(db, eq(memberCheck.memberId, memberId));
}

function listChecks(db: Db, who: SQL) {
  const { functionKey, answer, comment, createdAt } = memberCheck;
  return db
    .select({
      company: company.name,
      assessment: assessment.title,
      publication: publication.number,
      preview: preview.number,
      ...{ functionKey, answer, comment, createdAt },
    })
    .from(memberCheck)
    .leftJoin(publication, eq(publication.id, memberCheck.publicationId))
    .leftJoin(preview, eq(preview.id, memberCheck.previewId))
    .innerJoin(
      assessment,
      or(eq(assessment.id, publication.assessmentId), eq(assessment.id, preview.assessmentId)),
    )
    .innerJoin(company, eq(company.id, assessment.companyId))
    .where(who)
    .orderBy(asc(memberCheck.id))
    .all();
}

/** Takes the words out of what an informant answered; that they confirmed or disputed stays. */
export function forgetComments(db: Db, memberId: string): void {
  db.update(memberCheck).set({ comment: "" }).where(eq(memberCheck.memberId, memberId)).run();
}
