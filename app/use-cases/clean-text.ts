/**
 * Control characters, line separators and marks that turn the direction of the text around them: nobody types them
 * on purpose.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out
const INVISIBLE = /[\u0000-\u001f\u007f\u2028-\u202e\u2066-\u2069]/g;

/** A text as one line without invisible marks, spaces around it dropped; for whatever is typed, pasted or imported. */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, " ").trim();
}

/** The same for a longer text: line breaks become "\n", tabs stay. */
export function severalLines(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(INVISIBLE, keepLayout)
    .trim();
}

const keepLayout = (mark: string) => (mark === "\n" || mark === "\t" ? mark : " ");
