/** A character that would move the cursor or break the line on a terminal. */
const CONTROL = /\p{Cc}/gu;

/** Aligned columns for a terminal, the first one and `left` ones to the left, numbers to the right. */
export function textTable(header: string[], rows: string[][], left: number[] = []): string {
  const cells = [header, ...rows.map((row) => row.map(printable))];
  const widths = header.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? "")].length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => {
        const space = " ".repeat((widths[column] ?? 0) - [...cell].length);
        return column === 0 || left.includes(column) ? cell + space : space + cell;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [line(header), rule, ...cells.slice(1).map(line)].join("\n");
}

/** A name without characters that would disturb a terminal. */
export function printable(name: string): string {
  return name.replace(CONTROL, " ");
}

/** A number with so many decimals, or "-" for null. */
export function decimals(value: number | null, digits = 2): string {
  return value === null ? "-" : (Math.abs(value) < 0.5 / 10 ** digits ? 0 : value).toFixed(digits);
}

/** A p-value: four decimals, or "<.0001". */
export function pValue(p: number | null): string {
  if (p === null) return "-";
  return p < 0.0001 ? "<0.0001" : p.toFixed(4);
}

/** A share as a percentage with one decimal where it has one. */
export function percentage(share: number | null): string {
  return share === null ? "-" : `${Math.round(share * 1000) / 10}%`;
}

/** A change with its sign: "+1", "0", "-1". */
export function signed(value: number | null): string {
  if (value === null) return "-";
  return value > 0 ? `+${value}` : String(value);
}
