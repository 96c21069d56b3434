import type { CheckAnswer, NamedCheck } from "#db/member-checks";
import type { CountedRow } from "./check-edition";

/** Confirmed once somebody confirms; disputed as soon as one person disputes, whatever others say. */
export type CheckState = "confirmed" | "disputed" | "unanswered";

/** Somebody's newest answer to a function. */
export type GivenAnswer = {
  /** Null when the account is gone, and where the reader may not know who it was. */
  name: string | null;
  answer: CheckAnswer;
  comment: string;
  /** Null with the name of an informant: moments would tell which answers are one person's. */
  at: Date | null;
  /** Whether it is the reader's own. */
  own: boolean;
  /** Given to the preview, before anything was published. */
  before: boolean;
};

export type CountedAnswers = { confirmed: number; disputed: number };

/** What the company's managers said, and apart from it what the informants of the panel said. */
export type Answers = {
  state: CheckState;
  /** Everything that counts was said before the publication. */
  checkedBefore: boolean;
  /** Null for readers who are told the state only. */
  given: (CountedAnswers & { answers: GivenAnswer[] }) | null;
  /** Null where no informant answered, or too few to be shown to this reader; `answers` as with the managers. */
  informants: (CountedAnswers & { answers: GivenAnswer[] | null }) | null;
};

export type AnswerReader = {
  /** Whether they may see what was written. */
  answers: boolean;
  /** Those who made the result: they see everybody's name, and groups of any size. */
  staff: boolean;
  userId: string | null;
  /** So many informants must have answered before other readers see it. */
  minimumGroup: number;
};

/** What the answers to one function come to for a reader. */
export function answersFor(rows: CountedRow[], reader: AnswerReader): Answers {
  const managers = rows.filter(({ memberId }) => memberId === null);
  const informants = rows.filter(({ memberId }) => memberId !== null);
  return {
    state: stateOf(managers),
    checkedBefore: managers.length > 0 && managers.every(({ before }) => before),
    given: reader.answers
      ? { ...count(managers), answers: managers.map((row) => toAnswer(row, reader)) }
      : null,
    informants: informantsFor(informants, reader),
  };
}

function stateOf(answers: Pick<NamedCheck, "answer">[]): CheckState {
  if (answers.some(({ answer }) => answer === "dispute")) return "disputed";
  return answers.length > 0 ? "confirmed" : "unanswered";
}

function count(rows: Pick<NamedCheck, "answer">[]): CountedAnswers {
  const confirmed = rows.filter(({ answer }) => answer === "confirm").length;
  return { confirmed, disputed: rows.length - confirmed };
}

function toAnswer(row: CountedRow, { userId }: AnswerReader): GivenAnswer {
  const { name, answer, comment, createdAt: at, before } = row;
  return { name, answer, comment, at, before, own: row.userId !== null && row.userId === userId };
}

function informantsFor(rows: CountedRow[], reader: AnswerReader): Answers["informants"] {
  const { staff, minimumGroup, answers } = reader;
  if (rows.length === 0 || (!staff && rows.length < minimumGroup)) return null;
  const named = staff || minimumGroup <= 1;
  const given = rows.map((row) => toAnswer(row, reader));
  return { ...count(rows), answers: answers ? (named ? given : unnamed(given)) : null };
}

/** By their words: the order in which they came would run through all functions alike and so tell who is who. */
function unnamed(answers: GivenAnswer[]): GivenAnswer[] {
  return answers
    .map((answer) => ({ ...answer, name: null, at: null }))
    .sort((a, b) => (a.comment < b.comment ? -1 : a.comment > b.comment ? 1 : 0));
}
