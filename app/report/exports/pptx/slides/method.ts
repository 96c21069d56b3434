import { m } from "~/i18n/messages";
import { methodLines, missingReading, traceRows } from "~/report/words/method";
import { sensitivityLines } from "~/report/words/sensitivity";
import { addFitted, addSlide, BODY, bare, type Deck, FONT, ink } from "../deck";
import { fitText, heightOf, shareHeight } from "../fit-text";
import { sourceNotes } from "../notes";

const LINES = 7.7;

/** How the numbers came about, what they cannot say, and by what they can be traced. */
export function methodSlide(deck: Deck): void {
  const { report, brand, pptx } = deck;
  const { functions, panel, assessment } = report;
  const judgments = functions.reduce((sum, { n }) => sum + n, 0);
  const notes = [missingReading(report), ...sensitivityLines(report), sourceNotes(report)];
  const slide = addSlide(deck, m.exports_slide_method({ judgments, judged: panel.judged }), notes);
  const lines = [m.report_panel_lead({ ...panel, quorum: assessment.quorum }), ...methodLines(report)];
  const box = { x: BODY.x, y: BODY.y, w: LINES, h: BODY.h };
  // A paragraph's indent and the room below it take what the lines themselves may not.
  const fit = fitText(
    lines.join("\n"),
    { w: box.w - 0.4, h: box.h - lines.length * 0.1 },
    { most: 14, least: 8 },
  );
  slide.addText(
    fit.text.split("\n").map((text) => ({
      text,
      options: { bullet: { indent: 14 }, breakLine: true, paraSpaceAfter: 6 },
    })),
    { ...box, margin: 0, fontFace: FONT, fontSize: fit.fontSize, color: ink("ink"), valign: "top" },
  );
  const x = BODY.x + LINES + 0.4;
  const w = BODY.w - LINES - 0.4;
  slide.addShape(pptx.ShapeType.roundRect, {
    ...{ x, y: BODY.y, w, h: BODY.h, rectRadius: 0.08, fill: { color: ink("paper") } },
  });
  const inside = { x: x + 0.25, w: w - 0.5 };
  const title = { ...inside, y: BODY.y + 0.2, h: 0.32 };
  addFitted(slide, m.report_trace(), title, { most: 14, bold: true, color: bare(brand.accent) });
  const rows = traceRows(report);
  const wanted = rows.map(([, value]) => 0.5 + heightOf(value, inside.w, 12));
  const heights = shareHeight(wanted, BODY.h - 0.8);
  let y = BODY.y + 0.65;
  rows.forEach(([term, value], index) => {
    const h = heights[index] ?? 0;
    addFitted(slide, term, { ...inside, y, h: 0.26 }, { most: 11, color: ink("ink-muted") });
    addFitted(slide, value, { ...inside, y: y + 0.28, h: h - 0.36 }, { most: 12, least: 7 });
    y += h;
  });
}
