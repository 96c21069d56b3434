/**
 * What the browser's bundle gets in place of the i18n library's runtime (scripts/lean-client.ts). The library's own
 * also looks for the language in addresses, cookies and storage, none of which we use; this is a tenth of it.
 */
export const locales = ["id", "en"] as const;

type Locale = (typeof locales)[number];

export const baseLocale: Locale = "id";
/** Messages ask for it first: a language decided when the app is built. Ours is the page's. */
export const experimentalStaticLocale = undefined;

export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text);

let readLocale = (): Locale => baseLocale;

export const getLocale = (): Locale => readLocale();

export function overwriteGetLocale(read: () => Locale): void {
  readLocale = read;
}
