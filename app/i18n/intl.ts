import { getLocale } from "./paraglide/runtime.js";

/** English is written with the day first, as readers in Indonesia expect. */
export const languageTag = () => (getLocale() === "en" ? "en-GB" : "id-ID");

const formats = new Map<string, unknown>();

/** Making a format takes a hundred times as long as using it, and a table uses the same one in every row. */
export function kept<Format>(key: string, make: () => Format): Format {
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format as Format;
}
