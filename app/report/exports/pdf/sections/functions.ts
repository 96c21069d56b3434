import { m } from "~/i18n/messages";
import { nameOfLevel } from "~/report/words";
import {
  distributionText,
  functionFacts,
  functionFigures,
  majorityReading,
  noResultReading,
} from "~/report/words/function";
import { indicatorStateName } from "~/report/words/indicators";
import type { Report } from "~/use-cases/read-report";
import { DISTRIBUTION, drawDistribution } from "../figures/distribution";
import { Pen } from "../figures/pen";
import {
  BODY,
  BODY_MUTED,
  FINDING,
  H3,
  H4,
  LABEL,
  LINE,
  leading,
  MEASURE,
  PAGE,
  SMALL,
  SMALL_STRONG,
  TEXT_WIDTH,
} from "../look";
import { chapter, chipWidth, drawChip, rule } from "../parts";
import type { Sheet } from "../sheet";
import { drawTag, tagWidth } from "../status";
import { voices } from "./voices";
import { consultantComment } from "./words";

type ReportFunction = Report["functions"][number];

/** One function after the other: its level, what that means, how the panel judged, why, and what comes next. */
export async function functions(sheet: Sheet, report: Report): Promise<void> {
  const head = { id: "functions", title: m.report_functions_title(), keep: 220 };
  sheet.nextPage();
  await chapter(sheet, head, async () => {
    for (const fn of report.functions) {
      await sheet.rest();
      await oneFunction(sheet, fn, report);
    }
  });
}

async function oneFunction(sheet: Sheet, fn: ReportFunction, report: Report): Promise<void> {
  sheet.ensure(headHeight(sheet, fn, report));
  if (fn !== report.functions[0] && sheet.y > PAGE.top) rule(sheet, sheet.y, LINE);
  sheet.space(fn === report.functions[0] ? 0 : 16);
  sheet.ink.open("Sect");
  head(sheet, fn, report);
  finding(sheet, fn, report);
  consultantComment(sheet, fn.key, report);
  judgments(sheet, fn, report);
  next(sheet, fn);
  await voices(sheet, fn, report);
  sheet.ink.close();
  sheet.space(20);
}

const CHIP = { ...BODY, weight: 600 as const };

function headHeight(sheet: Sheet, fn: ReportFunction, report: Report): number {
  const found = noResultReading(fn, report) ?? fn.descriptor ?? "";
  const texts =
    sheet.heightOf(fn.definition, BODY_MUTED, MEASURE) + sheet.heightOf(found, FINDING, MEASURE - 16);
  return texts + leading(LABEL) + leading(H3) * 2 + (fn.spread ? 120 : 60);
}

function head(sheet: Sheet, fn: ReportFunction, report: Report): void {
  const { levels } = report;
  sheet.mark(`fn-${fn.key}`);
  sheet.ink.bookmark(fn.name, 1, sheet.y - 12);
  sheet.text(functionFacts(fn, report).join(" · "), LABEL, { width: TEXT_WIDTH, after: 2 });
  const name = nameOfLevel(levels, fn.level) ?? m.level_none();
  const chip = Math.min(chipWidth(name, CHIP), 170);
  const top = sheet.y;
  sheet.text(fn.name, H3, { tag: "H3", width: TEXT_WIDTH - chip - 20 });
  const place = { x: PAGE.width - PAGE.right - chip, top: top + 1, width: chip };
  sheet.within("P", () => drawChip(sheet, fn.level, { levels: levels.length, name, style: CHIP }, place));
  sheet.y += 4;
  sheet.text(fn.definition, BODY_MUTED, { after: 10 });
}

function finding(sheet: Sheet, fn: ReportFunction, report: Report): void {
  const none = noResultReading(fn, report);
  const text = none ?? fn.descriptor ?? "";
  const width = MEASURE - 16;
  const label = none ? 0 : leading(SMALL) + 1;
  const height = label + sheet.heightOf(text, FINDING, width);
  sheet.ensure(height);
  const bar = { fill: sheet.brand.accent };
  sheet.ink.artifact(() => sheet.ink.box(PAGE.left, sheet.y, 2.5, height, 0, bar));
  if (!none) sheet.text(m.report_found(), SMALL, { x: PAGE.left + 16, width, after: 1 });
  sheet.text(text, FINDING, { x: PAGE.left + 16, width, after: 12 });
}

