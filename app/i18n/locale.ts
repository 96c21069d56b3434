import { baseLocale, isLocale, locales } from "./paraglide/runtime.js";

export type Locale = (typeof locales)[number];

export { baseLocale, isLocale, locales };

/** The reader's text of something bilingual. */
export function localized(text: Record<Locale, string>, locale: Locale): string {
  return text[locale];
}
