import { m } from "~/i18n/messages";
import { consensusName, groupName, nameOfLevel } from "~/report/words";
import { noResultReading } from "~/report/words/function";
import { indicatorStateName } from "~/report/words/indicators";
import { remarkText } from "~/report/words/remark";
import type { Report } from "~/use-cases/read-report";
import { count, decimal, level, percent, type Row, type SheetSpec, text } from "./cells";

type ReportFunction = Report["functions"][number];

/** Every function with its level and how the judgments lie; a row each. */
export function functionsSheet(report: Report): SheetSpec {
  const { functions, levels } = report;
  const columns: [title: string, width: number][] = [
    [m.exports_number(), 6],
    [m.report_change_function(), 34],
    [m.report_why_level(), 9],
    [m.exports_level_name(), 24],
    [m.report_n(), 11],
    [m.exports_not_given(), 14],
    [m.report_series_target(), 9],
    [m.exports_to_target(), 11],
    [m.exports_previous(), 12],
    [m.report_change_difference(), 9],
    [m.report_consensus(), 12],
    [m.report_share(), 11],
    [m.report_agreement_a(), 13],
    [m.report_deviation(), 12],
    [m.exports_interval_low(), 9],
    [m.exports_interval_high(), 9],
    [m.report_coverage(), 11],
    [m.report_mean(), 12],
    [m.exports_in_overall(), 14],
    [m.exports_weight(), 8],
    ...levels.map(({ number }): [string, number] => [m.exports_on_level({ level: number }), 10]),
    [m.exports_explanation(), 60],
  ];
  return {
    name: m.exports_sheet_functions(),
    widths: columns.map(([, width]) => width),
    header: columns.map(([title]) => title),
    rows: functions.map((fn) => functionRow(fn, report)),
    frozenColumns: 2,
  };
}

function functionRow(fn: ReportFunction, report: Report): Row {
  const { levels, minimumGroup } = report;
  const { spread, target, previous } = fn;
  const q = levels.length;
  const difference = (from: number | null, to: number | null) =>
    count(from === null || to === null ? null : to - from);
  const withheld = fn.n > 0 && !spread ? m.exports_withheld({ minimum: minimumGroup }) : null;
  return [
    count(fn.number),
    text(fn.name, { bold: true }),
    level(fn.level, q),
    text(nameOfLevel(levels, fn.level) ?? m.level_none()),
    count(fn.n),
    count(fn.missing),
    target === null ? count(null) : level(target, q),
    difference(fn.level, target),
    previous === null ? count(null) : level(previous, q),
    difference(previous, fn.level),
    text(spread?.consensus ? consensusName(spread.consensus) : null),
    percent(spread?.shareOnMode ?? null),
    decimal(spread?.agreementA ?? null),
    decimal(spread?.averageDeviation ?? null),
    count(spread?.interval?.low ?? null),
    count(spread?.interval?.high ?? null),
    percent(spread?.interval?.coverage ?? null, "0.0%"),
    decimal(spread?.mean ?? null),
    text(fn.inOverall ? m.exports_yes() : m.exports_no()),
    decimal(fn.weight),
    ...levels.map((_, index) => count(spread?.distribution[index] ?? null)),
    text(withheld ?? noResultReading(fn, report) ?? fn.descriptor),
  ];
}

/** What each group of perspectives that may be shown says of each function. */
export function groupsSheet({ functions, levels, minimumGroup }: Report): SheetSpec {
  const rows = functions.flatMap((fn): Row[] => {
    if (fn.groups.length === 0 && fn.n > 0) {
      const withheld = text(m.exports_withheld({ minimum: minimumGroup }), { muted: true });
      return [[text(fn.name, { bold: true }), withheld]];
    }
    return fn.groups.map((group) => [
      text(fn.name, { bold: true }),
      text(groupName(group.perspectives, fn.groups.length)),
      count(group.n),
      level(group.level, levels.length),
      text(nameOfLevel(levels, group.level) ?? m.level_none()),
      ...levels.map((_, index) => count(group.distribution[index] ?? null)),
    ]);
  });
  return {
    name: m.exports_sheet_groups(),
    widths: [34, 34, 11, 9, 24, ...levels.map(() => 10)],
    header: [
      ...[m.report_change_function(), m.exports_group(), m.report_n(), m.report_why_level()],
      m.exports_level_name(),
      ...levels.map(({ number }) => m.exports_on_level({ level: number })),
    ],
    rows,
    frozenColumns: 1,
  };
}

/** What the panel wrote, without names and in no order of persons; null where nothing may be or is there to be read. */
export function wordsSheet({ functions }: Report): SheetSpec | null {
  const rows = functions.flatMap((fn): Row[] => [
    ...fn.groups.flatMap(({ perspectives, rationales }) =>
      rationales.map((rationale) => [
        text(fn.name, { bold: true }),
        text(m.exports_kind_reason()),
        text(groupName(perspectives, fn.groups.length)),
        text(rationale),
      ]),
    ),
    ...fn.evidence.map((remark) => [
      text(fn.name, { bold: true }),
      text(m.exports_kind_evidence()),
      text(m.report_voices_panel()),
      text(remarkText(remark)),
    ]),
  ]);
  if (rows.length === 0) return null;
  return {
    name: m.exports_sheet_words(),
    widths: [34, 12, 30, 110],
    header: [m.report_change_function(), m.exports_kind(), m.exports_group(), m.exports_text()],
    rows,
    frozenColumns: 1,
  };
}

/** What each function's next level asks for, what the panel says of it, and where it ranks. */
export function indicatorsSheet({ functions, levels, recommendations }: Report): SheetSpec {
  const rows = functions.flatMap(({ key: unit, name, next }): Row[] =>
    (next?.indicators ?? []).map((indicator) => {
      const at = recommendations.items.findIndex(
        (item) => item.unit === unit && item.indicator === indicator.key,
      );
      return [
        text(name, { bold: true }),
        level(next?.number ?? null, levels.length),
        text(indicator.text),
        text(indicatorStateName(indicator.status ?? "unanswered")),
        count(indicator.status === null ? 0 : indicator.answers),
        count(at < 0 ? null : at + 1),
        decimal(recommendations.items[at]?.priority ?? null),
      ];
    }),
  );
  return {
    name: m.exports_sheet_indicators(),
    widths: [34, 12, 90, 16, 11, 16, 11],
    header: [
      ...[m.report_change_function(), m.exports_indicator_level(), m.exports_indicator()],
      ...[m.exports_status(), m.exports_answers(), m.exports_rank(), m.exports_priority()],
    ],
    rows,
    frozenColumns: 1,
  };
}
