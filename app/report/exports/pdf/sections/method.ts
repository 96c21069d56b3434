import { m } from "~/i18n/messages";
import { editionText } from "~/report/words";
import { methodLines, traceRows } from "~/report/words/method";
import type { Report } from "~/use-cases/read-report";
import { BODY_STRONG, INK, leading, PAGE, SMALL, SMALL_STRONG, TEXT_WIDTH } from "../look";
import { chapter, list, subheading } from "../parts";
import type { Sheet } from "../sheet";

const SIGNATURES = 130;

/** How the numbers came about, what they cannot say, and by what a copy is told to be genuine. */
export async function method(sheet: Sheet, report: Report): Promise<void> {
  await chapter(sheet, { id: "method", title: m.report_method_title() }, () => {
    list(sheet, methodLines(report));
    trace(sheet, report);
    signatures(sheet, report);
  });
}

function trace(sheet: Sheet, report: Report): void {
  const rows: [string, string][] = [
    [m.report_edition_label(), editionText(report.edition)],
    ...traceRows(report),
  ];
  const term = 130;
  // Whoever signs does so on the page that says what is signed.
  subheading(sheet, m.report_trace(), report.edition.kind === "live" ? 110 : 110 + SIGNATURES);
  for (const [name, value] of rows) {
    const width = TEXT_WIDTH - term;
    const style = { ...SMALL, colour: INK, tabular: true };
    const height = Math.max(
      sheet.heightOf(name, SMALL_STRONG, term - 12),
      sheet.heightOf(value, style, width),
    );
    sheet.ensure(height);
    sheet.within("P", () => {
      sheet.textAt(name, { ...SMALL_STRONG }, PAGE.left, sheet.y, term - 12);
      sheet.textAt(value, style, PAGE.left + term, sheet.y, width);
    });
    sheet.y += height + 3;
  }
  const boxes = sheet.plan?.boxes ?? sheet.boxes;
  if (boxes > 0) sheet.text(m.report_pdf_beyond_typeface({ count: boxes }), SMALL);
}

/** Where the report is signed, only on what is final. */
function signatures(sheet: Sheet, { edition }: Report): void {
  if (edition.kind === "live") return;
  const width = (TEXT_WIDTH - 40) / 2;
  sheet.space(24);
  sheet.ensure(SIGNATURES - 24);
  const top = sheet.y;
  for (const [index, who] of [m.report_sign_consultant(), m.report_sign_company()].entries()) {
    const x = PAGE.left + index * (width + 40);
    sheet.within("P", () => sheet.textAt(who, BODY_STRONG, x, top, width));
    sheet.ink.artifact(() => sheet.ink.line(x, top + 70, x + width, top + 70, { stroke: INK, width: 0.7 }));
    sheet.within("P", () => sheet.textAt(m.report_sign_line(), SMALL, x, top + 74, width));
  }
  sheet.y = top + 74 + leading(SMALL);
}
