import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import type { FigureFunction, FigureLevel, FigureSeries } from "~/report/figures/figure-data";
import type { Report } from "~/use-cases/read-report";

/** What every figure of the report draws: the functions with all their series, and what those are called. */
export function figureProps(report: Report): {
  functions: FigureFunction[];
  levels: FigureLevel[];
  series: FigureSeries;
  description: string;
} {
  const { functions, levels, previous, assessment } = report;
  const targets = functions.some(({ target }) => target !== null);
  const items = functions.map(({ name, level }) =>
    level === null
      ? m.report_profile_item_none({ function: name })
      : m.report_profile_item({ function: name, level }),
  );
  return {
    functions: functions.map(({ key, name, level, previous: before, target, spread, n }) => ({
      ...{ key, name, level, target, n },
      previous: before,
      distribution: spread?.distribution ?? levels.map(() => 0),
    })),
    levels: levels.map(({ name }) => ({ name })),
    series: {
      current: formatDate(assessment.asOf),
      previous: previous ? m.report_series_previous({ date: formatDate(previous.asOf) }) : undefined,
      target: targets ? m.report_series_target() : undefined,
    },
    description: m.report_profile_description({ list: items.join("; ") }),
  };
}
