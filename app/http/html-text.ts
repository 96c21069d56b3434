const ENTITIES: Record<string, string> = {
  '"': "&quot;",
  "'": "&#x27;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

/** A text as React writes it into HTML, in an element as in an attribute. */
export function htmlText(text: string): string {
  return text.replace(/["'&<>]/g, (letter) => ENTITIES[letter] ?? letter);
}
