import { keptFormat } from "./kept-format";
import { languageTag } from "./language-tag";
import { getLocale } from "./paraglide/runtime.js";

/** Where the moments of an assessment are told: Western Indonesian Time. */
const ZONE = "Asia/Jakarta";
const ZONE_NAME = "WIB";

/**
 * The parts of a date, put together by us and not by Intl: how Intl joins them differs between versions of its data,
 * so a server and a browser would write the same moment differently.
 */
function parts(moment: Date, timeZone: string | undefined, month: "long" | "short" | "2-digit") {
  const tag = languageTag();
  const make = () =>
    new Intl.DateTimeFormat(tag, {
      ...{ day: "numeric", month, year: "numeric", timeZone },
      ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    });
  const written = keptFormat(tag + timeZone + month, make).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    written.find((candidate) => candidate.type === type)?.value ?? "";
  const separator = getLocale() === "en" ? ":" : ".";
  return {
    day: part("day"),
    month: part("month").replace(/\.$/, ""),
    year: part("year"),
    time: `${part("hour").padStart(2, "0")}${separator}${part("minute").padStart(2, "0")}`,
  };
}

const atNoon = (isoDate: string) => new Date(`${isoDate}T12:00:00Z`);

/** A calendar date (yyyy-mm-dd) in words: "30 Juni 2026". */
export function formatDate(isoDate: string): string {
  const { day, month, year } = parts(atNoon(isoDate), "UTC", "long");
  return `${day} ${month} ${year}`;
}

/** The same for tables: "30 Jun 2026". */
export function formatShortDate(isoDate: string): string {
  const { day, month, year } = parts(atNoon(isoDate), "UTC", "short");
  return `${day} ${month} ${year}`;
}

/** A moment in words: "30 Juni 2026, 09.05 WIB". */
export function formatMoment(moment: Date | string | number): string {
  const { day, month, year, time } = parts(new Date(moment), ZONE, "long");
  return `${day} ${month} ${year}, ${time} ${ZONE_NAME}`;
}

/** The same for tables: "30 Jun 2026, 09.05". */
export function formatShortMoment(moment: Date | string | number): string {
  const { day, month, year, time } = parts(new Date(moment), ZONE, "short");
  return `${day} ${month} ${year}, ${time}`;
}

/** The time of day where the reader is: "09.05". For the browser only: a server is somewhere else. */
export function formatTime(moment: number): string {
  return parts(new Date(moment), undefined, "short").time;
}

/** The calendar date (yyyy-mm-dd) that a moment has in Western Indonesian Time. */
export function localDate(moment: Date): string {
  const { day, month, year } = parts(moment, ZONE, "2-digit");
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
