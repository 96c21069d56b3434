import { m } from "~/i18n/messages";
import { markdownLines, type PlainLine } from "~/report/markdown/plain";
import type { Report } from "~/use-cases/read-report";
import { BODY, H2, LABEL, leading, MEASURE, PAGE, STRONG_LINE } from "../look";
import type { Sheet } from "../sheet";
import type { Span, TextStyle } from "../wrap";

const LEFT = PAGE.left + 14;
const INDENT = 14;
const SUMMARY: TextStyle = { ...BODY, size: 10.5 };

/** What the consultant says of it all, marked as theirs; nothing where they wrote nothing. */
export function consultantSummary(sheet: Sheet, { texts }: Report): void {
  if (texts.summary === null) return;
  sheet.space(20);
  sheet.ensure(leading(H2) + 60);
  sheet.ink.open("Sect");
  sheet.ink.bookmark(m.texts_words_summary(), 0, sheet.y - 12);
  sheet.text(m.texts_words_summary(), H2, { tag: "H2", after: 6 });
  lines(sheet, markdownLines(texts.summary), SUMMARY);
  sheet.ink.close();
}

/** What the consultant says of one function. */
export function consultantComment(sheet: Sheet, key: string, { texts }: Report): void {
  const comment = texts.comments[key];
  if (!comment) return;
  sheet.ensure(leading(LABEL) + 3 * leading(BODY));
  sheet.text(m.texts_words_comment(), LABEL, { ...place(0), tag: "H4", after: 1 });
  lines(sheet, markdownLines(comment), BODY);
  sheet.space(6);
}

function lines(sheet: Sheet, all: readonly PlainLine[], style: TextStyle): void {
  let inList = false;
  for (const line of all) {
    if (line.depth > 0 !== inList) {
      if (inList) sheet.ink.close();
      else sheet.ink.open("L");
      inList = !inList;
    }
    if (inList) item(sheet, line, style);
    else sheet.text(spans(line, style), style, { ...place(0), after: 6 });
  }
  if (inList) sheet.ink.close();
}

const place = (indent: number) => ({
  ...{ x: LEFT + indent, width: MEASURE - 14 - indent, edge: STRONG_LINE, edgeAt: PAGE.left + 2 },
});

function item(sheet: Sheet, line: PlainLine, style: TextStyle): void {
  const at = place(line.depth * INDENT);
  const content = spans(line, style);
  sheet.ensure(leading(style) * Math.min(2, sheet.lines(content, style, at.width).length));
  sheet.ink.open("LI");
  const { mark } = line;
  if (mark !== null) {
    sheet.within("Lbl", () => sheet.textAt(mark, style, at.x - INDENT, sheet.y, INDENT));
  }
  sheet.text(content, style, { ...at, tag: "LBody", after: 4 });
  sheet.ink.close();
}

/** The typeface comes upright only: what is slanted on the page is half bold here. */
function spans({ stretches }: PlainLine, style: TextStyle): Span[] {
  return stretches.map(({ text, bold, italic }) => ({
    ...{ ...style, text },
    weight: bold ? 700 : italic ? 600 : style.weight,
  }));
}
