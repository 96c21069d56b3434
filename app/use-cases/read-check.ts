import type { Assessment } from "#db/assessments";
import { type CheckAnswer, listNewestChecks, type MemberCheck } from "#db/member-checks";
import { findPublication, listPublications, type Publication } from "#db/publications";
import { descriptorsInOrder, type Rubric } from "#rubric/schema";
import type { Locale } from "~/i18n/locale";
import type { ScopedContext } from "./context";
import type { Result } from "./results";
import { rubricOf } from "./rubrics";

export type { CheckAnswer };

/** Confirmed once somebody confirms; disputed as soon as one person disputes, whatever others say. */
export type CheckState = "confirmed" | "disputed" | "unanswered";

/** Somebody's newest answer to a function; the name is null when the account is gone. */
export type GivenAnswer = {
  name: string | null;
  answer: CheckAnswer;
  comment: string;
  at: Date;
  /** Whether it is the reader's own. */
  own: boolean;
};

/** A function that has a level, and what the company's managers say to it. */
export type CheckedFunction = {
  key: string;
  /** Its place in the rubric, from 1. */
  number: number;
  name: string;
  level: number;
  levelName: string;
  /** What its level says of the company. */
  descriptor: string;
  state: CheckState;
  /** Null for readers who are told the state only. */
  given: { confirmed: number; disputed: number; answers: GivenAnswer[] } | null;
};

/** The member check of one publication. */
export type PublicationCheck = {
  publication: number;
  at: Date;
  /** How many levels the rubric has. */
  levels: number;
  functions: CheckedFunction[];
  /** Names of the functions without a result: there is nothing to confirm or dispute. */
  withoutResult: string[];
};

/** `answers`: whether the reader may see who answered and what they wrote. */
export type CheckReader = { locale: Locale; answers: boolean };

type Rated = Pick<Assessment, "id" | "rubricHash">;

/** The member checks of an assessment's publications, the newest first; none where nothing was ever published. */
export function readChecks(
  context: ScopedContext,
  assessment: Rated,
  reader: CheckReader,
): PublicationCheck[] {
  const rubric = rubricOf(context, assessment);
  return listPublications(context.db, assessment.id).map((publication) =>
    checkOf(context, publication, rubric, reader),
  );
}

/** The member check of one publication by its number, or null where there is no such publication. */
export function readCheck(
  context: ScopedContext,
  assessment: Rated,
  number: number,
  reader: CheckReader,
): PublicationCheck | null {
  const publication = findPublication(context.db, assessment.id, number);
  return publication ? checkOf(context, publication, rubricOf(context, assessment), reader) : null;
}

function checkOf(
  context: ScopedContext,
  publication: Publication,
  rubric: Rubric,
  { locale, answers }: CheckReader,
): PublicationCheck {
  const levelOf = frozenLevels(publication);
  const rows = listNewestChecks(context.db, publication.id);
  const functions = rubric.functions.flatMap((fn, index): CheckedFunction[] => {
    const level = levelOf.get(fn.key) ?? null;
    const reached = descriptorsInOrder(rubric, fn).find(({ number }) => number === level);
    if (level === null || !reached) return [];
    const own = rows.filter(({ functionKey }) => functionKey === fn.key);
    return [
      {
        ...{ key: fn.key, number: index + 1, name: fn.name[locale], level },
        levelName: reached.level.name[locale],
        descriptor: reached.descriptor[locale],
        state: stateOf(own),
        given: answers ? givenBy(own, readerId(context)) : null,
      },
    ];
  });
  const withoutResult = rubric.functions.filter(({ key }) => (levelOf.get(key) ?? null) === null);
  return {
    ...{ publication: publication.number, at: publication.createdAt, levels: rubric.levels.length },
    functions,
    withoutResult: withoutResult.map(({ name }) => name[locale]),
  };
}

/** The levels that a publication froze, by function. */
export function frozenLevels(publication: Pick<Publication, "result">): Map<string, number | null> {
  const { score } = JSON.parse(publication.result) as Result;
  return new Map(score.functions.map(({ key, level }) => [key, level]));
}

function stateOf(answers: Pick<MemberCheck, "answer">[]): CheckState {
  if (answers.some(({ answer }) => answer === "dispute")) return "disputed";
  return answers.length > 0 ? "confirmed" : "unanswered";
}

function givenBy(
  rows: ReturnType<typeof listNewestChecks>,
  reader: string | null,
): NonNullable<CheckedFunction["given"]> {
  return {
    confirmed: rows.filter(({ answer }) => answer === "confirm").length,
    disputed: rows.filter(({ answer }) => answer === "dispute").length,
    answers: rows.map(({ name, answer, comment, createdAt, userId }) => ({
      ...{ name, answer, comment, at: createdAt },
      own: userId !== null && userId === reader,
    })),
  };
}

function readerId({ actor }: ScopedContext): string | null {
  return actor.kind === "user" ? actor.userId : null;
}
