import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";

/** A page for what is refused before Remix is asked. It stands alone: no script, no style, nothing to load. */
export function plainPage(status: 403 | 413, locale: Locale): Response {
  const title =
    status === 403 ? m.error_origin_title({}, { locale }) : m.error_too_large_title({}, { locale });
  const body = status === 403 ? m.error_origin_body({}, { locale }) : m.error_too_large_body({}, { locale });
  const html = `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Selaras</title>
<h1>${title}</h1>
<p>${body}</p>
`;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
