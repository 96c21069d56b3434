import { CsvError, parse } from "csv-parse/sync";
import { m } from "~/i18n/messages";

/** One record with the line it begins on, counted from 1. */
export type CsvRecord = { line: number; fields: string[] };

/** What stands between fields. Tabs are how spreadsheets hand over what is copied from them. */
export type Delimiter = "," | ";" | "\t";

/** `broken` is where the quoting goes wrong, if it does; the records before it are still there. */
export type CsvRecords = {
  records: CsvRecord[];
  delimiter: Delimiter;
  broken: { line: number; found: string } | null;
};

/**
 * Splits CSV into records: separated by commas, semicolons or tabs (whichever the first line has most of), with or
 * without a byte order mark, with any line ends, quoted fields that span lines included. Lines with nothing in them
 * are left out. Line ends inside fields come as "\n". What is wrong is said in the reader's language.
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
      // Copied cells are quoted only where they hold a tab or a line break.
      relax_quotes: delimiter === "\t",
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
    const found = open ? m.import_found_quote_open() : m.import_found_quote_inside();
    return { records, delimiter, broken: { line: next, found } };
  }
  return { records, delimiter, broken: null };
}

/** A first line `sep=;`, by which Excel is told the separator, says so to us too; it leaves an empty line. */
function withDelimiter(source: string): { source: string; delimiter: Delimiter } {
  const told = /^"?sep=([,;])"?(?=\n)/i.exec(source);
  if (!told) return { source, delimiter: delimiterOf(source) };
  return { source: source.slice(told[0].length), delimiter: told[1] === ";" ? ";" : "," };
}

/** Excel writes semicolons where the comma separates decimals, as in Indonesia. */
function delimiterOf(source: string): Delimiter {
  const header = /\S.*/.exec(source)?.[0] ?? "";
  const unquoted = header.replace(/"[^"]*"/g, "");
  const count = (sign: Delimiter) => unquoted.split(sign).length;
  const marked = count(";") > count(",") ? ";" : ",";
  return count("\t") > count(marked) ? "\t" : marked;
}
