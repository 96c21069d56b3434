/** The scale has ten steps, light to dark: enough for every rubric (2 to 10 levels). */
export const LEVEL_STEPS = 10;

/**
 * Maps level k of q onto the ten-step colour scale: 1 + 9 (k - 1)/(q - 1), halves rounded down.
 * The first level is always step 1, the last always step 10, and no two levels share a step;
 * five levels give 1, 3, 5, 8, 10, the anchors of the palette.
 * Throws RangeError when level is not an integer in 1..levels, or levels not one in 2..10.
 */
export function levelStep(level: number, levels: number): number {
  if (!Number.isInteger(levels) || levels < 2 || levels > LEVEL_STEPS) {
    throw new RangeError(`a rubric has 2 to ${LEVEL_STEPS} levels, not ${levels}`);
  }
  if (!Number.isInteger(level) || level < 1 || level > levels) {
    throw new RangeError(`level ${level} is not one of 1..${levels}`);
  }
  return Math.ceil(1 + ((LEVEL_STEPS - 1) * (level - 1)) / (levels - 1) - 0.5);
}

/** The class that sets the colours of a level (see styles/levels.css); null is "no result". */
export function levelClass(level: number | null, levels: number): string {
  return level === null ? "level-step-none" : `level-step-${levelStep(level, levels)}`;
}
