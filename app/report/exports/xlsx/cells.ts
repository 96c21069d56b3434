import type { Cell, Row } from "write-excel-file/node";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { escapeFormula } from "~/use-cases/judgments-csv";
import { hex, levelColours } from "../colours";

/** The typed cells of a workbook. A null value is an empty cell, never a zero. */

export type { Cell, Row };

/** One sheet: a header row, then rows; widths in characters, one a column. */
export type SheetSpec = {
  name: string;
  widths: number[];
  header: string[];
  rows: Row[];
  /** Columns that stay in view beside the header row. */
  frozenColumns: number;
};

const BORDER = { bottomBorderColor: hex("line"), bottomBorderStyle: "thin" as const };
const BASE = { alignVertical: "top" as const, ...BORDER };
/** More characters than this do not fit into a cell of Excel. */
const LONGEST = 32_767;

export function headerRow(titles: readonly string[], accent = hex("accent")): Row {
  return titles.map((title) => ({
    value: safeText(title),
    type: String,
    ...{ fontWeight: "bold" as const, wrap: true, alignVertical: "center" as const },
    ...{ textColor: hex("on-accent"), backgroundColor: accent },
  }));
}

/** Text as text: typed, and harmless also where somebody copies it to where it would be typed in anew. */
export function text(value: string | null, style: { bold?: boolean; muted?: boolean } = {}): Cell {
  return {
    value: safeText(value ?? ""),
    ...{ type: String, format: "@", wrap: true, ...BASE },
    ...(style.bold ? { fontWeight: "bold" as const } : {}),
    ...(style.muted ? { textColor: hex("ink-muted") } : {}),
  };
}

export function count(value: number | null): Cell {
  return numeric(value, "0");
}

/** A statistic or a weight. */
export function decimal(value: number | null, format = "0.00"): Cell {
  return numeric(value, format);
}

/** A share 0..1 as a percentage. */
export function percent(value: number | null, format = "0%"): Cell {
  return numeric(value, format);
}

/** A calendar date (yyyy-mm-dd), written in the language of the file. */
export function date(isoDate: string): Cell {
  const format = getLocale() === "en" ? "[$-809]d mmmm yyyy" : "[$-421]d mmmm yyyy";
  return { value: new Date(`${isoDate}T00:00:00Z`), type: Date, format, align: "left", ...BASE };
}

/** A level as a number on the colour of its scale. */
export function level(value: number | null, levels: number): Cell {
  if (value === null) return text("–", { muted: true });
  const { fill, text: textColor } = levelColours(value, levels);
  return {
    ...{ value, type: Number, format: "0", align: "center", fontWeight: "bold", ...BASE },
    ...{ backgroundColor: fill, textColor },
  };
}

function numeric(value: number | null, format: string): Cell {
  const align = "center" as const;
  return value === null
    ? { value: "", type: String, ...BASE }
    : { value, type: Number, format, align, ...BASE };
}

/** Room above and below the text, one line, and the most that a row may have; in points. */
const [PADDING, LINE, TALLEST] = [4, 15, 409];
/** Bold and wide letters take more than the average that the width of a column counts. */
const WIDE = 1.1;

/** A row as tall as its tallest text: programs do not all work that out by themselves. */
export function withHeight(row: Row, widths: readonly number[]): Row {
  const lines = row.map((cell, index) => linesIn(cell, widths[index] ?? 10));
  const height = Math.min(TALLEST, Math.max(1, ...lines) * LINE + PADDING);
  const [first, ...rest] = row;
  return typeof first === "object" && first !== null && "value" in first
    ? [{ ...first, height }, ...rest]
    : row;
}

function linesIn(cell: Cell, width: number): number {
  if (typeof cell !== "object" || cell === null || !("value" in cell)) return 1;
  if (typeof cell.value !== "string") return 1;
  return cell.value
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * WIDE) / (width - 1))), 0);
}

/** Without what a spreadsheet takes for a formula, and no longer than fits. */
function safeText(value: string): string {
  return escapeFormula(value).slice(0, LONGEST);
}
