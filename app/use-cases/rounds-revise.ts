import type { Judgment } from "#db/judgments";

type Said = Pick<Judgment, "level" | "cannotJudge" | "confidence" | "rationale" | "indicators">;

/** Whether a judgment says the same as the one of the rounds before: the same level, or again that there is none. */
function keeps(now: Pick<Said, "level" | "cannotJudge">, earlier: Said): boolean {
  if (now.level !== null || earlier.level !== null) return now.level === earlier.level;
  return now.cannotJudge !== null && earlier.cannotJudge !== null;
}

/**
 * A judgment with what stays of the one before: whoever keeps their answer keeps its words, and indicators that were
 * answered once need not be answered again. What is filled in anew always goes first.
 */
export function keepEarlier<Input extends Said>(input: Input, earlier: Said | null): Input {
  if (!earlier || (input.level === null && input.cannotJudge === null)) return input;
  const indicators = Object.keys(input.indicators).length > 0 ? input.indicators : earlier.indicators;
  if (!keeps(input, earlier)) return { ...input, indicators };
  return {
    ...input,
    indicators,
    rationale: input.rationale || earlier.rationale,
    confidence: input.confidence ?? (input.level === null ? null : earlier.confidence),
  };
}

/** Whether the level is another than before without a word why; the words of the earlier level explain nothing. */
export function isUnexplained(
  now: Pick<Said, "level" | "rationale"> | null,
  earlier: Pick<Said, "level" | "rationale"> | null,
): boolean {
  if (!now || !earlier || now.level === null || earlier.level === null) return false;
  const reason = now.rationale.trim();
  return now.level !== earlier.level && (reason === "" || reason === earlier.rationale.trim());
}
