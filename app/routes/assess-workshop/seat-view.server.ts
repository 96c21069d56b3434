import { type Locale, localized } from "~/i18n/locale";
import { CANNOT_JUDGE, CONFIDENCES } from "~/use-cases/judging";
import type { SeatVote, WorkshopSeat } from "~/use-cases/workshop-seat";
import { NO_LEVEL } from "../assess-function/fields";
import { levelNames, outcomeView } from "./outcome-view.server";

export type SeatView = ReturnType<typeof seatView>;
export type VoteView = NonNullable<SeatView["vote"]>;

/** The workshop as one member sees it, in one language. */
export function seatView(seat: WorkshopSeat, locale: Locale) {
  const { running, pulse, vote } = seat;
  return { running, pulse, vote: vote && voteView(seat, vote, locale) };
}

function voteView(seat: WorkshopSeat, vote: SeatVote, locale: Locale) {
  const { rubric, quorum, minimumGroup } = seat;
  const { own, result } = vote;
  const name = localized(vote.fn.name, locale);
  const names = levelNames(rubric, locale);
  return {
    id: vote.id,
    name,
    question: localized(vote.fn.question, locale),
    definition: localized(vote.fn.definition, locale),
    company: seat.companyName,
    asOf: seat.asOf,
    levels: vote.steps.map(({ number, level, descriptor }) => ({
      level: number,
      name: localized(level.name, locale),
      descriptor: localized(descriptor, locale),
    })),
    reasons: [...CANNOT_JUDGE],
    confidences: [...CONFIDENCES],
    asked: vote.asked,
    turnout: vote.turnout,
    revealed: vote.revealed,
    outcome: result && outcomeView(result, { rubric, name, quorum, minimumGroup }, locale),
    /** Null before they have voted; `level` null is "cannot judge". */
    own: own && {
      version: own.version,
      level: own.level,
      levelName: own.level === null ? undefined : names[own.level - 1],
      cannotJudge: own.cannotJudge,
    },
    saved: savedFields(own),
  };
}

/** The form as it was last sent; a field without an answer is missing. */
function savedFields(own: SeatVote["own"]): Record<string, string> {
  if (!own) return {};
  const { level, cannotJudge, confidence } = own;
  return {
    ...(level === null ? {} : { level: String(level) }),
    ...(cannotJudge === null ? {} : { level: NO_LEVEL, cannotJudge }),
    ...(confidence === null ? {} : { confidence: String(confidence) }),
  };
}
