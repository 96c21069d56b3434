import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { assessment, company, invitation, panelMember, submission } from "./schema";

export type PanelMember = typeof panelMember.$inferSelect;
export type NewPanelMember = typeof panelMember.$inferInsert;
export type Invitation = typeof invitation.$inferSelect;
export type Submission = typeof submission.$inferSelect;

/** A member with what the consultant watches: has the link been made and opened, how much is judged, is it handed in. */
export type MemberProgress = PanelMember & {
  invitedAt: Date | null;
  openedAt: Date | null;
  /** Of the functions they are asked for, those with a level or a cannot-judge as their latest version in the round. */
  judged: number;
  /** Functions begun in any way. */
  begun: number;
  /** The name of the member whose place they took. */
  replacesName: string | null;
  submittedAt: Date | null;
};

/** The present members (removed ones left out) in panel order. */
export function listMembers(db: Db, assessmentId: string): PanelMember[] {
  return db
    .select()
    .from(panelMember)
    .where(and(eq(panelMember.assessmentId, assessmentId), isNull(panelMember.removedAt)))
    .orderBy(asc(panelMember.position), asc(panelMember.id))
    .all();
}

export function listProgress(db: Db, assessmentId: string, round: number): MemberProgress[] {
  // Plain names: in a select from a single table Drizzle drops the table from columns inside sql``.
  const latest = sql`select judgment.level is not null or judgment.cannot_judge is not null as done,
      max(judgment.version) from judgment
    where judgment.member_id = panel_member.id and judgment.round = ${round}
      and (panel_member.functions is null
        or exists (select 1 from json_each(panel_member.functions) where value = judgment.function_key))
    group by judgment.function_key`;
  const moment = (value: number | null) => (value === null ? null : new Date(value));
  return db
    .select({
      member: panelMember,
      invitedAt: sql<number | null>`(select max(invitation.created_at) from invitation
        where invitation.member_id = panel_member.id and invitation.revoked_at is null)`,
      openedAt: sql<number | null>`(select min(invitation.opened_at) from invitation
        where invitation.member_id = panel_member.id)`,
      judged: sql<number>`(select count(*) from (${latest}) where done)`,
      begun: sql<number>`(select count(*) from (${latest}))`,
      replacesName: sql<string | null>`(select earlier.name from panel_member earlier
        where earlier.id = panel_member.replaces_id)`,
      submittedAt: sql<number | null>`(select submission.created_at from submission
        where submission.member_id = panel_member.id and submission.round = ${round}
          and submission.reopened_at is null)`,
    })
    .from(panelMember)
    .where(and(eq(panelMember.assessmentId, assessmentId), isNull(panelMember.removedAt)))
    .orderBy(asc(panelMember.position), asc(panelMember.id))
    .all()
    .map(({ member, invitedAt, openedAt, submittedAt, ...rest }) => ({
      ...member,
      ...rest,
      invitedAt: moment(invitedAt),
      openedAt: moment(openedAt),
      submittedAt: moment(submittedAt),
    }));
}

export function findMember(db: Db, assessmentId: string, memberId: string): PanelMember | undefined {
  return db
    .select()
    .from(panelMember)
    .where(
      and(
        eq(panelMember.id, memberId),
        eq(panelMember.assessmentId, assessmentId),
        isNull(panelMember.removedAt),
      ),
    )
    .get();
}

const seatOf = prepared((db) =>
  db
    .select({ member: panelMember, assessment, companyName: company.name })
    .from(panelMember)
    .innerJoin(assessment, eq(assessment.id, panelMember.assessmentId))
    .innerJoin(company, eq(company.id, assessment.companyId))
    .where(and(eq(panelMember.id, sql.placeholder("memberId")), isNull(panelMember.removedAt)))
    .prepare(),
);

/** The member with the assessment and the company, for somebody who holds a capability for that member. */
export function findSeat(db: Db, memberId: string) {
  return seatOf(db).get({ memberId });
}

export function insertMember(db: Db, row: NewPanelMember): void {
  db.insert(panelMember).values(row).run();
}

export function updateMember(
  db: Db,
  assessmentId: string,
  memberId: string,
  change: Partial<NewPanelMember>,
): void {
  db.update(panelMember)
    .set(change)
    .where(and(eq(panelMember.id, memberId), eq(panelMember.assessmentId, assessmentId)))
    .run();
}

export function insertInvitation(db: Db, row: typeof invitation.$inferInsert): void {
  db.insert(invitation).values(row).run();
}

export function findInvitationByHash(db: Db, tokenHash: string): Invitation | undefined {
  return db.select().from(invitation).where(eq(invitation.tokenHash, tokenHash)).get();
}

export function updateInvitation(
  db: Db,
  id: string,
  change: Partial<Pick<Invitation, "openedAt" | "revokedAt">>,
): void {
  db.update(invitation).set(change).where(eq(invitation.id, id)).run();
}

/** Revokes every link a member still has. */
export function revokeInvitations(db: Db, memberId: string, at: Date): void {
  db.update(invitation)
    .set({ revokedAt: at })
    .where(and(eq(invitation.memberId, memberId), isNull(invitation.revokedAt)))
    .run();
}

const submissionOf = prepared((db) =>
  db
    .select()
    .from(submission)
    .where(
      and(
        eq(submission.memberId, sql.placeholder("memberId")),
        eq(submission.round, sql.placeholder("round")),
        isNull(submission.reopenedAt),
      ),
    )
    .prepare(),
);

export function findSubmission(db: Db, memberId: string, round: number): Submission | undefined {
  return submissionOf(db).get({ memberId, round });
}

const submissionsOf = prepared((db) =>
  db
    .select()
    .from(submission)
    .where(and(eq(submission.memberId, sql.placeholder("memberId")), isNull(submission.reopenedAt)))
    .orderBy(asc(submission.round))
    .prepare(),
);

/** What a member has handed in and not reopened, round by round. */
export function listSubmissions(db: Db, memberId: string): Submission[] {
  return submissionsOf(db).all({ memberId });
}

export function insertSubmission(db: Db, row: typeof submission.$inferInsert): void {
  db.insert(submission).values(row).run();
}

/** Dates a submission as reopened: it no longer counts as handed in, and stays in the history. */
export function reopenSubmission(db: Db, id: string, at: Date): void {
  db.update(submission).set({ reopenedAt: at }).where(eq(submission.id, id)).run();
}
