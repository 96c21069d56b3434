import { m } from "~/i18n/messages";
import { recommendationReasons } from "~/report/words/recommendations";
import { nextSteps } from "~/report/words/summary";
import type { Report } from "~/use-cases/read-report";
import { addFitted, addSlide, BODY, bare, type Deck, FONT, ink, type Slide } from "../deck";
import { sourceNotes } from "../notes";

/** What fits a slide that is still read; the others are in the notes. */
const SHOWN = 5;

type Line = { text: string; reason: string };

/** What to do first, each with why it stands where it does. */
export function recommendationsSlide(deck: Deck): void {
  const { report } = deck;
  const all = linesOf(report);
  const notes = all.map(({ text, reason }, index) => `${index + 1}. ${text} (${reason})`);
  const slide = addSlide(deck, titleOf(report), [...notes, sourceNotes(report)]);
  if (all.length === 0) {
    addFitted(slide, m.report_recommendations_none(), BODY, { most: 18, color: ink("ink-muted") });
    return;
  }
  const shown = all.slice(0, SHOWN);
  const h = Math.min(1.15, BODY.h / shown.length);
  shown.forEach((line, index) => {
    row(deck, slide, line, index, h);
  });
}

function titleOf(report: Report): string {
  const { items } = report.recommendations;
  const [first] = nextSteps(report);
  if (!first)
    return report.overall.withResult === 0 ? m.report_recommendations_title() : m.exports_slide_top();
  return items.length > 0 ? m.exports_slide_next({ function: first.name }) : m.exports_slide_next_none();
}

function linesOf(report: Report): Line[] {
  const { items } = report.recommendations;
  if (items.length === 0) return nextSteps(report).map(({ name, text }) => ({ text, reason: name }));
  return items.map((item) => ({
    text: item.text,
    reason: `${item.functionName} ${recommendationReasons(item, report)}`,
  }));
}

function row({ pptx, brand }: Deck, slide: Slide, { text, reason }: Line, index: number, h: number): void {
  const y = BODY.y + index * h;
  const line = { color: ink("line"), width: 0.75 };
  slide.addShape(pptx.ShapeType.line, { x: BODY.x, y, w: BODY.w, h: 0, line });
  slide.addText(String(index + 1), {
    ...{ x: BODY.x, y: y + 0.16, w: 0.5, h: 0.5, shape: pptx.ShapeType.ellipse, margin: 0 },
    ...{ fill: { color: bare(brand.accent) }, color: "FFFFFF", bold: true, fontFace: FONT, fontSize: 15 },
    ...{ align: "center", valign: "middle" },
  });
  const box = { x: BODY.x + 0.75, w: BODY.w - 0.75 };
  addFitted(slide, text, { ...box, y: y + 0.12, h: h * 0.48 }, { most: 16, least: 9, bold: true });
  const below = { ...box, y: y + 0.12 + h * 0.48, h: h * 0.52 - 0.16 };
  addFitted(slide, reason, below, { most: 12, least: 7, color: ink("ink-muted") });
}
