import { m } from "~/i18n/messages";
import { indicatorStateName } from "~/report/words/indicators";
import { recommendationReasons } from "~/report/words/recommendations";
import type { Report } from "~/use-cases/read-report";
import { BODY_MUTED, BODY_STRONG, H3, INK, MUTED, PAGE, SMALL, TEXT_WIDTH } from "../look";
import { chapter, list, rule, subheading } from "../parts";
import type { Sheet } from "../sheet";
import { drawTag, tagWidth } from "../status";

type Item = Report["recommendations"]["items"][number];

const INDENT = 28;

/** What to do, ranked, each with why it stands where it does. */
export async function recommendations(sheet: Sheet, report: Report): Promise<void> {
  const { items, unanswered } = report.recommendations;
  const lead = items.length > 0 ? m.report_recommendations_lead() : m.report_recommendations_none();
  const head = { id: "recommendations", title: m.report_recommendations_title(), lead };
  await chapter(sheet, head, async () => {
    if (items.length > 0) sheet.ink.open("L");
    for (const [index, item] of items.entries()) {
      await sheet.rest();
      recommendation(sheet, item, index + 1, report);
    }
    if (items.length > 0) sheet.ink.close();
    if (unanswered.length === 0) return;
    subheading(sheet, m.report_unanswered());
    sheet.text(m.report_unanswered_lead(), BODY_MUTED, { after: 6 });
    list(
      sheet,
      unanswered.map(({ functionName, text }) => `${functionName}: ${text}`),
    );
  });
}

function recommendation(sheet: Sheet, item: Item, rank: number, report: Report): void {
  const label = indicatorStateName(item.status);
  const tag = tagWidth(label);
  const width = TEXT_WIDTH - INDENT - tag - 16;
  const reason = [
    { ...SMALL, weight: 600 as const, colour: INK, text: item.functionName, to: `fn-${item.unit}` },
    { ...SMALL, text: ` ${recommendationReasons(item, report)}` },
  ];
  const height = sheet.heightOf(item.text, BODY_STRONG, width) + sheet.heightOf(reason, SMALL, width);
  sheet.ensure(height + 16);
  rule(sheet, sheet.y);
  sheet.y += 8;
  const top = sheet.y;
  sheet.ink.open("LI");
  const number = { ...H3, colour: MUTED, tabular: true };
  sheet.within("Lbl", () => sheet.textAt(String(rank), number, PAGE.left, top - 2, INDENT));
  sheet.ink.open("LBody");
  sheet.text(item.text, BODY_STRONG, { tag: "P", x: PAGE.left + INDENT, width });
  sheet.text(reason, SMALL, { tag: "P", x: PAGE.left + INDENT, width });
  sheet.within("P", () => drawTag(sheet, label, item.status, PAGE.width - PAGE.right - tag, top));
  sheet.ink.close();
  sheet.ink.close();
  sheet.y = Math.max(sheet.y, top + 16) + 8;
}
