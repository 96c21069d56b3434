import { formatList, formatNumber, formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";
import { explainConsensus } from "../explain-consensus";
import { consensusName } from "../words";

type Fn = Report["functions"][number];

/** How many judged, how many did not, and that this is enough for a result. */
export function countSteps({ n, missing }: Fn, { assessment: { quorum } }: Report): string[] {
  return [m.why_given({ members: n + missing, n, missing }), m.why_quorum({ n, quorum })];
}

/** The numbers that lead to the class of consensus, each beside its threshold. */
export function consensusSteps(distribution: readonly number[]): string[] {
  const found = explainConsensus(distribution);
  if (!found) return [m.why_no_class()];
  const { mode: level, count, share, strong, lowest, highest, farthest: far, near: most } = found;
  const n = distribution.reduce((sum, one) => sum + one, 0);
  const { lower, upper } = found.median;
  const median = lower === upper ? String(lower) : m.why_medians({ lower, upper });
  return [
    m.why_share({ level, count, n, share: formatPercent(share, 1), strong: formatPercent(strong) }),
    share >= strong ? m.why_reaches() : m.why_distance({ lowest, highest, median, far, most }),
    m.why_class({ consensus: consensusName(found.class).toLowerCase() }),
  ];
}

/** What becomes of a function's level in the two levels of the whole. */
export function overallSteps({ level, weight, inOverall }: Fn, { functions, overall }: Report): string[] {
  if (level === null) return [];
  if (!inOverall) return [m.why_left_out()];
  const counted = functions
    .flatMap((fn) => (fn.inOverall && fn.level !== null ? [{ level: fn.level, weight: fn.weight }] : []))
    .sort((a, b) => a.level - b.level);
  const levels = counted.map((fn) =>
    overall.weighted
      ? m.why_overall_weighted({ level: fn.level, weight: formatNumber(fn.weight, 2) })
      : String(fn.level),
  );
  return [
    m.why_overall({ level, weight: formatNumber(weight, 2), levels: formatList(levels) }),
    ...(overall.typical === null ? [] : [m.why_typical({ level: overall.typical })]),
    overall.attained === null ? m.why_attained_unknown() : m.why_attained({ level: overall.attained }),
  ];
}
