import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";
import { BODY } from "./look";
import { agreement, type Readings } from "./sections/agreement";
import { change, check } from "./sections/change";
import { contents } from "./sections/contents";
import { functions } from "./sections/functions";
import { method } from "./sections/method";
import { panel, perspectives, sensitivity } from "./sections/panel";
import { profile } from "./sections/profile";
import { recommendations } from "./sections/recommendations";
import { summary } from "./sections/summary";
import { titleBlock } from "./sections/title";
import { consultantSummary } from "./sections/words";
import type { Sheet } from "./sheet";

type Drawn = { report: Report; readings: Readings; at: Date };

/** The report from its title to its signatures. */
export async function drawReport(sheet: Sheet, { report, readings, at }: Drawn): Promise<void> {
  sheet.nextPage();
  sheet.ink.open("Document");
  titleBlock(sheet, report, at);
  if (report.panel.judged === 0) {
    sheet.space(16);
    sheet.text(m.report_empty_title(), BODY);
  } else {
    summary(sheet, report);
    consultantSummary(sheet, report);
    contents(sheet, report);
    await profile(sheet, report);
    await functions(sheet, report);
    await recommendations(sheet, report);
    await change(sheet, report);
    await check(sheet, report);
    await agreement(sheet, report, readings);
    await perspectives(sheet, report);
    await sensitivity(sheet, report);
    await panel(sheet, report);
    await method(sheet, report);
  }
  sheet.ink.close();
}
