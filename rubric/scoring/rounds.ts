import { lowerMedian, upperMedian } from "./level";
import type { ConsensusClass } from "./types";

/**
 * Share of judgments that moved below which a function counts as stable: the percent-stability criterion of Scheibe,
 * Skutsch & Schofer 1975 (Experiments in Delphi Methodology, in Linstone & Turoff, The Delphi Method, 262-287). They
 * compare the histograms of two rounds; here every judgment is followed, so two that change places count as two moves.
 * That is never less than what the histograms show: the rule is at least as strict as theirs.
 */
export const STABLE_BELOW = 0.15;

/** What one assessor said of one function before a round and in it. */
export type RoundAnswer = {
  before: number | null;
  after: number | null;
  /** Whether they answered in the round; who does not keeps what they said. */
  again: boolean;
};

/** How the judgments of one function moved in a round; counts of assessors. */
export type Movement = {
  /** Nearer to the median of the round before. */
  towards: number;
  /** Further from it. */
  away: number;
  /** To another level equally far from it. */
  across: number;
  unmoved: number;
  /** A level from somebody who had given none. */
  new: number;
  /** A level taken back: now "cannot judge". */
  withdrawn: number;
  /** A level that stands because its assessor has not answered again. */
  notAgain: number;
};

const NOTHING: Movement = {
  towards: 0,
  away: 0,
  across: 0,
  unmoved: 0,
  new: 0,
  withdrawn: 0,
  notAgain: 0,
};

/**
 * Movement of one function between two rounds. The median is that of all levels before the round; a panel that was
 * evenly divided has two, and anywhere between them is at the median. Whoever had no level and still has none is in
 * no count.
 */
export function movement(levels: number, answers: readonly RoundAnswer[]): Movement {
  const counts = Array.from(
    { length: levels },
    (_, index) => answers.filter(({ before }) => before === index + 1).length,
  );
  const median = { low: lowerMedian(counts), high: upperMedian(counts) };
  const found = { ...NOTHING };
  for (const answer of answers) {
    const kind = kindOf(answer, median);
    if (kind) found[kind] += 1;
  }
  return found;
}

type Median = { low: number | null; high: number | null };

function kindOf({ before, after, again }: RoundAnswer, median: Median): keyof Movement | null {
  if (!again) return before === null ? null : "notAgain";
  if (before === null) return after === null ? null : "new";
  if (after === null) return "withdrawn";
  if (after === before) return "unmoved";
  const nearer = distance(before, median) - distance(after, median);
  if (nearer === 0) return "across";
  return nearer > 0 ? "towards" : "away";
}

function distance(level: number, { low, high }: Median): number {
  if (low === null || high === null) return 0;
  return Math.max(low - level, level - high, 0);
}

/** Judgments that moved, of those that were given again; a level that is new or taken back moved, too. */
export function countMoved({ towards, away, across, unmoved, new: fresh, withdrawn }: Movement) {
  const moved = towards + away + across + fresh + withdrawn;
  return { moved, answered: moved + unmoved };
}

/** Whether fewer than `STABLE_BELOW` of the judgments given again moved; null below `quorum` of them. */
export function isStable(movement: Movement, quorum: number): boolean | null {
  const { moved, answered } = countMoved(movement);
  return answered === 0 || answered < quorum ? null : moved / answered < STABLE_BELOW;
}

/** The consensus class from which on a panel has agreed. */
export type ConsensusGoal = "strong" | "moderate";

/** Whether a class is what was agreed on; strong satisfies moderate, too. */
export function reaches(consensus: ConsensusClass | null, goal: ConsensusGoal): boolean {
  return consensus === "strong" || (goal === "moderate" && consensus === "moderate");
}

/**
 * What the stop rule says of a function after a round: "consensus" and "stable" end it, "open" asks for another
 * round, "no-result" has too few judgments for any class.
 */
export type Verdict = "consensus" | "stable" | "open" | "no-result";

type RuleInput = {
  /** The class after the round; null without a result. */
  consensus: ConsensusClass | null;
  goal: ConsensusGoal;
  /** How it moved in the latest round on the function; null where there was one round only. */
  movement: Movement | null;
  quorum: number;
};

/**
 * The stop rule, fixed before data come in: a function is asked again until the agreed consensus class is reached or
 * its judgments are stable. Stable without consensus is a finding, too: the panel has thought again and differs.
 */
export function stopRule({ consensus, goal, movement, quorum }: RuleInput): Verdict {
  if (reaches(consensus, goal)) return "consensus";
  if (consensus === null) return "no-result";
  return movement && isStable(movement, quorum) ? "stable" : "open";
}
