import { m } from "~/i18n/messages";
import type { CannotJudge, Confidence } from "~/use-cases/judging";
import type { TaskView } from "./views.server";

type IndicatorAnswer = NonNullable<TaskView["indicators"][number]["answer"]>;

const REASONS: Record<CannotJudge, () => string> = {
  "no-information": () => m.cannot_judge_no_information(),
  "outside-expertise": () => m.cannot_judge_outside_expertise(),
  "conflict-of-interest": () => m.cannot_judge_conflict_of_interest(),
  other: () => m.cannot_judge_other(),
};

const CONFIDENCES: Record<Confidence, () => string> = {
  1: () => m.confidence_low(),
  2: () => m.confidence_medium(),
  3: () => m.confidence_high(),
};

const ANSWERS: Record<IndicatorAnswer, () => string> = {
  met: () => m.assess_indicator_met(),
  partly: () => m.assess_indicator_partly(),
  "not-met": () => m.assess_indicator_not_met(),
  unknown: () => m.assess_indicator_unknown(),
};

export const reasonWord = (reason: CannotJudge) => REASONS[reason]();

/** Takes any number, since the store only promises 1 to 3. */
export const confidenceWord = (confidence: number) => CONFIDENCES[confidence as Confidence]();

export const answerWord = (answer: IndicatorAnswer) => ANSWERS[answer]();
