import type { FontWeight } from "../fonts";
import { legible, type Run, runsOf, runWidth } from "./typeface";

export type TextStyle = {
  size: number;
  weight: FontWeight;
  colour: string;
  /** Figures of one width, for columns of numbers. */
  tabular?: boolean;
};

/** A stretch of text in one style; `to` makes it a link to a place in the document. */
export type Span = TextStyle & { text: string; to?: string };

/** A run on its line, its width in points. */
export type Piece = Run & { span: Span; width: number };
export type Line = { pieces: Piece[]; width: number };

/** What must stay on one line, with the space before it. */
type Word = { pieces: Piece[]; width: number; space: number; starts: boolean };

/** After a hyphen or a stroke inside a word a line may end. */
const INSIDE = /(?<=\p{L}[-/])(?=\p{L})/u;

/** Breaks text into lines no wider than `width`, at spaces and hyphens; a word that is wider is cut. */
export function wrap(spans: readonly Span[], width: number): Line[] {
  const lines: Line[] = [{ pieces: [], width: 0 }];
  for (const word of words(spans).flatMap((one) => cut(one, width))) {
    const line = lines.at(-1);
    if (!line) continue;
    const isFull = line.pieces.length > 0 && line.width + word.space + word.width > width;
    if (word.starts || isFull) lines.push({ pieces: [...word.pieces], width: word.width });
    else append(line, word);
  }
  return lines;
}

function append(line: Line, { pieces, width, space }: Word): void {
  const last = line.pieces.at(-1);
  line.width += width + (last ? space : 0);
  for (const [index, piece] of pieces.entries()) {
    const before = line.pieces.at(-1);
    const gap = index === 0 && last && space > 0;
    if (before?.face && before.face === piece.face && before.span === piece.span) {
      before.text += gap ? ` ${piece.text}` : piece.text;
      before.width += piece.width + (gap ? space : 0);
    } else {
      if (gap && before) before.width += space;
      if (gap && before?.face) before.text += " ";
      line.pieces.push({ ...piece });
    }
  }
}

function words(spans: readonly Span[]): Word[] {
  const found: Word[] = [];
  let glued = false;
  let starts = false;
  for (const span of spans) {
    for (const part of legible(span.text).split(/([ \n]+)/)) {
      if (part === "") continue;
      if (/^[ \n]/.test(part)) {
        for (let line = part.split("\n").length - 1; line > 1; line--) found.push(emptyLine());
        starts ||= part.includes("\n");
        glued = false;
        continue;
      }
      for (const [index, text] of part.split(INSIDE).entries()) {
        const pieces = runsOf(text.replaceAll("\u00a0", " "), span.weight).map((run) => piece(run, span));
        const width = pieces.reduce((sum, one) => sum + one.width, 0);
        const last = found.at(-1);
        if (index === 0 && glued && last) {
          last.pieces.push(...pieces);
          last.width += width;
        } else {
          found.push({ pieces, width, starts, space: index === 0 ? spaceOf(span) : 0 });
        }
        starts = false;
      }
      glued = true;
    }
  }
  return found;
}

const emptyLine = (): Word => ({ pieces: [], width: 0, space: 0, starts: true });

function piece(run: Run, span: Span): Piece {
  return { ...run, span, width: runWidth(run, span.size, span.tabular) };
}

function spaceOf({ weight, size }: TextStyle): number {
  return runsOf(" ", weight).reduce((sum, run) => sum + runWidth(run, size), 0);
}

/** A word in parts that fit. */
function cut(word: Word, width: number): Word[] {
  if (word.width <= width) return [word];
  const parts: Word[] = [];
  for (const { text, span } of word.pieces) {
    for (const character of text) {
      for (const run of runsOf(character, span.weight)) {
        const one = piece(run, span);
        const last = parts.at(-1);
        if (last && last.width + one.width <= width)
          append(last, { ...word, pieces: [one], width: one.width, space: 0 });
        else
          parts.push({
            pieces: [one],
            width: one.width,
            space: 0,
            starts: word.starts && parts.length === 0,
          });
      }
    }
  }
  const [first] = parts;
  if (first) first.space = word.space;
  return parts;
}
