import { keptFormat } from "./kept-format";
import { languageTag } from "./language-tag";

/** A number with at most `digits` decimals: "2,3" or "2.3". */
export function formatNumber(value: number, digits = 1): string {
  const make = () => new Intl.NumberFormat(languageTag(), { maximumFractionDigits: digits });
  return keptFormat(`${languageTag()} number ${digits}`, make).format(value);
}

/** A share 0..1 as a percentage: "75%". */
export function formatPercent(share: number, digits = 0): string {
  const make = () =>
    new Intl.NumberFormat(languageTag(), { style: "percent", maximumFractionDigits: digits });
  return keptFormat(`${languageTag()} percent ${digits}`, make).format(share);
}

/** Items as a sentence part: "data, anggaran, dan teknologi". */
export function formatList(items: string[]): string {
  const make = () => new Intl.ListFormat(languageTag(), { type: "conjunction" });
  return keptFormat(`${languageTag()} list`, make).format(items);
}

/** A signed difference with a real minus sign: "+1", "−2", "0". */
export function formatDifference(value: number, digits = 1): string {
  const make = () =>
    new Intl.NumberFormat(languageTag(), { maximumFractionDigits: digits, signDisplay: "exceptZero" });
  return keptFormat(`${languageTag()} difference ${digits}`, make).format(value).replace("-", "−");
}
