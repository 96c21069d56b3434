import { transact } from "#db/client";
import { appendCheck, listNewestChecks } from "#db/member-checks";
import { latestPublication } from "#db/publications";
import { can } from "~/access/policy";
import { readCompanyAssessments, requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { type CheckAnswer, frozenLevels } from "./read-check";

/** What is said to a function, in at most so many characters. */
export const LONGEST_COMMENT = 2000;

export type CheckInput = {
  /** The number of the publication that was looked at. */
  publication: number;
  answers: { functionKey: string; answer: CheckAnswer; comment: string }[];
};

/**
 * Adds what one of the company's managers says to the levels of the newest publication. Functions left out stay as
 * they are; an answer that says the same as before adds nothing. Returns how many functions with a level the person
 * has not answered yet.
 * @throws Refusal "not-found"; "forbidden" for everybody but the company's managers; "wrong-state" when nothing is
 * published now or another publication than the one looked at; "unknown-function" (also one without a level);
 * "incomplete" for a dispute that does not say why
 */
export function answerCheck(context: ScopedContext, assessmentId: string, input: CheckInput): number {
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    const userId = requireManager(context, assessment.companyId);
    const publication = latestPublication(context.db, assessmentId);
    if (assessment.state !== "published" || publication?.number !== input.publication) {
      throw new Refusal("wrong-state", { state: assessment.state });
    }
    const asked = askedIn(publication);
    const before = ownAnswers(context, publication.id, userId);
    const added = input.answers.filter(({ functionKey, answer, comment }) => {
      if (!asked.includes(functionKey)) throw new Refusal("unknown-function", { key: functionKey });
      if (answer === "dispute" && comment === "") throw new Refusal("incomplete", { key: functionKey });
      const known = before.get(functionKey);
      return known?.answer !== answer || known.comment !== comment;
    });
    for (const answer of added) {
      appendCheck(context.db, {
        ...answer,
        publicationId: publication.id,
        userId,
        createdAt: context.now,
      });
    }
    if (added.length > 0) {
      const detail = { publication: publication.number, functions: added.length };
      const object = { kind: "assessment", id: assessmentId };
      audit(context, context.scope.workspaceId, "check.answer", object, detail);
    }
    const answered = new Set([...before.keys(), ...added.map(({ functionKey }) => functionKey)]);
    return asked.filter((key) => !answered.has(key)).length;
  });
}

/** The newest published result of a company, as long as the acting manager has not answered to all of it. */
export type OpenCheck = { assessmentId: string; title: string; left: number; total: number };

/** What of the company's newest published assessment waits for the acting person's answer; null when nothing does. */
export function readOpenCheck(context: ScopedContext, companyId: string): OpenCheck | null {
  const assessment = readCompanyAssessments(context, companyId, ["published"]).at(-1);
  const publication = assessment && latestPublication(context.db, assessment.id);
  if (!publication || context.actor.kind !== "user") return null;
  const asked = askedIn(publication);
  const answered = ownAnswers(context, publication.id, context.actor.userId);
  const left = asked.filter((key) => !answered.has(key)).length;
  return left === 0
    ? null
    : { assessmentId: assessment.id, title: assessment.title, left, total: asked.length };
}

function requireManager({ actor, scope }: ScopedContext, companyId: string): string {
  const { workspaceId } = scope;
  if (actor.kind !== "user" || !can(actor, "check:answer", { workspaceId, companyId })) {
    throw new Refusal("forbidden");
  }
  return actor.userId;
}

/** The functions that have a level; where there is none there is nothing to confirm or dispute. */
function askedIn(publication: { result: string }): string[] {
  return [...frozenLevels(publication)].flatMap(([key, level]) => (level === null ? [] : [key]));
}

function ownAnswers(context: ScopedContext, publicationId: string, userId: string) {
  const own = listNewestChecks(context.db, publicationId).filter((row) => row.userId === userId);
  return new Map(own.map((row) => [row.functionKey, row]));
}
