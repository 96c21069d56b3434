import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";

/** Why a table cannot be read; the reason is a key, `detail` says where or how much. */
export class TableRefusal extends Error {
  constructor(
    readonly reason: TableRefusalReason,
    readonly detail: { line: number; found: string } | null = null,
  ) {
    super(reason);
  }
}

export type TableRefusalReason =
  /** Nothing in it. */
  | "empty"
  | "too-large"
  | "too-many-rows"
  | "too-many-columns"
  /** Encrypted, or a workbook of the time before .xlsx: both come in the same wrapping. */
  | "old-excel"
  /** Neither a workbook nor text. */
  | "unknown-kind"
  /** A workbook that does not hold what workbooks hold. */
  | "broken"
  /** Small as a file and huge once unpacked. */
  | "unpacked-too-large"
  | "no-sheet"
  /** Quotation marks in CSV; `detail` says where. */
  | "quotes";

/** The largest file that is read as a table, in bytes. */
export const LARGEST_TABLE = 4 * 1024 * 1024;
/** The most rows, without the header. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;

const MEGABYTE = 1024 * 1024;

/** What a refusal means, in the reader's language; `largest` is what the caller takes at most, in bytes. */
export function sayTableRefusal({ reason, detail }: TableRefusal, largest = LARGEST_TABLE): string {
  switch (reason) {
    case "empty":
      return m.import_file_empty();
    case "too-large":
      return m.import_file_too_large({ megabytes: Math.floor(largest / MEGABYTE) });
    case "too-many-rows":
      return m.import_file_rows({ max: formatNumber(MOST_ROWS) });
    case "too-many-columns":
      return m.import_file_columns({ max: formatNumber(MOST_COLUMNS) });
    case "old-excel":
      return m.import_file_old();
    case "unknown-kind":
      return m.import_file_kind();
    case "broken":
      return m.import_file_broken();
    case "unpacked-too-large":
      return m.import_file_unpacked();
    case "no-sheet":
      return m.import_file_sheet();
    case "quotes":
      return detail ? m.import_file_quote(detail) : m.import_file_broken();
  }
}
