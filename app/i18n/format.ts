import { getLocale } from "./paraglide/runtime.js";

/** English is written with the day first, as readers in Indonesia expect. */
const tag = () => (getLocale() === "en" ? "en-GB" : "id-ID");

/** A calendar date (yyyy-mm-dd) in words: "30 Juni 2026". */
export function formatDate(isoDate: string): string {
  return new Intl.DateTimeFormat(tag(), { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${isoDate}T00:00:00Z`),
  );
}

/** A moment in words, in Western Indonesian Time, with the zone named. */
export function formatMoment(moment: Date | string | number): string {
  return new Intl.DateTimeFormat(tag(), {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Jakarta",
    timeZoneName: "short",
  }).format(new Date(moment));
}

/** A number with at most `digits` decimals: "2,3" or "2.3". */
export function formatNumber(value: number, digits = 1): string {
  return new Intl.NumberFormat(tag(), { maximumFractionDigits: digits }).format(value);
}

/** A share 0..1 as a percentage: "75%". */
export function formatPercent(share: number, digits = 0): string {
  return new Intl.NumberFormat(tag(), { style: "percent", maximumFractionDigits: digits }).format(share);
}

/** Items as a sentence part: "data, anggaran, dan teknologi". */
export function formatList(items: string[]): string {
  return new Intl.ListFormat(tag(), { type: "conjunction" }).format(items);
}

/** A signed difference with a real minus sign: "+1", "−2", "0". */
export function formatDifference(value: number, digits = 1): string {
  return new Intl.NumberFormat(tag(), { maximumFractionDigits: digits, signDisplay: "exceptZero" })
    .format(value)
    .replace("-", "−");
}
