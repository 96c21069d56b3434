const UNSAFE: Record<string, string> = {
  "&": "\\u0026",
  ">": "\\u003e",
  "<": "\\u003c",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** A text as a string of JavaScript that cannot end the script it stands in. */
export function scriptText(text: string): string {
  return JSON.stringify(text).replace(/[&><\u2028\u2029]/g, (letter) => UNSAFE[letter] ?? letter);
}