function judgments(sheet: Sheet, fn: ReportFunction, report: Report): void {
  const { spread } = fn;
  if (fn.n === 0) return;
  if (!spread) {
    sheet.text(m.report_spread_withheld({ minimum: report.minimumGroup }), BODY_MUTED, { after: 10 });
    return;
  }
  const width = 216;
  const scale = width / DISTRIBUTION.width;
  const height = DISTRIBUTION.height * scale;
  const majority = majorityReading(fn) ?? "";
  const beside = { x: PAGE.left + width + 22, width: TEXT_WIDTH - width - 22 };
  sheet.ensure(Math.max(height, sheet.heightOf(majority, BODY_MUTED, beside.width)) + 50);
  const top = sheet.y;
  const box: [number, number, number, number] = [PAGE.left, top, PAGE.left + width, top + height];
  const alt = `${m.report_distribution_title({ function: fn.name })}. ${distributionText(spread, report)}`;
  sheet.within("Figure", () => drawDistribution(new Pen(sheet, PAGE.left, top, scale), spread.distribution), {
    alt,
    box,
  });
  if (majority) sheet.text(majority, BODY_MUTED, beside);
  sheet.y = Math.max(sheet.y, top + height) + 8;
  figures(sheet, functionFigures(fn, spread, report));
}

/** Few small figures, each under its name, in columns. */
function figures(sheet: Sheet, rows: readonly [string, string][]): void {
  const columns = 4;
  const width = TEXT_WIDTH / columns;
  const term = { ...SMALL };
  for (let start = 0; start < rows.length; start += columns) {
    const some = rows.slice(start, start + columns);
    const terms = Math.max(...some.map(([name]) => sheet.heightOf(name, term, width - 10)));
    const values = Math.max(...some.map(([, value]) => sheet.heightOf(value, SMALL_STRONG, width - 10)));
    sheet.ensure(terms + values + 6);
    for (const [index, [name, value]] of some.entries()) {
      const x = PAGE.left + index * width;
      sheet.within("P", () => {
        sheet.textAt(name, term, x, sheet.y, width - 10);
        sheet.textAt(value, { ...SMALL_STRONG, tabular: true }, x, sheet.y + terms, width - 10);
      });
    }
    sheet.y += terms + values + 6;
  }
  sheet.space(6);
}

function next(sheet: Sheet, fn: ReportFunction): void {
  if (fn.level !== null && !fn.next) sheet.text(m.report_next_top(), BODY_MUTED, { after: 8 });
  if (!fn.next) return;
  const { number, name, descriptor, indicators } = fn.next;
  const title = m.report_next_level({ level: `${number} ${name}` });
  sheet.ensure(leading(H4) + sheet.heightOf(descriptor, BODY, MEASURE) + 26);
  sheet.text(title, H4, { tag: "H4", after: 2 });
  sheet.text(descriptor, BODY, { after: 6 });
  if (indicators.length === 0) return;
  sheet.ink.open("L");
  for (const { text, status } of indicators) {
    const state = status ?? "unanswered";
    const label = indicatorStateName(state);
    const tag = tagWidth(label);
    const width = Math.min(MEASURE, TEXT_WIDTH - tag - 16);
    const height = sheet.heightOf(text, BODY, width) + 9;
    sheet.ensure(height);
    rule(sheet, sheet.y);
    sheet.ink.open("LI");
    sheet.within("LBody", () => {
      sheet.textAt(text, BODY, PAGE.left, sheet.y + 4.5, width);
      drawTag(sheet, label, state, PAGE.width - PAGE.right - tag, sheet.y + 4);
    });
    sheet.ink.close();
    sheet.y += height;
  }
  sheet.ink.close();
  sheet.space(8);
}
