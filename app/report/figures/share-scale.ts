/** The share scale has ten steps in the colour of ink, so that it is never taken for the level scale. */
export const SHARE_STEPS = 10;

/**
 * Maps the share of judgments on a level (0..1) onto the ten steps, rounding up: any judgment at all is visible.
 * 0 gives 0, no fill. Throws RangeError outside 0..1.
 */
export function shareStep(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share is between 0 and 1, not ${share}`);
  // The small subtraction keeps 0.1 + 0.2 and the like from landing one step too high.
  return Math.max(0, Math.ceil(share * SHARE_STEPS - 1e-9));
}
