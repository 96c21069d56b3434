import { m } from "~/i18n/messages";

/** What the panel finds of an indicator; unanswered where too few could say. */
export type IndicatorState = "met" | "partly" | "not-met" | "unanswered";

const NAMES: Record<IndicatorState, () => string> = {
  met: m.report_indicator_met,
  partly: m.report_indicator_partly,
  "not-met": m.report_indicator_not_met,
  unanswered: m.report_indicator_unknown,
};

export function indicatorStateName(state: IndicatorState): string {
  return NAMES[state]();
}
