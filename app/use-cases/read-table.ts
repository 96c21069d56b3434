import { oneLine } from "./clean-text";
import { splitCsv } from "./csv-records";
import { unescapeFormula } from "./judgments-csv";
import type { PastTable } from "./past/table";
import { LARGEST_TABLE, MOST_COLUMNS, MOST_ROWS, TableRefusal } from "./table-refusal";
import { checkWorkbook } from "./workbook-check";

/** The first bytes of a zip archive, and of the wrapping that old and encrypted workbooks come in. */
const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

type Row = { line: number; cells: string[] };

/**
 * Reads a table from a file (an Excel workbook, or CSV in UTF-8) or from text: CSV, or cells copied from a spreadsheet.
 * What it is, is told by its content. The first row with anything in it is the header; empty rows are left out; each
 * row keeps its line in the file. Every cell is text: numbers as they are written without formatting, dates as
 * yyyy-mm-dd, formulas as their last result. `sheet` is a number from 1 or a name, the first sheet unless given.
 * @throws TableRefusal
 */
export async function readTable(
  content: Uint8Array | string,
  { sheet = 1 }: { sheet?: number | string } = {},
): Promise<PastTable> {
  const bytes = typeof content === "string" ? null : Buffer.from(content);
  if ((bytes?.length ?? Buffer.byteLength(String(content))) > LARGEST_TABLE)
    throw new TableRefusal("too-large");
  if (bytes?.subarray(0, ZIP.length).equals(ZIP)) return toTable(await readWorkbook(bytes, sheet));
  if (bytes?.subarray(0, COMPOUND.length).equals(COMPOUND)) throw new TableRefusal("old-excel");
  return toTable(readText(bytes ? decode(bytes) : String(content)));
}

async function readWorkbook(file: Buffer, sheet: number | string): Promise<Row[]> {
  checkWorkbook(file);
  const { readSheet } = await import("read-excel-file/universal");
  // A buffer may be a window on a larger one; what is read must be the file and nothing else.
  const rows = await readSheet(new Uint8Array(file).buffer, sheet).catch((error: unknown) => {
    const missing = error instanceof Error && error.name === "SheetNotFoundError";
    throw new TableRefusal(missing ? "no-sheet" : "broken");
  });
  return rows.map((cells, index) => ({ line: index + 1, cells: cells.map(asText) }));
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  // Excel knows no time zones: what is written in the cell comes as UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  return String(value);
}

/** UTF-8, or UTF-16 where a mark says so, as Excel's "Unicode text" has it. */
function decode(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(wide ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new TableRefusal("unknown-kind");
  }
}

function readText(text: string): Row[] {
  if (text.includes("\0") || text.startsWith("%PDF-")) throw new TableRefusal("unknown-kind");
  const { records, broken } = splitCsv(text);
  if (broken) throw new TableRefusal("quotes", broken);
  return records.map(({ line, fields }) => ({ line, cells: fields }));
}

/** All rows as wide as the widest, formulas as they were before they were escaped, columns without anything at the end left out. */
function toTable(all: Row[]): PastTable {
  const [header, ...rows] = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (!header) throw new TableRefusal("empty");
  if (rows.length > MOST_ROWS) throw new TableRefusal("too-many-rows");
  let width = 0;
  for (const { cells } of [header, ...rows]) {
    width = Math.max(width, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
  }
  if (width > MOST_COLUMNS) throw new TableRefusal("too-many-columns");
  const wide = (cells: string[]) =>
    Array.from({ length: width }, (_, index) => unescapeFormula(cells[index] ?? ""));
  return {
    header: wide(header.cells).map(oneLine),
    rows: rows.map(({ line, cells }) => ({ line, cells: wide(cells) })),
  };
}
