import { languageTag } from "./language-tag";

const formats = new Map<string, unknown>();

/** Making a format takes a hundred times as long as using it, and a table uses the same one in every row. */
function kept<Format>(key: string, make: () => Format): Format {
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format as Format;
}

/** A number with at most `digits` decimals: "2,3" or "2.3". */
export function formatNumber(value: number, digits = 1): string {
  const make = () => new Intl.NumberFormat(languageTag(), { maximumFractionDigits: digits });
  return kept(`${languageTag()} number ${digits}`, make).format(value);
}

/** A share 0..1 as a percentage: "75%". */
export function formatPercent(share: number, digits = 0): string {
  const make = () =>
    new Intl.NumberFormat(languageTag(), { style: "percent", maximumFractionDigits: digits });
  return kept(`${languageTag()} percent ${digits}`, make).format(share);
}

/** Items as a sentence part: "data, anggaran, dan teknologi". */
export function formatList(items: string[]): string {
  return new Intl.ListFormat(languageTag(), { type: "conjunction" }).format(items);
}

/** A signed difference with a real minus sign: "+1", "−2", "0". */
export function formatDifference(value: number, digits = 1): string {
  const make = () =>
    new Intl.NumberFormat(languageTag(), { maximumFractionDigits: digits, signDisplay: "exceptZero" });
  return kept(`${languageTag()} difference ${digits}`, make).format(value).replace("-", "−");
}
