import { type Db, transact } from "#db/client";
import { appendCheck, type CheckAnswer } from "#db/member-checks";
import { can } from "~/access/policy";
import { readCompanyAssessments, requireAssessment } from "./assessments";
import { askedIn, type CheckEdition, openEdition, readRows, stillCounts } from "./check-edition";
import { audit, type ScopedContext, type UseCaseContext } from "./context";
import { Refusal } from "./errors";

/** What is said to a function, in at most so many characters. */
export const LONGEST_COMMENT = 2000;

export type CheckInput = {
  /** The number of the publication that was looked at, or else that of the preview. */
  publication?: number;
  preview?: number;
  answers: { functionKey: string; answer: CheckAnswer; comment: string }[];
};

/** Who answers: one of the company's managers, or an informant of the panel. */
type Person = { userId: string } | { memberId: string };

/**
 * Adds what one of the company's managers says to the levels of the newest publication, or of the preview that is
 * going on. Functions left out stay as they are; an answer that says the same as before adds nothing. Returns how
 * many functions with a level the person has not answered yet.
 * @throws Refusal "not-found"; "forbidden" for everybody but the company's managers; "wrong-state" when nothing is
 * shown now or something else than what was looked at; "unknown-function" (also one without a level); "incomplete"
 * for a dispute that does not say why
 */
export function answerCheck(context: ScopedContext, assessmentId: string, input: CheckInput): number {
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    const userId = requireManager(context, assessment.companyId);
    const edition = requireEdition(context, assessment, input);
    const { added, left } = addAnswers(context, edition, { userId }, input.answers);
    if (added > 0) {
      const detail = { [edition.kind]: edition.number, functions: added };
      const object = { kind: "assessment", id: assessmentId };
      audit(context, context.scope.workspaceId, "check.answer", object, detail);
    }
    return left;
  });
}

/** The edition that is open, if it is the one that was looked at. @throws Refusal "wrong-state" */
export function requireEdition(
  { db }: UseCaseContext,
  assessment: Parameters<typeof openEdition>[1],
  input: CheckInput,
): CheckEdition {
  const edition = openEdition(db, assessment);
  if (!edition || input[edition.kind] !== edition.number) {
    throw new Refusal("wrong-state", { state: assessment.state });
  }
  return edition;
}

/**
 * Adds somebody's answers to an edition. Returns how many there were to add, and how many functions they have not
 * answered yet. Call inside `transact`. @throws Refusal "unknown-function", "incomplete"
 */
export function addAnswers(
  { db, now }: UseCaseContext,
  edition: CheckEdition,
  person: Person,
  answers: CheckInput["answers"],
): { added: number; left: number } {
  const asked = askedIn(edition);
  const before = ownAnswers(db, edition, person);
  const added = answers.filter(({ functionKey, answer, comment }) => {
    if (!asked.includes(functionKey)) throw new Refusal("unknown-function", { key: functionKey });
    if (answer === "dispute" && comment === "") throw new Refusal("incomplete", { key: functionKey });
    const known = before.get(functionKey);
    return known?.answer !== answer || known.comment !== comment;
  });
  for (const answer of added) appendCheck(db, { ...answer, ...edition.row, ...person, createdAt: now });
  const answered = new Set([...before.keys(), ...added.map(({ functionKey }) => functionKey)]);
  return { added: added.length, left: asked.filter((key) => !answered.has(key)).length };
}

/** A person's answers that count for an edition, by function. */
export function ownAnswers(db: Db, edition: CheckEdition, person: Person) {
  const isOwn = (row: { userId: string | null; memberId: string | null }) =>
    "userId" in person ? row.userId === person.userId : row.memberId === person.memberId;
  const own = readRows(db, edition).filter((row) => isOwn(row) && stillCounts(edition, row));
  return new Map(own.map((row) => [row.functionKey, row]));
}

/** Levels of a company that the acting manager has not answered to in full. */
export type OpenCheck = {
  assessmentId: string;
  title: string;
  kind: CheckEdition["kind"];
  left: number;
  total: number;
};

/**
 * What of the company's newest published assessment, or of a newer one whose levels are shown before, waits for the
 * acting person's answer; null when nothing does.
 */
export function readWaitingCheck(context: ScopedContext, companyId: string): OpenCheck | null {
  const { actor, db } = context;
  if (actor.kind !== "user") return null;
  const shown = readCompanyAssessments(context, companyId, ["closed", "published"])
    .map((assessment) => ({ assessment, edition: openEdition(db, assessment) }))
    .findLast(({ edition }) => edition !== null);
  if (!shown?.edition) return null;
  const { assessment, edition } = shown;
  const asked = askedIn(edition);
  const answered = ownAnswers(db, edition, actor);
  const left = asked.filter((key) => !answered.has(key)).length;
  if (left === 0) return null;
  return {
    assessmentId: assessment.id,
    title: assessment.title,
    kind: edition.kind,
    left,
    total: asked.length,
  };
}

function requireManager({ actor, scope }: ScopedContext, companyId: string): string {
  const { workspaceId } = scope;
  if (actor.kind !== "user" || !can(actor, "check:answer", { workspaceId, companyId })) {
    throw new Refusal("forbidden");
  }
  return actor.userId;
}
