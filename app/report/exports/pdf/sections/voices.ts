import { m } from "~/i18n/messages";
import { groupName, nameOfLevel } from "~/report/words";
import { remarkText } from "~/report/words/remark";
import type { Report } from "~/use-cases/read-report";
import { BODY, BODY_MUTED, H4, LINE, leading, MEASURE, PAGE, SMALL_STRONG, TEXT_WIDTH } from "../look";
import { chipWidth, drawChip, list } from "../parts";
import type { Sheet } from "../sheet";

type ReportFunction = Report["functions"][number];
type Group = ReportFunction["groups"][number];

const CHIP = { ...SMALL_STRONG, weight: 400 as const };

/** What the panel wrote, by perspective, without names and in no order of persons. */
export async function voices(sheet: Sheet, fn: ReportFunction, report: Report): Promise<void> {
  const { groups, evidence, apart, differs, calibration } = fn;
  if (fn.n === 0) return;
  if (groups.length === 0) {
    sheet.text(m.report_voices_withheld({ minimum: report.minimumGroup }), BODY_MUTED);
    return;
  }
  sheet.ensure(leading(H4) + 50);
  sheet.text(m.report_voices(), H4, { tag: "H4", after: 4 });
  if (differs && apart) sheet.text(m.report_voices_apart({ apart }), BODY, { after: 6 });
  const written = groups.some(({ rationales }) => rationales.length > 0);
  if (!written) sheet.text(m.report_voices_none(), BODY_MUTED, { after: 6 });
  for (const group of groups) await voice(sheet, group, groups.length, report);
  if (evidence.length > 0) {
    sheet.ensure(leading(SMALL_STRONG) + 30);
    sheet.text(m.report_evidence(), SMALL_STRONG, { after: 3 });
    for (const some of chunks(evidence.map(remarkText))) {
      await sheet.rest();
      list(sheet, some, { style: BODY });
    }
    sheet.space(4);
  }
  if (calibration && calibration.contradicted > 0) {
    sheet.text(m.report_calibration(calibration), BODY_MUTED, { after: 4 });
  }
}

async function voice(sheet: Sheet, group: Group, groups: number, { levels }: Report): Promise<void> {
  if (group.rationales.length === 0 && groups === 1) return;
  sheet.ensure(leading(SMALL_STRONG) + 40);
  const title = m.report_group_judgments({ perspectives: groupName(group.perspectives, groups), n: group.n });
  const top = sheet.y;
  sheet.text(title, SMALL_STRONG, { width: TEXT_WIDTH - 180, after: 3 });
  if (groups > 1) {
    const name = nameOfLevel(levels, group.level) ?? m.level_none();
    const width = Math.min(chipWidth(name, CHIP), 170);
    const place = { x: PAGE.left + MEASURE - width, top: top - 1.5, width };
    sheet.within("P", () =>
      drawChip(sheet, group.level, { levels: levels.length, name, style: CHIP }, place),
    );
  }
  for (const text of group.rationales) {
    await sheet.rest();
    quote(sheet, text);
  }
  sheet.space(6);
}

const INDENT = 14;

/** The words of one person, with a line down their side. */
function quote(sheet: Sheet, text: string): void {
  const place = { x: PAGE.left + INDENT, width: MEASURE - INDENT };
  sheet.text(text, BODY, { ...place, tag: "BlockQuote", edge: LINE, after: 7 });
}

function chunks(items: readonly string[]): string[][] {
  const found: string[][] = [];
  for (let start = 0; start < items.length; start += 50) found.push(items.slice(start, start + 50));
  return found;
}
