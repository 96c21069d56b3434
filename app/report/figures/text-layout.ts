/**
 * The server cannot measure text, so the advance widths of Plus Jakarta Sans are written down here: at weight 600,
 * in em, rounded up to the next .05, so that a label never leaves its room.
 */
const ADVANCES: [em: number, characters: string][] = [
  [0.25, "ijl "],
  [0.3, "'I"],
  [0.35, "!,.:;"],
  [0.4, "()1J[]`r{|}"],
  [0.45, "ft"],
  [0.5, '"/\\z'],
  [0.55, "*LTsvx"],
  [0.6, "-27?FZahknuy"],
  [0.65, "$+345689<=>EPSXY^_ce~"],
  [0.7, "ABKRVbdgopq"],
  [0.75, "0DHNU"],
  [0.8, "&C"],
  [0.85, "G"],
  [0.9, "#MOQw"],
  [0.95, "@m"],
  [1.05, "%W"],
];
const ADVANCE = new Map(
  ADVANCES.flatMap(([em, characters]) => [...characters].map((one) => [one, em] as const)),
);
/** What a character outside the table takes: most letters with a diacritic are narrower. */
const UNKNOWN = 0.75;
/** Measured words are a little narrower than the sum of their rounded-up letters. */
const KERNING = 0.975;

/** The estimated width of a text at a font size, in the units of that size. */
export function estimateWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += ADVANCE.get(character) ?? UNKNOWN;
  return em * fontSize * KERNING;
}

/**
 * Breaks a text at its spaces into lines no wider than maxWidth. A single word that is wider is cut,
 * so that nothing is ever drawn outside its room. Always at least one line.
 */
export function wrapLabel(text: string, maxWidth: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((part) => cutWord(part, maxWidth, fontSize))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && estimateWidth(longer, fontSize) > maxWidth) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** A word in pieces that fit, the cuts marked with a hyphen; at its own hyphens first. */
function cutWord(word: string, maxWidth: number, fontSize: number): string[] {
  if (estimateWidth(word, fontSize) <= maxWidth) return [word];
  const hyphen = word.indexOf("-");
  if (hyphen > 0 && hyphen < word.length - 1) {
    return [word.slice(0, hyphen + 1), ...cutWord(word.slice(hyphen + 1), maxWidth, fontSize)];
  }
  let end = word.length - 1;
  while (end > 1 && estimateWidth(`${word.slice(0, end)}-`, fontSize) > maxWidth) end--;
  return end < 1 ? [word] : [`${word.slice(0, end)}-`, ...cutWord(word.slice(end), maxWidth, fontSize)];
}
