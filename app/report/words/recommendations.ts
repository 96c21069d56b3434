import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { consensusName, levelLabel } from "~/report/words";
import type { Report } from "~/use-cases/read-report";

type Item = Report["recommendations"]["items"][number];

/** Why a recommendation stands where it does, after the name of its function. */
export function recommendationReasons(item: Item, { levels }: Report): string {
  const { gap, target, targetSet, consensus, weight, factor } = item.reason;
  const number = (value: number) => formatNumber(value, 2);
  const reasons = [
    targetSet
      ? m.report_recommendation_gap_target({ gap, target: levelLabel(levels, target) })
      : m.report_recommendation_gap_top({ gap }),
    consensus
      ? m.report_recommendation_consensus({ consensus: consensusName(consensus).toLowerCase() })
      : m.report_recommendation_no_consensus(),
    m.report_recommendation_answers({ answers: item.answers }),
    m.report_recommendation_priority({
      ...{ gap, weight: number(weight), factor: number(factor), priority: number(item.priority) },
    }),
  ];
  const next = m.report_recommendation_next({ level: levelLabel(levels, item.nextLevel) });
  return `${next}: ${reasons.join(", ")}.`;
}
