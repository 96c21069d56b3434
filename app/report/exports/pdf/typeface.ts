import extended400 from "@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-ext-400-normal.woff?inline";
import extended600 from "@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-ext-600-normal.woff?inline";
import extended700 from "@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-ext-700-normal.woff?inline";
import vietnamese400 from "@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-vietnamese-400-normal.woff?inline";
import vietnamese600 from "@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-vietnamese-600-normal.woff?inline";
import vietnamese700 from "@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-vietnamese-700-normal.woff?inline";
import { create, type Font } from "fontkit";
import { type FontWeight, fontFile } from "../fonts";

/**
 * Plus Jakarta Sans comes in files by script: the first that has a letter draws it. What none of them has (an emoji,
 * a Chinese character) stands as an empty box that still carries the character for whoever copies or hears the text.
 */
export type Face = { name: string; font: Font };

/** Text that one face draws as a whole; `face` is null for a character that no face has. */
export type Run = { text: string; face: Face | null };

const MORE: Record<FontWeight, readonly string[]> = {
  400: [extended400, vietnamese400],
  600: [extended600, vietnamese600],
  700: [extended700, vietnamese700],
};

/** The box takes this much of the size of the text. */
export const BOX_EM = 0.68;
/** Widths are kept while a text is wrapped; a long text full of different words must not fill the memory. */
const MOST_WIDTHS = 20_000;
const MOST_SHAPED = 4_000;
const LONGEST_SHAPED = 40;

const opened = new Map<FontWeight, Face[]>();
const letters = new Map<FontWeight, ReadonlySet<number>>();
const widths = new Map<string, number>();

/** The faces of a weight, the one with the common letters first. */
export function faces(weight: FontWeight): readonly Face[] {
  const known = opened.get(weight);
  if (known) return known;
  const files = [fontFile(weight), ...MORE[weight].map(decoded)];
  const found = files.map((file, index) => ({
    name: `${weight}-${index}`,
    font: remembering(create(Buffer.from(file)) as Font),
  }));
  opened.set(weight, found);
  return found;
}

/**
 * Shaping a word is slow, and texts repeat their words; but a long text full of different ones must not fill the
 * memory. pdfkit scales the positions it gets to thousandths of an em in place: with a font that counts in those it
 * changes nothing, so runs can be given out again.
 */
function remembering(font: Font): Font {
  if (font.unitsPerEm !== 1000) return font;
  const shape = font.layout.bind(font);
  const runs = new Map<string, ReturnType<Font["layout"]>>();
  font.layout = (text, features = []) => {
    const key = `${features} ${text}`;
    const run = runs.get(key) ?? shape(text, features);
    if (runs.size >= MOST_SHAPED) runs.clear();
    if (text.length <= LONGEST_SHAPED) runs.set(key, run);
    return run;
  };
  return font;
}

function decoded(inlined: string): Uint8Array {
  return new Uint8Array(Buffer.from(inlined.slice(inlined.indexOf(",") + 1), "base64"));
}

function common(weight: FontWeight): ReadonlySet<number> {
  const known = letters.get(weight);
  if (known) return known;
  const set = new Set(faces(weight)[0]?.font.characterSet ?? []);
  letters.set(weight, set);
  return set;
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The parts of a text that one face draws each. The text must have been through `legible`. */
export function runsOf(text: string, weight: FontWeight): Run[] {
  const [first] = faces(weight);
  if (first && isCommon(text, weight)) return [{ text, face: first }];
  const runs: Run[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const face = faces(weight).find(({ font }) => covers(font, segment)) ?? null;
    const last = runs.at(-1);
    if (face && last?.face === face) last.text += segment;
    else runs.push({ text: segment, face });
  }
  return runs;
}

function isCommon(text: string, weight: FontWeight): boolean {
  const set = common(weight);
  for (let index = 0; index < text.length; index++) if (!set.has(text.charCodeAt(index))) return false;
  return true;
}

function covers(font: Font, segment: string): boolean {
  return [...segment].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/** The width of a text in points. */
export function textWidth(text: string, weight: FontWeight, size: number, tabular = false): number {
  return runsOf(text, weight).reduce((sum, run) => sum + runWidth(run, size, tabular), 0);
}

/** The width of a run in points. */
export function runWidth({ text, face }: Run, size: number, tabular = false): number {
  if (!face) return BOX_EM * size;
  const key = `${face.name} ${tabular ? 1 : 0} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known * size;
  const { advanceWidth } = face.font.layout(text, tabular ? ["tnum"] : []);
  const em = advanceWidth / face.font.unitsPerEm;
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(key, em);
  return em * size;
}

/**
 * A text as it can be drawn: characters composed, other kinds of spaces made plain ones, and what has no shape of its
 * own taken out. Lines stay lines.
 */
export function legible(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\t\v\f\u2000-\u200a\u205f\u3000]/g, " ")
    .replace(/[\u202f\u2007]/g, "\u00a0")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/(?!\n)\p{Cc}|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "")
    .replace(/(?<!\p{Extended_Pictographic}\ufe0f?)[\u200d\ufe0f]/gu, "");
}
