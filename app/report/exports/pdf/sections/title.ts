import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { reportFacts } from "~/report/words/title";
import type { Report } from "~/use-cases/read-report";
import { hex } from "../../colours";
import {
  BODY,
  LABEL,
  LINE,
  leading,
  PAGE,
  SMALL,
  SMALL_STRONG,
  STRONG_LINE,
  SUBTITLE,
  TEXT_WIDTH,
  TITLE,
} from "../look";
import { rule } from "../parts";
import type { Sheet } from "../sheet";

/** Whose report this is, of when, by whom and by what measure; and whether it is final. */
export function titleBlock(sheet: Sheet, report: Report, at: Date): void {
  const { company, assessment, edition, note } = report;
  sheet.text(m.report_kicker(), { ...LABEL, colour: sheet.brand.accent }, { after: 4 });
  sheet.text(company.name, TITLE, { tag: "H1", width: TEXT_WIDTH, after: 2 });
  sheet.text(assessment.title, SUBTITLE, { width: TEXT_WIDTH, after: 12 });
  facts(sheet, reportFacts(report));
  if (edition.kind === "live") {
    const text = m.report_pdf_live({ moment: formatMoment(at) });
    remark(sheet, m.report_live_title(), text, hex("attention"), hex("attention-soft"));
  }
  if (note) remark(sheet, m.report_note_title(), note, STRONG_LINE, hex("sunken"));
}

function facts(sheet: Sheet, rows: readonly [string, string][]): void {
  rule(sheet, sheet.y, STRONG_LINE);
  const width = TEXT_WIDTH / rows.length;
  const top = sheet.y + 7;
  const heights = rows.map(([, value]) => sheet.heightOf(value, SMALL_STRONG, width - 12));
  for (const [index, [term, value]] of rows.entries()) {
    const x = PAGE.left + index * width;
    sheet.within("P", () => {
      sheet.textAt(`${term}`, SMALL, x, top, width - 12);
      sheet.textAt(value, SMALL_STRONG, x, top + leading(SMALL) + 1, width - 12);
    });
  }
  sheet.y = top + leading(SMALL) + Math.max(...heights) + 8;
  rule(sheet, sheet.y, LINE);
  sheet.y += 10;
}

/** A remark that goes with the whole report. */
function remark(sheet: Sheet, title: string, text: string, edge: string, fill: string): void {
  const style = { ...SMALL, colour: BODY.colour };
  const spans = [
    { ...style, weight: 600 as const, text: `${title}. ` },
    { ...style, text },
  ];
  const height = sheet.heightOf(spans, style, TEXT_WIDTH - 24) + 12;
  sheet.ensure(height);
  const top = sheet.y;
  sheet.ink.artifact(() => {
    sheet.ink.box(PAGE.left, top, TEXT_WIDTH, height, 3, { fill });
    sheet.ink.box(PAGE.left, top, 3, height, 0, { fill: edge });
  });
  sheet.within("P", () => sheet.textAt(spans, style, PAGE.left + 14, top + 6, TEXT_WIDTH - 24));
  sheet.y = top + height + 6;
}
