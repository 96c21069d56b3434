import { m } from "~/i18n/messages";
import { levelLabel, nameOfLevel } from "~/report/words";
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
import { addChip, addFitted, addSlide, BODY, bare, type Deck, ink, type Slide } from "../deck";
import { heightOf, shareHeight } from "../fit-text";
import { functionNotes, sourceNotes } from "../notes";

const LEFT = 5.5;
const GAP = 0.5;
const TEXT = 13;

/** One minute for a director: the two levels at the left, the points beside them. */
export function summarySlide(deck: Deck): void {
  const { report } = deck;
  const { overall, assessment } = report;
  const slide = addSlide(deck, summaryTitle(report), [...functionNotes(report), sourceNotes(report)]);
  if (overall.withResult === 0) {
    addFitted(slide, m.report_no_result_body({ quorum: assessment.quorum }), BODY, { most: 18 });
    return;
  }
  const typical = [typicalReading(report), typicalMeaning(report)].filter((part) => part !== null);
  statement(deck, slide, BODY.y, m.report_typical(), overall.typical, typical.join("\n"));
  statement(deck, slide, BODY.y + 2.6, m.report_attained(), overall.attained, attainedReading(report));
  points(deck, slide);
}

/** The finding in one line: where most functions stand. */
export function summaryTitle({ overall, levels, assessment }: Report): string {
  if (overall.typical === null) return m.exports_slide_no_result({ quorum: assessment.quorum });
  return m.exports_slide_typical({
    level: levelLabel(levels, overall.typical).replace(" ", ", "),
    count: overall.atTypicalOrAbove,
    total: overall.withResult,
  });
}

function statement(deck: Deck, slide: Slide, y: number, label: string, level: number | null, text: string) {
  const { pptx, report } = deck;
  const card = { x: BODY.x, y, w: LEFT, h: 2.42 };
  slide.addShape(pptx.ShapeType.roundRect, { ...card, rectRadius: 0.08, fill: { color: ink("paper") } });
  addChip(slide, deck, level, { x: card.x + 0.25, y: y + 0.25, w: 0.8, h: 0.8 }, 30);
  const right = { x: card.x + 1.25, w: card.w - 1.5 };
  addFitted(slide, label, { ...right, y: y + 0.22, h: 0.3 }, { most: 13, color: ink("ink-muted") });
  const name = nameOfLevel(report.levels, level) ?? m.level_none();
  addFitted(slide, name, { ...right, y: y + 0.54, h: 0.5 }, { most: 22, least: 11, bold: true });
  addFitted(slide, text, { x: card.x + 0.25, y: y + 1.2, w: card.w - 0.5, h: 1.1 }, { most: 13, least: 8 });
}

function points(deck: Deck, slide: Slide): void {
  const rows = pointsOf(deck.report);
  const x = BODY.x + LEFT + GAP;
  const w = BODY.w - LEFT - GAP;
  const wanted = rows.map(([, text]) => 0.52 + heightOf(text, w, TEXT));
  const heights = shareHeight(wanted, BODY.h);
  const room = (BODY.h - heights.reduce((sum, h) => sum + h, 0)) / rows.length;
  let y = BODY.y;
  rows.forEach(([label, text], index) => {
    const h = (heights[index] ?? 0) + room;
    slide.addShape(deck.pptx.ShapeType.line, { x, y, w, h: 0, line: { color: ink("line"), width: 0.75 } });
    const title = { x, y: y + 0.08, w, h: 0.26 };
    addFitted(slide, label, title, { most: 12, bold: true, color: bare(deck.brand.accent) });
    addFitted(slide, text, { x, y: y + 0.35, w, h: h - 0.4 }, { most: TEXT, least: 7 });
    y += h;
  });
}

function pointsOf(report: Report): [label: string, text: string][] {
  const since = sinceReading(report);
  const partial = partialReading(report);
  const steps = nextSteps(report).map(({ name, text }, index) => `${index + 1}. ${name}: ${text}`);
  const next = steps.length > 0 ? steps.join("\n") : m.report_next_all_top();
  const extremes = extremeLines(report).map(({ label, level, text }): [string, string] => [
    label,
    `${levelLabel(report.levels, level)}: ${text}`,
  ]);
  return [
    ...(extremes.length > 0
      ? extremes
      : [[m.report_strongest(), m.report_extreme_equal()] as [string, string]]),
    ...(since ? [[since.label, since.text] as [string, string]] : []),
    [m.report_agreement_short(), agreementCounts(report)],
    ...(partial ? [[m.report_partial_title(), partial] as [string, string]] : []),
    [m.report_next_steps(), next],
  ];
}
