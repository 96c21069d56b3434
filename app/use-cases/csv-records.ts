import { CsvError, parse } from "csv-parse/sync";

/** One record with the line it begins on, counted from 1. */
export type CsvRecord = { line: number; fields: string[] };

/** `broken` is where the quoting goes wrong, if it does; the records before it are still there. */
export type CsvRecords = {
  records: CsvRecord[];
  delimiter: "," | ";";
  broken: { line: number; found: string } | null;
};

/**
 * Splits CSV into records: separated by commas or semicolons (whichever the first line has more of), with or without
 * a byte order mark, with any line ends, quoted fields that span lines included. Lines with nothing in them are
 * left out. Line ends inside fields come as "\n".
 */
export function splitCsv(text: string): CsvRecords {
  // One kind of line end first: the parser counts "\r\n" inside quotes as two lines.
  const { source, delimiter } = withDelimiter(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  const records: CsvRecord[] = [];
  let next = 1;
  try {
    parse(source, {
      delimiter,
      relax_column_count: true,
      record_delimiter: "\n",
      on_record: (fields: string[], { lines }) => {
        if (fields.some((field) => field.trim() !== "")) records.push({ line: next, fields });
        next = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const open = error.code === "CSV_QUOTE_NOT_CLOSED";
    const found = open
      ? "a quotation mark that is never closed"
      : "a quotation mark in the middle of a field";
    return { records, delimiter, broken: { line: next, found } };
  }
  return { records, delimiter, broken: null };
}

/** A first line `sep=;`, by which Excel is told the separator, says so to us too; it leaves an empty line. */
function withDelimiter(source: string): { source: string; delimiter: "," | ";" } {
  const told = /^"?sep=([,;])"?(?=\n)/i.exec(source);
  if (!told) return { source, delimiter: delimiterOf(source) };
  return { source: source.slice(told[0].length), delimiter: told[1] === ";" ? ";" : "," };
}

/** Excel writes semicolons where the comma separates decimals, as in Indonesia. */
function delimiterOf(source: string): "," | ";" {
  const header = /\S.*/.exec(source)?.[0] ?? "";
  const unquoted = header.replace(/"[^"]*"/g, "");
  return unquoted.split(";").length > unquoted.split(",").length ? ";" : ",";
}
