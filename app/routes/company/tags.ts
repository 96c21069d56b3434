/** How many tags a company may have, and how long each may be. */
export const MOST_TAGS = 10;
export const LONGEST_TAG = 30;

/** Tags as a form has them: between commas, or one a line; the same word in capitals is the same tag. */
export function splitTags(text: string): string[] {
  const tags = text
    .split(/[,;\n]/)
    .map((tag) => tag.trim().replace(/\s+/g, " "))
    .filter((tag) => tag !== "");
  const words = tags.map((tag) => tag.toLowerCase());
  return tags.filter((_tag, place) => words.indexOf(words[place] ?? "") === place);
}
