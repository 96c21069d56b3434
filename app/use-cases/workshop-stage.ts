import { listRounds } from "#db/rounds";
import { findRunningWorkshop, listVotes, listWorkshops, type WorkshopVote } from "#db/workshops";
import { descriptorsInOrder, type Localized, type Rubric } from "#rubric/schema";
import type { AssessmentWithCompany } from "./assessments";
import type { ScopedContext } from "./context";
import { currentRound } from "./desk";
import { readPanel } from "./panel";
import { rubricOf } from "./rubrics";
import { readPulse } from "./workshop-pulse";
import {
  levelAfter,
  resultOf,
  type Turnout,
  turnoutOf,
  type Voted,
  type VoteResult,
} from "./workshop-result";

export type { VoteResult };

/** One vote as the consultant sees it: before the reveal only who has voted, never what. */
export type StageVote = Pick<WorkshopVote, "id" | "notes"> & {
  revealed: boolean;
  turnout: Turnout;
  result: VoteResult | null;
};

export type AgendaItem = {
  key: string;
  name: Localized;
  state: "waiting" | "voting" | "revealed";
  /** The function's level after its latest revealed vote; null before, so that nothing anchors the room. */
  level: number | null;
};

export type Stage = NonNullable<ReturnType<typeof readStage>>;

/**
 * The running workshop as the consultant leads it, at the function wanted (or voted on last, or first in the agenda).
 * Null when none is running.
 */
export function readStage(context: ScopedContext, assessment: AssessmentWithCompany, wanted: string | null) {
  const workshop = findRunningWorkshop(context.db, assessment.id);
  if (!workshop) return null;
  const rubric = rubricOf(context, assessment);
  const voted = votedOf(assessment, rubric);
  const votes = listVotes(context.db, workshop.id);
  const open = votes.find(({ revealedAt }) => revealedAt === null) ?? null;
  const agenda = workshop.agenda.flatMap((key) => {
    const fn = rubric.functions.find((one) => one.key === key);
    return fn ? [agendaItem(context, voted, fn, votes)] : [];
  });
  const keys = agenda.map(({ key }) => key);
  const shownKey = [wanted, votes.at(-1)?.functionKey].find((key) => key && keys.includes(key)) ?? keys[0];
  const fn = rubric.functions.find(({ key }) => key === shownKey) ?? rubric.functions[0];
  if (!fn) return null;
  const place = keys.indexOf(fn.key);
  const ahead = [...agenda.slice(place + 1), ...agenda.slice(0, place)];
  return {
    rubric,
    agenda,
    fn,
    steps: descriptorsInOrder(rubric, fn),
    place,
    /** The votes on the function shown, the latest first. */
    votes: votes
      .filter(({ functionKey }) => functionKey === fn.key)
      .map((vote) => stageVote(context, voted, vote))
      .reverse(),
    /** The function on which a vote is open, wherever the consultant looks. */
    openKey: open?.functionKey ?? null,
    /** The next function without a result, going round. */
    nextKey: ahead.find(({ state }) => state === "waiting")?.key ?? null,
    pulse: readPulse(context, assessment.id),
  };
}

function agendaItem(
  context: ScopedContext,
  voted: Voted,
  { key, name }: Rubric["functions"][number],
  votes: WorkshopVote[],
): AgendaItem {
  const own = votes.filter(({ functionKey }) => functionKey === key);
  const revealed = own.findLast(({ revealedAt }) => revealedAt !== null);
  if (own.length > 0 && own.at(-1) !== revealed) return { key, name, state: "voting", level: null };
  if (!revealed) return { key, name, state: "waiting", level: null };
  return { key, name, state: "revealed", level: levelAfter(context, voted, key, revealed.round) };
}

function stageVote(context: ScopedContext, voted: Voted, vote: WorkshopVote): StageVote {
  return {
    id: vote.id,
    notes: vote.notes,
    revealed: vote.revealedAt !== null,
    turnout: turnoutOf(context, voted.id, vote),
    result: resultOf(context, voted, vote),
  };
}

/** What a result of a vote depends on beside the votes. */
export function votedOf(assessment: AssessmentWithCompany, rubric: Rubric): Voted {
  const { id, quorum, options } = assessment;
  return { id, quorum, levels: rubric.levels.length, minimumGroup: options.minimumGroup };
}

export type PastWorkshop = ReturnType<typeof readPastWorkshops>[number];

/** The workshops that are over, the latest first: per function what they changed and what was said. */
export function readPastWorkshops(context: ScopedContext, assessment: AssessmentWithCompany) {
  const rubric = rubricOf(context, assessment);
  const voted = votedOf(assessment, rubric);
  const over = listWorkshops(context.db, assessment.id).filter(({ endedAt }) => endedAt !== null);
  return over.map(({ id, startedAt, agenda }) => {
    const votes = listVotes(context.db, id);
    const functions = agenda.flatMap((key) => {
      const fn = rubric.functions.find((one) => one.key === key);
      const own = votes.filter(({ functionKey }) => functionKey === key);
      const [first] = own;
      if (!fn || !first) return [];
      const last = own.findLast(({ revealedAt }) => revealedAt !== null);
      const before = levelAfter(context, voted, key, first.round - 1);
      return [
        {
          key,
          name: fn.name,
          before,
          after: last ? levelAfter(context, voted, key, last.round) : before,
          votes: own.map((vote) => stageVote(context, voted, vote)),
        },
      ];
    });
    return { id, startedAt, functions, names: rubric.levels.map(({ name }) => name) };
  });
}

/**
 * Whether the questionnaire is still open, which it is until the first vote after it, and how many have not handed it
 * in: for them it closes then.
 */
export function readQuestionnaire(context: ScopedContext, assessmentId: string) {
  const open = currentRound(listRounds(context.db, assessmentId)).kind === "questionnaire";
  const waiting = readPanel(context, assessmentId).filter(({ submittedAt }) => submittedAt === null);
  return { open, unsubmitted: open ? waiting.length : 0 };
}
