import type { Agreement } from "#rubric/scoring/types";

/**
 * The agreement of a panel as it may be shown to those from whom the judgments of small groups are kept back. Every
 * coefficient rests on all functions: with the judgments of the others known, even one that is rounded to two decimals
 * tells how the few judged. So where anybody's group is too small, the numbers go and the counts stay.
 */
export function withholdAgreement<A extends Agreement>(
  agreement: A,
  functions: readonly { n: number }[],
  minimumGroup: number,
): A {
  if (!functions.some(({ n }) => n > 0 && n < minimumGroup)) return agreement;
  const reason = "withheld" as const;
  const none = { low: null, high: null, reason };
  return {
    ...agreement,
    krippendorff: { nominal: null, ordinal: null, interval: null },
    gwet: { ac1: null, ac2Ordinal: null, ac2Linear: null, ac2Quadratic: null },
    fleissKappa: null,
    kendallW: { ...agreement.kendallW, w: null, chiSquared: null, df: null, p: null, reason },
    jackknife: { alphaOrdinal: none, ac2Ordinal: none },
    reasons: { krippendorff: reason, gwet: reason, fleissKappa: reason },
  };
}
