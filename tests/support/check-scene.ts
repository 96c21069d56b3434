import { findUser, insertMembership, type Role } from "#db/accounts";
import type { Db } from "#db/client";
import type { UserActor } from "~/access/actor";
import { answerCheck } from "~/use-cases/answer-check";
import { requireAssessment } from "~/use-cases/assessments";
import type { ScopedContext } from "~/use-cases/context";
import { Refusal } from "~/use-cases/errors";
import { readChecks } from "~/use-cases/read-check";
import { account, NOW, sampleAssessments, twoWorkspaces, workingContext } from "./small-workspace";

export type Answer = Parameters<typeof answerCheck>[2]["answers"][number];

/** The sample's published result in "w", with people of its company who answer the member check or may not. */
export function checkScene() {
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  const [assessmentId] = sampleAssessments(db);
  const assessment = () => requireAssessment(workingContext(db), assessmentId);
  const { companyId } = assessment();
  /** The checks of all publications, the newest first, as somebody reads them. */
  const checks = (context: ScopedContext = workingContext(db)) =>
    readChecks(context, assessment(), { locale: "id", answers: true });
  const newest = (context?: ScopedContext) => {
    const [check] = checks(context);
    if (!check) throw new Error("The sample is published");
    return check;
  };
  const keys = newest().functions.map(({ key }) => key);
  const [first = ""] = keys;
  return {
    ...{ db, assessmentId, companyId, assessment, checks, newest },
    /** The functions that have a level: all of the sample's. */
    keys,
    acting: (id: string, role: Role, of = companyId) => actingIn(db, id, role, of),
    confirm: (functionKey = first, comment = ""): Answer => ({ functionKey, comment, answer: "confirm" }),
    dispute: (functionKey = first, comment = "Tidak benar"): Answer => ({
      ...{ functionKey, comment, answer: "dispute" },
    }),
    say: (context: ScopedContext, ...answers: Answer[]) =>
      answerCheck(context, assessmentId, { publication: 1, answers }),
    rows: () => db.$client.prepare("select * from member_check order by id").all() as { answer: string }[],
  };
}

/** Somebody with a role, acting in "w": over a company, or over all of it. */
export function actingIn(
  db: Db,
  id: string,
  role: Role,
  company: string,
): ScopedContext & { actor: UserActor } {
  const whole = role === "owner" || role === "consultant";
  const held = { workspaceId: "w", role, companyId: whole ? null : company };
  if (!findUser(db, id)) {
    account(db, id, []);
    insertMembership(db, { ...held, id: `role-${id}`, userId: id, createdAt: NOW });
  }
  const context = workingContext(db, id);
  const scope = { workspaceId: "w", companyIds: whole ? null : [company] };
  return { ...context, scope, actor: { ...context.actor, memberships: [held] } };
}

/** Another company of "w"; returns its id. */
export function otherCompany(db: Db): string {
  const columns = "id, workspace_id, name, industry, country, size, offering, created_at";
  db.$client.exec(
    `insert into company (${columns}) values ('other', 'w', 'PT Lain', 'other', 'ID', 'small', 'goods', 0)`,
  );
  return "other";
}

/** Why a use-case refused, or "none". */
export function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return "none";
}
