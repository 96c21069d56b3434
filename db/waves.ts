import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Assessment, AssessmentState } from "./assessments";
import type { Db } from "./client";
import { assessment, assessmentTemplate, company, mail, panelMember, reminderDay } from "./schema";
import { assessmentInScope, companyInScope, type Scope } from "./scope";

export type Template = typeof assessmentTemplate.$inferSelect;

/** The templates of a workspace, by name. */
export function listTemplates(db: Db, workspaceId: string): Template[] {
  return db
    .select()
    .from(assessmentTemplate)
    .where(eq(assessmentTemplate.workspaceId, workspaceId))
    .orderBy(asc(assessmentTemplate.name))
    .all();
}

export function findTemplate(db: Db, workspaceId: string, id: string): Template | undefined {
  return db
    .select()
    .from(assessmentTemplate)
    .where(and(eq(assessmentTemplate.id, id), eq(assessmentTemplate.workspaceId, workspaceId)))
    .get();
}

export function insertTemplate(db: Db, row: typeof assessmentTemplate.$inferInsert): void {
  db.insert(assessmentTemplate).values(row).run();
}

export function deleteTemplate(db: Db, workspaceId: string, id: string): void {
  db.delete(assessmentTemplate)
    .where(and(eq(assessmentTemplate.id, id), eq(assessmentTemplate.workspaceId, workspaceId)))
    .run();
}

/** Takes whoever has the address out of the panels that the workspace's templates bring. */
export function forgetInTemplates(db: Db, workspaceId: string, email: string): void {
  for (const { id, settings } of listTemplates(db, workspaceId)) {
    const panel = settings.panel.filter((member) => member.email !== email);
    if (panel.length === settings.panel.length) continue;
    db.update(assessmentTemplate)
      .set({ settings: { ...settings, panel } })
      .where(eq(assessmentTemplate.id, id))
      .run();
  }
}

/** Open assessments of all workspaces that have a deadline and days to remind on. */
export function listReminding(db: Db): Assessment[] {
  return db
    .select()
    .from(assessment)
    .where(and(eq(assessment.state, "open"), isNotNull(assessment.deadline), ne(assessment.reminderDays, [])))
    .orderBy(asc(assessment.id))
    .all();
}

/** Notes that the panel is reminded on a day. False when that was noted before: somebody else reminds them. */
export function claimReminderDay(db: Db, assessmentId: string, day: string): boolean {
  return db.insert(reminderDay).values({ assessmentId, day }).onConflictDoNothing().run().changes === 1;
}

/** The days on which a panel was reminded by itself, the latest first. */
export function listReminderDays(db: Db, assessmentId: string): string[] {
  return db
    .select({ day: reminderDay.day })
    .from(reminderDay)
    .where(eq(reminderDay.assessmentId, assessmentId))
    .orderBy(desc(reminderDay.day))
    .all()
    .map(({ day }) => day);
}

/** When each reminder to somebody of a panel was posted, the latest first. */
export function listReminders(db: Db, assessmentId: string): Date[] {
  return db
    .select({ at: mail.createdAt })
    .from(mail)
    .innerJoin(panelMember, eq(panelMember.id, mail.objectId))
    .where(
      and(
        ...[eq(mail.objectKind, "panel-member"), eq(mail.kind, "reminder")],
        eq(panelMember.assessmentId, assessmentId),
      ),
    )
    .orderBy(desc(mail.createdAt))
    .all()
    .map(({ at }) => at);
}

/** The assessments in scope that were made at exactly one moment, by the names of their companies. */
export function listCreatedAt(
  db: Db,
  scope: Scope,
  at: Date,
): { id: string; title: string; companyName: string; state: AssessmentState; members: number }[] {
  const { id, title, state } = assessment;
  const members = db
    .select({ n: count() })
    .from(panelMember)
    .where(and(eq(panelMember.assessmentId, assessment.id), isNull(panelMember.removedAt)));
  return db
    .select({ id, title, state, companyName: company.name, members: sql<number>`(${members})` })
    .from(assessment)
    .innerJoin(company, eq(company.id, assessment.companyId))
    .where(and(assessmentInScope(scope), eq(assessment.createdAt, at)))
    .orderBy(sql`${company.name} collate nocase`, asc(assessment.id))
    .all();
}

/** Of the companies named those in scope that have an assessment going on: in preparation, open or closed. */
export function listBusyCompanies(db: Db, scope: Scope, companyIds: string[]): string[] {
  if (companyIds.length === 0) return [];
  return db
    .selectDistinct({ id: company.id })
    .from(company)
    .innerJoin(assessment, eq(assessment.companyId, company.id))
    .where(
      and(
        ...[companyInScope(scope), inArray(company.id, companyIds)],
        inArray(assessment.state, ["draft", "open", "closed"]),
      ),
    )
    .all()
    .map(({ id }) => id);
}
