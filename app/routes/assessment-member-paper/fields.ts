/** Names that the form and its reading agree on. No key of a function or an indicator has two hyphens in a row. */

/** The value of a level field for "cannot judge". */
export const CANNOT = "none";

type Part = "level" | "cannotJudge" | "confidence" | "rationale" | "base";

export const partField = (functionKey: string, part: Part) => `${functionKey}--${part}`;

export const indicatorField = (functionKey: string, key: string) => `${functionKey}--indicator--${key}`;
