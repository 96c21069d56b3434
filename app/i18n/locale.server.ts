import { AsyncLocalStorage } from "node:async_hooks";
import { baseLocale, isLocale, type Locale, locales } from "./locale";
import { overwriteGetLocale } from "./paraglide/runtime.js";

/**
 * The locale of the request being answered. It hangs on globalThis because the server around the app and the app's
 * own bundle each carry a copy of this module and must agree.
 */
const held = globalThis as { __selarasLocale?: AsyncLocalStorage<Locale> };
held.__selarasLocale ??= new AsyncLocalStorage<Locale>();
const storage = held.__selarasLocale;

overwriteGetLocale(() => storage.getStore() ?? baseLocale);

/** Runs `work` with every message in `locale`. */
export function withLocale<T>(locale: Locale, work: () => T): T {
  return storage.run(locale, work);
}

/** The language asked for by the cookie's value, else by Accept-Language, else Indonesian. */
export function negotiateLocale(cookie: string | null, acceptLanguage: string | null): Locale {
  if (cookie && isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0], q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ language, q }) => q > 0 && locales.some((locale) => locale === language))
    .sort((a, b) => b.q - a.q);
  const first = wanted[0]?.language;
  return first && isLocale(first) ? first : baseLocale;
}
