import type PptxGenJS from "pptxgenjs";
import { m } from "~/i18n/messages";
import { markdownLines, type PlainLine, plainText } from "~/report/markdown/plain";
import { addSlide, BODY, type Deck, FONT, ink, partTitle } from "../deck";
import { fitText, heightOf } from "../fit-text";
import { sourceNotes } from "../notes";

/** A line no longer than one reads, at the size of a slide that is read and not only looked at. */
const WIDTH = 11;
const SIZE = 14;
const LARGEST = 18;
const GAP = 0.08;

/** What the consultant says of it all; nothing where they wrote nothing. */
export function consultantSummarySlides(deck: Deck): void {
  const { summary } = deck.report.texts;
  if (summary !== null) wordSlides(deck, m.texts_words_summary(), markdownLines(summary), plainText(summary));
}

/** What the consultant says of single functions, each under its name. */
export function consultantCommentSlides(deck: Deck): void {
  const { functions, texts } = deck.report;
  const commented = functions.flatMap(({ key, name }) => {
    const comment = texts.comments[key];
    return comment ? [{ name, comment }] : [];
  });
  if (commented.length === 0) return;
  const lines = commented.flatMap(({ name, comment }) => [heading(name), ...markdownLines(comment)]);
  const notes = commented.map(({ name, comment }) => `${name}: ${plainText(comment)}`).join("\n");
  wordSlides(deck, m.texts_words_comments(), lines, notes);
}

const heading = (text: string): PlainLine => ({
  ...{ mark: null, depth: 0 },
  stretches: [{ text, bold: true, italic: false }],
});

function wordSlides(deck: Deck, title: string, lines: readonly PlainLine[], notes: string): void {
  const parts = pages(lines);
  for (const [part, some] of parts.entries()) {
    const slide = addSlide(deck, partTitle(title, part, parts.length), [notes, sourceNotes(deck.report)]);
    const box = { ...BODY, w: WIDTH };
    const room = { w: WIDTH, h: BODY.h - GAP * some.length };
    const { fontSize } = fitText(some.map(wordsOf).join("\n"), room, { most: LARGEST, least: 8 });
    slide.addText(some.flatMap(runs), {
      ...{ ...box, margin: 0, fontFace: FONT, fontSize, color: ink("ink"), valign: "top" },
      ...{ paraSpaceAfter: GAP * 72 },
    });
  }
}

/** Lines in slides, as many as fit; one that is higher than a slide stands alone on one, and is set smaller. */
function pages(lines: readonly PlainLine[]): PlainLine[][] {
  const found: PlainLine[][] = [];
  let room = 0;
  for (const line of lines) {
    const height = heightOf(wordsOf(line), WIDTH, SIZE) + GAP;
    const page = found.at(-1);
    if (page && height <= room) {
      page.push(line);
      room -= height;
    } else {
      // The name of a function goes with what is said of it.
      const carried = page && page.length > 1 && isHeading(page.at(-1)) ? page.splice(-1) : [];
      found.push([...carried, line]);
      room = BODY.h - height - (carried.length > 0 ? 0.35 : 0);
    }
  }
  return found;
}

function isHeading(line: PlainLine | undefined): boolean {
  const [first, second] = line?.stretches ?? [];
  return line?.depth === 0 && first?.bold === true && second === undefined;
}

function prefixOf({ mark, depth }: PlainLine): string {
  return "    ".repeat(Math.max(0, depth - 1)) + (mark === null ? "" : `${mark} `);
}

function wordsOf(line: PlainLine): string {
  return prefixOf(line) + line.stretches.map(({ text }) => text).join("");
}

/** One paragraph: its sign, then its stretches, each as it is set. */
function runs(line: PlainLine): PptxGenJS.TextProps[] {
  const prefix = prefixOf(line);
  const all = [
    ...(prefix === "" ? [] : [{ text: prefix, bold: false, italic: false }]),
    ...line.stretches,
  ].filter(({ text }) => text !== "");
  const last = all.length - 1;
  return all.map(({ text, bold, italic }, index) => ({
    text,
    options: { bold, italic, breakLine: index === last },
  }));
}
