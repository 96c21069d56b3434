import { LINE, leading, PAGE, SMALL, STRONG_LINE, TEXT_WIDTH } from "./look";
import { chipWidth, drawChip, drawSquare, rule, squareSide } from "./parts";
import { baselineOf, type Sheet } from "./sheet";
import { textWidth } from "./typeface";
import type { TextStyle } from "./wrap";

const CELL: TextStyle = { ...SMALL, size: 8.5, colour: "" };
const PADDING = 4;
const GAP = 10;

/** What stands in a cell: how wide it would like to be, how high it gets, and how it is drawn. */
export type Cell = {
  wish: number;
  height(sheet: Sheet, width: number): number;
  draw(sheet: Sheet, x: number, top: number, width: number): void;
};

export type Column = {
  title: string;
  /** Instead of the title, for a column about one level. */
  level?: number;
  align?: "right";
  /** Its share of the room; a column without one is as wide as its widest cell. */
  share?: number;
};

export type TableInput = {
  caption: string;
  columns: readonly Column[];
  /** Levels of the rubric, for columns about one level. */
  levels: number;
  /** The first cell heads its row. */
  rows: readonly (readonly Cell[])[];
  width?: number;
};

export function textCell(text: string, style: Partial<TextStyle> = {}, align?: "right"): Cell {
  const full = { ...CELL, ...SMALL, size: 8.5, ...style };
  return {
    wish: textWidth(text, full.weight, full.size, full.tabular) + 0.5,
    height: (sheet, width) => sheet.heightOf(text, full, width),
    draw(sheet, x, top, width) {
      for (const [index, line] of sheet.lines(text, full, width).entries()) {
        const left = align === "right" ? x + width - line.width : x;
        sheet.drawLine(line, left, top + baselineOf(full) + index * leading(full));
      }
    },
  };
}

export const numberCell = (text: string, style: Partial<TextStyle> = {}): Cell =>
  textCell(text, { tabular: true, ...style }, "right");

/** A level with its name, or its square alone. */
export function levelCell(
  level: number | null,
  levels: number,
  name: string | null,
  style: Partial<TextStyle> = {},
): Cell {
  const full = { ...SMALL, size: 8.5, ...style };
  const side = squareSide(full.size);
  return {
    wish: name === null ? side : chipWidth(name, full),
    height: (sheet, width) =>
      name === null ? side : Math.max(side, sheet.heightOf(name, full, width - side - full.size * 0.7)),
    draw(sheet, x, top, width) {
      if (name === null) drawSquare(sheet, level, levels, x, top, side);
      else drawChip(sheet, level, { levels, name, style: full }, { x, top, width });
    },
  };
}

/** A table whose rows stay whole, and whose head comes again on every page. */
export async function table(sheet: Sheet, input: TableInput): Promise<void> {
  const { caption, rows, columns, width = TEXT_WIDTH } = input;
  const widths = columnWidths(input, width);
  const heads = columns.map((column) => headCell(column, input.levels));
  const headHeight = rowHeight(sheet, heads, widths);
  const [first] = rows;
  sheet.ensure(headHeight + (first ? rowHeight(sheet, first, widths) : 0));
  sheet.ink.open("Table", { alt: caption });
  sheet.within("TR", () => drawRow(sheet, heads, widths, columns, "head"));
  for (const row of rows) {
    await sheet.rest();
    if (rowHeight(sheet, row, widths) > sheet.room) {
      sheet.nextPage();
      sheet.ink.artifact(() => drawRow(sheet, heads, widths, columns, "again"));
    }
    sheet.within("TR", () => drawRow(sheet, row, widths, columns, "body"));
  }
  sheet.ink.close();
}

function headCell({ title, level, align }: Column, levels: number): Cell {
  if (level !== undefined) {
    const cell = levelCell(level, levels, null);
    const side = cell.wish;
    const draw: Cell["draw"] = (sheet, x, top, width) =>
      cell.draw(sheet, align === "right" ? x + width - side : x, top, side);
    return { ...cell, draw };
  }
  return textCell(title, { weight: 600, size: 8 }, align);
}

/** Every column gets what it wishes; what is left goes by the shares, or what is missing is taken from them. */
function columnWidths({ columns, rows, levels }: TableInput, width: number): number[] {
  const wishes = columns.map((column, index) => {
    const longest = Math.max(...column.title.split(/[\s-]/).map((word) => textWidth(word, 600, 8)), 0);
    const cells = rows.map((row) => row[index]?.wish ?? 0);
    return Math.max(column.level === undefined ? longest : headCell(column, levels).wish, ...cells);
  });
  const shares = columns.map(({ share }) => share ?? 0);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const fixed = wishes.reduce((sum, wish, index) => sum + (shares[index] ? 0 : wish), 0);
  const room = width - GAP * (columns.length - 1) - fixed;
  return wishes.map((wish, index) => (shares[index] ? (room * shares[index]) / total : wish));
}

function rowHeight(sheet: Sheet, row: readonly Cell[], widths: readonly number[]): number {
  return Math.max(...row.map((cell, index) => cell.height(sheet, widths[index] ?? 0))) + 2 * PADDING;
}

function drawRow(
  sheet: Sheet,
  row: readonly Cell[],
  widths: readonly number[],
  columns: readonly Column[],
  kind: "head" | "again" | "body",
): void {
  const height = rowHeight(sheet, row, widths);
  let x: number = PAGE.left;
  for (const [index, cell] of row.entries()) {
    const width = widths[index] ?? 0;
    const own = cell.height(sheet, width);
    const top = kind === "body" ? sheet.y + (height - own) / 2 : sheet.y + height - PADDING - own;
    const draw = () => cell.draw(sheet, x, top, width);
    if (kind === "again") draw();
    else {
      const scope = kind === "head" ? "Column" : index === 0 ? "Row" : undefined;
      const alt = kind === "head" && columns[index]?.level !== undefined ? columns[index]?.title : undefined;
      sheet.within(scope ? "TH" : "TD", draw, { scope, alt });
    }
    x += width + GAP;
  }
  sheet.y += height;
  rule(sheet, sheet.y, kind === "body" ? LINE : STRONG_LINE, PAGE.left, x - GAP - PAGE.left);
}
