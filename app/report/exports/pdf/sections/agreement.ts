import { formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { consensusName, formatFixed } from "~/report/words";
import { agreementReading, type Coefficient } from "~/report/words/agreement";
import { rangeText } from "~/report/words/function";
import type { Reading } from "~/use-cases/read-method";
import type { Report } from "~/use-cases/read-report";
import { BODY, BODY_STRONG, INK, LABEL, PAGE, SMALL, TEXT_WIDTH } from "../look";
import { chapter, list } from "../parts";
import type { Sheet } from "../sheet";
import { levelCell, numberCell, table, textCell } from "../table";

/** The plain sentences of the method's own definitions. */
export type Readings = Record<"ac2" | "krippendorff" | "interval", Reading>;

const VALUE = { ...BODY_STRONG, size: 22, weight: 700 as const, tabular: true };

/** AC2 beside alpha, never alone, then each function's own figures, and what they do not say. */
export async function agreement(sheet: Sheet, report: Report, readings: Readings): Promise<void> {
  const { units, raters, ratings } = report.agreement;
  const lead = m.report_agreement_lead({ units, raters, ratings });
  const head = { id: "agreement", title: m.report_agreement_title(), lead, keep: 130 };
  await chapter(sheet, head, async () => {
    const { ac2, alpha, apart } = agreementReading(report);
    const top = sheet.y;
    const bottom = [ac2, alpha].map((one, index) => {
      sheet.y = top;
      const reading = index === 0 ? readings.ac2 : readings.krippendorff;
      coefficient(sheet, one, reading, PAGE.left + (index * (TEXT_WIDTH + 24)) / 2);
      return sheet.y;
    });
    sheet.y = Math.max(...bottom) + 10;
    if (apart) sheet.text(apart, BODY, { after: 10 });
    await functionsTable(sheet, report);
    sheet.space(10);
    list(sheet, [readings.interval.reading, readings.interval.limits]);
  });
}

function coefficient(
  sheet: Sheet,
  { value, detail }: Coefficient,
  { name, reading }: Reading,
  x: number,
): void {
  const options = { x, width: (TEXT_WIDTH - 24) / 2 };
  sheet.text(m.report_coefficient_ordinal({ name }), LABEL, options);
  sheet.text(value, VALUE, options);
  if (detail) sheet.text(detail, { ...SMALL, colour: INK }, { ...options, after: 3 });
  sheet.text(reading, SMALL, options);
}

async function functionsTable(sheet: Sheet, { functions, levels }: Report): Promise<void> {
  const number = (value: number | null | undefined) => (value == null ? "–" : formatFixed(value));
  await table(sheet, {
    caption: m.report_agreement_table(),
    levels: levels.length,
    columns: [
      { title: m.report_change_function(), share: 1 },
      { title: m.report_why_level() },
      { title: m.report_n(), align: "right" },
      { title: m.report_consensus() },
      { title: m.report_share(), align: "right" },
      { title: "A", align: "right" },
      { title: "AD", align: "right" },
      { title: m.report_interval(), align: "right" },
      { title: m.report_coverage(), align: "right" },
    ],
    rows: functions.map(({ name, level, n, spread }) => [
      textCell(name, { weight: 600, colour: INK }),
      levelCell(level, levels.length, null),
      numberCell(String(n)),
      textCell(spread?.consensus ? consensusName(spread.consensus) : "–"),
      numberCell(spread?.shareOnMode == null ? "–" : formatPercent(spread.shareOnMode)),
      numberCell(number(spread?.agreementA)),
      numberCell(number(spread?.averageDeviation)),
      numberCell(spread?.interval ? rangeText(spread.interval) : "–"),
      numberCell(spread?.interval ? formatPercent(spread.interval.coverage, 1) : "–"),
    ]),
  });
}
