const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return NAMED[name] ?? whole;
  });
}

/** What a reader of the page sees: text without tags, scripts and comments, runs of space as one. */
export function textOf(html: string): string {
  const withoutCode = html
    .replace(/<!--.*?-->/gs, "")
    .replace(/<(script|style|template)\b.*?<\/\1>/gs, " ")
    // Emphasis and links do not part words; everything else does.
    .replace(/<\/?(a|abbr|b|em|i|strong|time)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ");
  return decodeEntities(withoutCode).replace(/\s+/g, " ").trim();
}

/** The values of an attribute over all elements of a kind: `attributes(html, "a", "href")`. */
export function attributes(html: string, element: string, attribute: string): string[] {
  const tags = html.match(new RegExp(`<${element}\\b[^>]*>`, "g")) ?? [];
  return tags.flatMap((tag) => {
    const value = new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1];
    return value === undefined ? [] : [decodeEntities(value)];
  });
}

/** The text of the first element of a kind, or null. */
export function firstText(html: string, element: string): string | null {
  const found = new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, "s").exec(html)?.[1];
  return found === undefined ? null : textOf(found);
}
