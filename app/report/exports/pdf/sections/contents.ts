import { m } from "~/i18n/messages";
import { chapters } from "~/report/words/chapters";
import type { Report } from "~/use-cases/read-report";
import { BODY, BODY_STRONG, H2, LINE, leading, PAGE, TEXT_WIDTH } from "../look";
import { rule } from "../parts";
import type { Sheet } from "../sheet";

/** Every chapter and every function with its page; all of them links. */
export function contents(sheet: Sheet, report: Report): void {
  const titles = chapters(report);
  sheet.space(30);
  // Together on one page where it fits on one.
  sheet.ensure(60 + (titles.length + 1) * 19.5 + report.functions.length * 16.5);
  sheet.ink.open("Sect");
  sheet.mark("contents");
  sheet.ink.bookmark(m.report_contents(), 0, sheet.y - 12);
  sheet.text(m.report_contents(), H2, { tag: "H2", after: 10 });
  sheet.ink.open("TOC");
  entry(sheet, m.report_summary_title(), "summary");
  for (const [id, title] of titles) {
    entry(sheet, title, id);
    if (id !== "functions") continue;
    for (const { key, number, name } of report.functions) entry(sheet, name, `fn-${key}`, number);
  }
  sheet.ink.close();
  sheet.ink.close();
}

/** A line of the contents; that of a function is set in, after its number. */
function entry(sheet: Sheet, title: string, to: string, number?: number): void {
  const style = number === undefined ? BODY_STRONG : BODY;
  const indent = number === undefined ? 0 : 32;
  const padding = number === undefined ? 2.6 : 1;
  const width = TEXT_WIDTH - indent - 50;
  const height = sheet.heightOf(title, style, width) + 2 * padding;
  sheet.ensure(height);
  const top = sheet.y + padding;
  const page = String(sheet.pageOf(to));
  sheet.ink.open("TOCI");
  sheet.ink.open("Link");
  if (number !== undefined) sheet.textRight(String(number), { ...style, tabular: true }, PAGE.left + 22, top);
  sheet.textAt(title, style, PAGE.left + indent, top, width);
  const last = top + height - leading(style) - 2 * padding;
  sheet.textRight(page, { ...style, tabular: true }, PAGE.width - PAGE.right, last);
  sheet.ink.jump(PAGE.left, sheet.y, TEXT_WIDTH, height, to, `${title}, ${page}`);
  sheet.ink.close();
  sheet.ink.close();
  sheet.y += height;
  if (number === undefined) rule(sheet, sheet.y - 0.5, LINE);
}
