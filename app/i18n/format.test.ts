import { expect, it } from "vitest";
import { formatDate, formatMoment, formatShortDate, formatShortMoment, localDate } from "./format";
import { formatDifference, formatList, formatNumber, formatPercent } from "./format-number";
import { type Locale, locales } from "./locale";
import { withLocale } from "./locale.server";

const inEach = (format: () => string) =>
  locales.map((locale: Locale) => [locale, withLocale(locale, format)]);

it.each<[string, () => string, string, string]>([
  ["a date", () => formatDate("2026-06-30"), "30 Juni 2026", "30 June 2026"],
  ["a decimal", () => formatNumber(2.25), "2,3", "2.3"],
  ["a whole number", () => formatNumber(1200), "1.200", "1,200"],
  ["a percentage", () => formatPercent(0.75), "75%", "75%"],
  ["a list", () => formatList(["a", "b", "c"]), "a, b, dan c", "a, b and c"],
  ["a gain", () => formatDifference(1), "+1", "+1"],
  ["a loss", () => formatDifference(-1.5), "−1,5", "−1.5"],
  ["no difference", () => formatDifference(0), "0", "0"],
])("writes %s as readers expect it", (_what, format, indonesian, english) => {
  expect(Object.fromEntries(inEach(format))).toEqual({ id: indonesian, en: english });
});

it.each<[string, () => string, string, string]>([
  ["a short date", () => formatShortDate("2026-08-03"), "3 Agu 2026", "3 Aug 2026"],
  [
    "a moment",
    () => formatMoment("2026-06-30T20:05:00Z"),
    "1 Juli 2026, 03.05 WIB",
    "1 July 2026, 03:05 WIB",
  ],
  ["midnight", () => formatShortMoment("2026-06-30T17:00:00Z"), "1 Jul 2026, 00.00", "1 Jul 2026, 00:00"],
  ["a local date", () => localDate(new Date("2026-06-30T17:00:00Z")), "2026-07-01", "2026-07-01"],
])("writes %s in Western Indonesian Time, whatever the zone of the server", (_what, format, id, en) => {
  expect(Object.fromEntries(inEach(format))).toEqual({ id, en });
});
