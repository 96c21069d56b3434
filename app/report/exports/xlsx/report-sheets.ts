import { formatDate, localDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { editionText, levelLabel, perspectiveName } from "~/report/words";
import { agreementReading } from "~/report/words/agreement";
import { changeDates, changeRows } from "~/report/words/change";
import { methodLines, missingReading, traceRows } from "~/report/words/method";
import { sensitivityLines } from "~/report/words/sensitivity";
import {
  agreementCounts,
  attainedReading,
  extremeLines,
  nextSteps,
  partialReading,
  sinceReading,
  typicalMeaning,
  typicalReading,
} from "~/report/words/summary";
import { triangulationReading } from "~/report/words/triangulation";
import type { Reading } from "~/use-cases/read-method";
import type { Report } from "~/use-cases/read-report";
import { type Cell, count, date, decimal, level, percent, type Row, type SheetSpec, text } from "./cells";

/** The statistics of agreement that the workbook names and explains. */
export type SheetReadings = Record<"ac2" | "krippendorff" | "interval", Reading>;

const THREE = () => [m.exports_item(), m.exports_value(), m.exports_explanation()];

/** Whose report it is, then what it says in a minute. */
export function summarySheet(report: Report): SheetSpec {
  const { company, assessment, edition, rubric, panel, overall, levels, note } = report;
  const line = (item: string, value: Cell, explanation: string | null = null): Row => [
    text(item, { bold: true }),
    value,
    text(explanation),
  ];
  const named = (value: number | null) => (value === null ? m.level_none() : levelLabel(levels, value));
  const rows = [
    line(m.report_kicker(), text(company.name), assessment.title),
    line(m.report_as_of(), date(assessment.asOf)),
    edition.kind === "publication"
      ? line(m.report_edition_label(), date(localDate(edition.at)), editionText(edition))
      : line(m.report_edition_label(), text(m.report_live_title()), editionText(edition)),
    ...(note ? [line(m.report_note_title(), text(null), note)] : []),
    line(m.report_rubric_label(), text(rubric.version), rubric.name),
    line(m.report_panel_label(), count(panel.judged), m.report_panel_size(panel)),
    ...panel.perspectives.map(({ perspective, members }) =>
      line(perspectiveName(perspective), count(members), m.report_panel_members()),
    ),
    line(
      m.report_typical(),
      level(overall.typical, levels.length),
      overall.withResult === 0
        ? m.report_no_result_body({ quorum: assessment.quorum })
        : `${named(overall.typical)}. ${typicalReading(report)}`,
    ),
    ...(typicalMeaning(report) ? [line(m.report_customer_meets(), text(null), typicalMeaning(report))] : []),
    ...(overall.withResult === 0
      ? []
      : [
          line(
            m.report_attained(),
            level(overall.attained, levels.length),
            `${named(overall.attained)}. ${attainedReading(report)}`,
          ),
        ]),
    line(m.report_mean(), decimal(overall.meanIndex)),
    ...(partialReading(report) ? [line(m.report_partial_title(), text(null), partialReading(report))] : []),
    ...extremeLines(report).map((one) => line(one.label, level(one.level, levels.length), one.text)),
    ...sinceLines(report).map(([item, words]) => line(item, text(null), words)),
    line(m.report_agreement_short(), text(null), agreementCounts(report)),
    ...nextSteps(report).map(({ name, text: step }, index) =>
      line(`${m.report_next_steps()} ${index + 1}`, text(name), step),
    ),
  ];
  return { name: m.exports_sheet_summary(), widths: [34, 24, 100], header: THREE(), rows, frozenColumns: 0 };
}

function sinceLines(report: Report): [string, string][] {
  const since = sinceReading(report);
  return since ? [[since.label, since.text]] : [];
}

/** The coefficients with their intervals, counts and how to read them, then what hangs on single people. */
export function agreementSheet(report: Report, readings: SheetReadings): SheetSpec {
  const { agreement } = report;
  const { units, raters, ratings, gwet, krippendorff, jackknife, intervalCoverage } = agreement;
  const { ac2, alpha, apart } = agreementReading(report);
  const coefficients = [
    { ...readings.ac2, value: gwet.ac2Ordinal, interval: jackknife.ac2Ordinal, detail: ac2.detail },
    {
      ...readings.krippendorff,
      value: krippendorff.ordinal,
      interval: jackknife.alphaOrdinal,
      detail: alpha.detail,
    },
  ];
  const sentence = (item: string, words: string): Row => [
    text(item, { bold: true }),
    ...new Array<Cell>(7).fill(count(null)),
    text(words),
  ];
  const rows: Row[] = [
    ...coefficients.map(
      ({ name, value, interval, detail, reading }): Row => [
        text(m.report_coefficient_ordinal({ name }), { bold: true }),
        decimal(value, "0.000"),
        decimal(interval.low, "0.000"),
        decimal(interval.high, "0.000"),
        percent(interval.low === null ? null : intervalCoverage),
        ...[count(units), count(raters), count(ratings)],
        text([detail, reading].filter((part) => part !== "").join(" ")),
      ],
    ),
    ...(apart ? [sentence(m.exports_reading(), apart)] : []),
    sentence(readings.interval.name, `${readings.interval.reading} ${readings.interval.limits}`),
    sentence(m.report_triangulation_title(), triangulationReading(report)),
    ...sensitivityLines(report).map((line) => sentence(m.report_sensitivity_title(), line)),
  ];
  return {
    name: m.exports_sheet_agreement(),
    widths: [34, 10, 11, 11, 11, 13, 11, 13, 90],
    header: [
      ...[m.exports_statistic(), m.exports_value(), m.exports_jackknife_low(), m.exports_jackknife_high()],
      ...[
        m.report_coverage(),
        m.exports_units(),
        m.exports_raters(),
        m.exports_ratings(),
        m.exports_reading(),
      ],
    ],
    rows,
    frozenColumns: 1,
  };
}

/** Before and now; null where there is no assessment to compare with. */
export function changeSheet(report: Report): SheetSpec | null {
  const { previous, levels } = report;
  if (!previous) return null;
  const dates = changeDates(report);
  return {
    name: m.exports_sheet_change(),
    widths: [44, 18, 18, 12],
    header: [m.report_change_function(), dates.before, dates.now, m.report_change_difference()],
    rows: changeRows(report).map(({ name, before, now }) => [
      text(name, { bold: true }),
      level(before, levels.length),
      level(now, levels.length),
      decimal(before === null || now === null ? null : now - before, "+0;-0;0"),
    ]),
    frozenColumns: 1,
  };
}

/** How the numbers came about, what they cannot say, the scale, and by what the result can be traced. */
export function methodSheet(report: Report): SheetSpec {
  const { levels, assessment } = report;
  const rows: Row[] = [
    ...methodLines(report).map(
      (line, index): Row => [text(index === 0 ? m.report_method_title() : null, { bold: true }), text(line)],
    ),
    [
      text(m.report_panel_title(), { bold: true }),
      text(m.report_panel_lead({ ...report.panel, quorum: assessment.quorum })),
    ],
    [text(null), text(missingReading(report))],
    ...levels.map(
      ({ number, name, meaning }): Row => [level(number, levels.length), text(`${name}. ${meaning}`)],
    ),
    ...traceRows(report).map(([term, value]): Row => [text(term, { bold: true }), text(value)]),
    [text(m.report_as_of(), { bold: true }), text(formatDate(assessment.asOf))],
  ];
  return {
    name: m.exports_sheet_method(),
    widths: [44, 120],
    header: [m.exports_item(), m.exports_explanation()],
    rows,
    frozenColumns: 0,
  };
}
