/** Names and values that the form and its reading agree on. */

/** The value of `level` for "I cannot judge this function". */
export const NO_LEVEL = "none";

export const indicatorField = (key: string) => `indicator-${key}`;

/** What a save says of itself beside what was typed. */
export type Save = { key: string; base: number; round: number };

const TYPED = /^(level|cannotJudge|confidence|rationale|indicator-.+)$/;

/** What the assessor has chosen and written, of all fields of a form. */
export function typedOf(fields: Iterable<[string, unknown]>): Record<string, string> {
  return Object.fromEntries(
    [...fields].filter(
      (field): field is [string, string] => TYPED.test(field[0]) && typeof field[1] === "string",
    ),
  );
}

/** Whether two forms say the same; an empty text is no answer. */
export function sameFields(a: Record<string, string>, b: Record<string, string>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => (a[name] ?? "") === (b[name] ?? ""));
}
