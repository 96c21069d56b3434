import { m } from "~/i18n/messages";
import { levelLabel, nameOfLevel } from "~/report/words";
import { figureProps } from "~/report/words/figures";
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
import type { Report } from "~/use-cases/read-report";
import { figure, scaleOf } from "../figures/figure";
import { radarDrawing } from "../figures/radar";
import { BODY, BODY_MUTED, BODY_STRONG, H2, LABEL, leading, PAGE, SMALL, TEXT_WIDTH } from "../look";
import { drawChip, drawSquare, squareSide } from "../parts";
import type { Sheet } from "../sheet";
import type { TextStyle } from "../wrap";

const GAP = 26;
const LEFT = 214;
const RIGHT = TEXT_WIDTH - LEFT - GAP;
const CHIP: TextStyle = { ...BODY_STRONG, size: 18, weight: 700 };
const SMALLER_CHIP: TextStyle = { ...BODY_STRONG, size: 12.5, weight: 700 };
const KEY: TextStyle = { ...SMALL, colour: BODY.colour };

/** What a director takes away in a minute: the two levels and what they mean, beside the profile. */
export function summary(sheet: Sheet, report: Report): void {
  const drawing = radarDrawing(figureProps(report), sheet.brand.accent);
  const keyHeight = report.functions.reduce((sum, fn) => sum + keyRow(sheet, fn.name), 0);
  sheet.space(8);
  sheet.ensure(drawing.height * scaleOf({ ...drawing, room: RIGHT }) + keyHeight + 60);
  sheet.ink.open("Sect");
  sheet.mark("summary");
  sheet.ink.bookmark(m.report_summary_title(), 0, sheet.y - 12);
  sheet.text(m.report_summary_title(), H2, { tag: "H2", after: 6 });
  const top = sheet.y;
  words(sheet, report);
  // Points for which the column has no room stand below both.
  const all = points(report);
  const below = all.slice(drawPoints(sheet, all, LEFT, report.levels.length));
  const left = sheet.y;
  sheet.y = top - 4;
  const x = PAGE.left + LEFT + GAP;
  figure(sheet, { ...drawing, alt: figureProps(report).description, left: x, room: RIGHT });
  key(sheet, report, x);
  sheet.y = Math.max(left, sheet.y) + 10;
  for (const point of below) {
    sheet.ensure(pointHeight(sheet, point, TEXT_WIDTH));
    drawPoints(sheet, [point], TEXT_WIDTH, report.levels.length);
  }
  steps(sheet, report);
  sheet.ink.close();
}

function words(sheet: Sheet, report: Report): void {
  const { overall, assessment, levels } = report;
  const options = { width: LEFT };
  if (overall.withResult === 0) {
    sheet.text(m.report_no_result_title(), BODY_STRONG, options);
    sheet.text(m.report_no_result_body({ quorum: assessment.quorum }), BODY, options);
    return;
  }
  const statement = (label: string, level: number | null, style: TextStyle, text: string) => {
    sheet.text(label, LABEL, { ...options, after: 4 });
    const name = nameOfLevel(levels, level) ?? m.level_none();
    sheet.within("P", () => {
      const place = { x: PAGE.left, top: sheet.y, width: LEFT };
      sheet.y += drawChip(sheet, level, { levels: levels.length, name, style }, place) + 5;
    });
    sheet.text(text, BODY_MUTED, { ...options, after: 12 });
  };
  statement(m.report_typical(), overall.typical, CHIP, typicalReading(report));
  const meaning = typicalMeaning(report);
  if (meaning) {
    sheet.text(m.report_customer_meets(), LABEL, { ...options, after: 2 });
    sheet.text(meaning, { ...BODY, size: 10.5 }, { ...options, after: 14 });
  }
  statement(m.report_attained(), overall.attained, SMALLER_CHIP, attainedReading(report));
}

const keyRow = (sheet: Sheet, name: string) => sheet.heightOf(name, KEY, RIGHT - 46) + 3.5;

