import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "./client";
import { workshop, workshopVote } from "./schema";

export type Workshop = typeof workshop.$inferSelect;
export type WorkshopVote = typeof workshopVote.$inferSelect;

/** An assessment's workshops, the latest first. */
export function listWorkshops(db: Db, assessmentId: string): Workshop[] {
  return db
    .select()
    .from(workshop)
    .where(eq(workshop.assessmentId, assessmentId))
    .orderBy(desc(workshop.startedAt), desc(workshop.id))
    .all();
}

/** The workshop that goes on; there is at most one. */
export function findRunningWorkshop(db: Db, assessmentId: string): Workshop | undefined {
  return db
    .select()
    .from(workshop)
    .where(and(eq(workshop.assessmentId, assessmentId), isNull(workshop.endedAt)))
    .get();
}

export function insertWorkshop(db: Db, row: typeof workshop.$inferInsert): void {
  db.insert(workshop).values(row).run();
}

export function endWorkshopRow(db: Db, id: string, at: Date): void {
  db.update(workshop)
    .set({ endedAt: at })
    .where(and(eq(workshop.id, id), isNull(workshop.endedAt)))
    .run();
}

/** The votes of a workshop in the order in which they were opened; the last one is going on. */
export function listVotes(db: Db, workshopId: string): WorkshopVote[] {
  return db
    .select()
    .from(workshopVote)
    .where(eq(workshopVote.workshopId, workshopId))
    .orderBy(asc(workshopVote.round))
    .all();
}

/** A vote by its id, of this assessment only. */
export function findVote(db: Db, assessmentId: string, id: string): WorkshopVote | undefined {
  return db
    .select({ vote: workshopVote })
    .from(workshopVote)
    .innerJoin(workshop, eq(workshop.id, workshopVote.workshopId))
    .where(and(eq(workshopVote.id, id), eq(workshop.assessmentId, assessmentId)))
    .get()?.vote;
}

export function insertVote(db: Db, row: typeof workshopVote.$inferInsert): void {
  db.insert(workshopVote).values(row).run();
}

export function updateVote(
  db: Db,
  id: string,
  change: Partial<Pick<WorkshopVote, "revealedAt" | "notes">>,
): void {
  db.update(workshopVote).set(change).where(eq(workshopVote.id, id)).run();
}

/**
 * A text that changes whenever those who watch the running workshop would see something else: another vote, another
 * number of voters, a reveal. Null when none is running. What is voted and what is noted do not change it.
 */
export function workshopPulse(db: Db, assessmentId: string): string | null {
  const row = db
    .select({
      id: workshop.id,
      votes: sql<number>`(select count(*) from workshop_vote where workshop_vote.workshop_id = workshop.id)`,
      revealed: sql<number>`(select count(*) from workshop_vote
        where workshop_vote.workshop_id = workshop.id and workshop_vote.revealed_at is not null)`,
      voters: sql<number>`(select count(distinct judgment.member_id) from judgment
        join panel_member on panel_member.id = judgment.member_id
        where panel_member.assessment_id = workshop.assessment_id and panel_member.removed_at is null
          and judgment.round = (select max(workshop_vote.round) from workshop_vote
            where workshop_vote.workshop_id = workshop.id))`,
    })
    .from(workshop)
    .where(and(eq(workshop.assessmentId, assessmentId), isNull(workshop.endedAt)))
    .get();
  return row ? [row.id, row.votes, row.revealed, row.voters].join(" ") : null;
}
