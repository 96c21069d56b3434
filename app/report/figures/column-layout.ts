import type { FigureLevel } from "./figure-data";
import { wrapLabel } from "./text-layout";

export type LevelColumns = {
  /** The middle of each level's column. */
  centres: number[];
  width: number;
  /** The level names in lines, or null where the columns are too narrow for them. */
  names: string[][] | null;
  /** How many lines the longest name takes; 0 without names. */
  nameLines: number;
};

/** One column a level between two edges; names only where each fits in three lines without cutting a word. */
export function levelColumns(
  levels: readonly FigureLevel[],
  { left, right, fontSize }: { left: number; right: number; fontSize: number },
): LevelColumns {
  const width = (right - left) / levels.length;
  const centres = levels.map((_, index) => left + width * (index + 0.5));
  const names = levels.map(({ name }) => wrapLabel(name, width - 4, fontSize));
  const whole = names.every(
    (lines, index) => lines.length <= 3 && keepsWords(lines, levels[index]?.name ?? ""),
  );
  return {
    centres,
    width,
    names: whole ? names : null,
    nameLines: whole ? Math.max(...names.map((lines) => lines.length)) : 0,
  };
}

/** True where the lines break only at spaces and at hyphens of the name itself. */
function keepsWords(lines: string[], name: string): boolean {
  return lines.every((line) => name.includes(line));
}