/** The functions by the numbers of the radar, each with its level. */
function key(sheet: Sheet, { functions, levels }: Report, x: number): void {
  const side = squareSide(7);
  sheet.ink.open("L");
  for (const [index, { key: name, name: text, level }] of functions.entries()) {
    const height = keyRow(sheet, text);
    sheet.ensure(height);
    const top = sheet.y;
    sheet.ink.open("LI");
    sheet.within("Lbl", () =>
      sheet.textRight(String(index + 1), { ...KEY, weight: 600, tabular: true }, x + 14, top),
    );
    sheet.ink.open("LBody");
    sheet.textAt([{ ...KEY, text, to: `fn-${name}` }], KEY, x + 22, top, RIGHT - 46);
    drawSquare(sheet, level, levels.length, x + RIGHT - side, top - 0.2, side);
    sheet.ink.close();
    sheet.ink.close();
    sheet.y += height;
  }
  sheet.ink.close();
}

type Point = { label: string; text: string; square?: { level: number; alt: string } };

/** Strongest, weakest, what changed and whether the panel agrees: a line each. */
function points(report: Report): Point[] {
  if (report.overall.withResult === 0) return [];
  const partial = partialReading(report);
  const extremes = extremeLines(report);
  const since = sinceReading(report);
  return [
    ...(partial ? [{ label: m.report_partial_title(), text: partial }] : []),
    ...(extremes.length === 0 ? [{ label: m.report_strongest(), text: m.report_extreme_equal() }] : []),
    ...extremes.map(({ label, text, level }) => {
      return { label, text, square: { level, alt: levelLabel(report.levels, level) } };
    }),
    ...(since ? [since] : []),
    { label: m.report_agreement_short(), text: agreementCounts(report) },
  ];
}

const POINT_GAP = 7;
const indentOf = ({ square }: Point) => (square ? 20 : 0);

function pointHeight(sheet: Sheet, point: Point, width: number): number {
  return leading(LABEL) + 1 + sheet.heightOf(point.text, BODY, width - indentOf(point)) + POINT_GAP;
}

/** Draws points as long as the page has room for them; gives how many. */
function drawPoints(sheet: Sheet, all: readonly Point[], width: number, levels: number): number {
  for (const [index, point] of all.entries()) {
    if (pointHeight(sheet, point, width) > sheet.room) return index;
    const { label, text, square } = point;
    sheet.text(label, LABEL, { width, after: 1 });
    if (square) {
      const { level, alt } = square;
      sheet.within("Span", () => drawSquare(sheet, level, levels, PAGE.left, sheet.y, 14), { alt });
    }
    const indent = indentOf(point);
    sheet.text(text, BODY, { x: PAGE.left + indent, width: width - indent, after: POINT_GAP });
  }
  return all.length;
}

/** What to do next, at most a step for each of the functions that rank first. */
function steps(sheet: Sheet, report: Report): void {
  if (report.overall.withResult === 0) return;
  const width = TEXT_WIDTH - 18;
  const items = nextSteps(report).map((step) => [
    { ...BODY, weight: 600 as const, text: step.name, to: `fn-${step.key}` },
    { ...BODY, text: `: ${step.text}` },
  ]);
  const height = items.reduce((sum, item) => sum + sheet.heightOf(item, BODY, width) + 3, leading(LABEL) + 3);
  sheet.ensure(height);
  sheet.text(m.report_next_steps(), LABEL, { after: 3 });
  if (items.length === 0) {
    sheet.text(m.report_next_all_top(), BODY);
    return;
  }
  sheet.ink.open("L");
  for (const [index, item] of items.entries()) {
    sheet.ink.open("LI");
    sheet.within("Lbl", () =>
      sheet.textAt(String(index + 1), { ...BODY, weight: 700 }, PAGE.left, sheet.y, 14),
    );
    sheet.text(item, BODY, { tag: "LBody", x: PAGE.left + 18, width, after: 3 });
    sheet.ink.close();
  }
  sheet.ink.close();
}
