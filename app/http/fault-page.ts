import type { StoreFault } from "#db/store-fault";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { htmlText } from "./html-text";

const WORDS = {
  full: { title: m.fault_title_full, body: m.fault_body_full, form: m.fault_form_full },
  busy: { title: m.fault_title_busy, body: m.fault_body_busy, form: m.fault_form_busy },
  unavailable: {
    title: m.fault_title_unavailable,
    body: m.fault_body_unavailable,
    form: m.fault_form_unavailable,
  },
} satisfies Record<StoreFault, Record<"title" | "body" | "form", () => string>>;

/** What a form says that could not be saved, in the language of the request. It holds nothing that HTML escapes. */
export function formMessage(fault: StoreFault): string {
  return WORDS[fault].form();
}

/** Longer texts are shown, so that they can be copied; shorter values go along unseen. */
const SHOWN = 24;

/**
 * A page for when the store fails and no page of the app can say so: what happened, and what was typed, to be sent
 * again by a button. It needs no script.
 */
export function faultPage(options: {
  fault: StoreFault;
  fields: Record<string, string>;
  locale: Locale;
  styles: string[];
  requestId: string;
  /** Where the form was sent. */
  action: string;
}): string {
  const { fault, fields, locale, styles, requestId, action } = options;
  const words = WORDS[fault];
  const typed = Object.entries(fields);
  const title = words.title();
  const links = styles.map((href) => `<link rel="stylesheet" href="${htmlText(href)}">`).join("\n");
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<title>${title} · ${m.app_name()}</title>
${links}
<main class="mx-auto grid max-w-prose gap-6 px-4 py-12">
<h1 class="text-2xl">${title}</h1>
<p>${typed.length > 0 ? words.form() : words.body()}</p>
${typed.length > 0 ? again(typed, action) : ""}
<p class="text-ink-muted">${m.fault_reference({ id: requestId })}</p>
</main>
`;
}

function again(typed: [string, string][], action: string): string {
  return `<form method="post" action="${htmlText(action)}" class="grid gap-4">
${typed.map(([name, value]) => field(name, value)).join("\n")}
<p><button type="submit" class="button button-primary">${m.fault_again()}</button></p>
</form>`;
}

function field(name: string, value: string): string {
  if (value.length <= SHOWN)
    return `<input type="hidden" name="${htmlText(name)}" value="${htmlText(value)}">`;
  // Browsers leave out the first line break of a text area.
  return `<textarea name="${htmlText(name)}" rows="6" aria-label="${htmlText(m.fault_typed())}" class="control control-full">
${htmlText(value)}</textarea>`;
}
