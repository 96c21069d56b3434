import { inflateRawSync } from "node:zlib";
import { readZip, type ZipEntry } from "./evidence-zip";
import { MOST_COLUMNS, MOST_ROWS, TableRefusal } from "./table-refusal";

/** What a workbook may hold once unpacked: forty characters of XML for each cell of a table that is large but real. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** The fixed length of the header before each part, in bytes. */
const HEADER_LENGTH = 30;

/**
 * Makes sure that reading a workbook cannot exhaust memory: that all its parts together unpack to a bounded size, and
 * that no cell stands so far out that the empty ones before it would fill the memory.
 * @throws TableRefusal "broken", "unpacked-too-large", "too-many-rows", "too-many-columns"
 */
export function checkWorkbook(file: Buffer): void {
  const zip = readZip(file);
  if (!zip?.fromStart) throw new TableRefusal("broken");
  const parts = zip.entries.filter(({ name }) => name.endsWith(".xml") || name.endsWith(".rels"));
  const told = parts.reduce((sum, { size }) => sum + size, 0);
  if (told > MOST_UNPACKED) throw new TableRefusal("unpacked-too-large");
  for (const part of parts) {
    const content = unpack(file, part);
    if (content.includes("<sheetData")) checkAddresses(content.toString("utf8"));
  }
}

/** Unpacks one part, but not further than the archive says it goes: what it says was added up before. */
function unpack(file: Buffer, { size, packed }: ZipEntry): Buffer {
  const { method, offset } = packed;
  if (offset + HEADER_LENGTH > file.length) throw new TableRefusal("broken");
  const start = offset + HEADER_LENGTH + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + packed.size > file.length) throw new TableRefusal("broken");
  const content = file.subarray(start, start + packed.size);
  if (method === 0) return content;
  if (method !== 8) throw new TableRefusal("broken");
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    throw new TableRefusal(code === "ERR_BUFFER_TOO_LARGE" ? "unpacked-too-large" : "broken");
  }
}

/** Rows and cells say where they stand in an attribute `r`: "12" or "AB12". */
function checkAddresses(sheet: string): void {
  for (const [, double, single] of sheet.matchAll(/\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const address = /^([A-Z]{0,3})(\d{1,7})$/.exec(double ?? single ?? "");
    if (!address) throw new TableRefusal("broken");
    const [, letters = "", digits] = address;
    // One more for the header.
    if (Number(digits) > MOST_ROWS + 1) throw new TableRefusal("too-many-rows");
    if (columnNumber(letters) > MOST_COLUMNS) throw new TableRefusal("too-many-columns");
  }
}

/** A is 1, Z 26, AA 27; nothing is 0. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
