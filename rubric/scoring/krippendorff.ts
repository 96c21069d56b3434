/** How far apart two levels count: any difference, by ranks in between, or by level numbers. */
export type AlphaMetric = "nominal" | "ordinal" | "interval";

/**
 * The coincidences of all pairable judgments, levels x levels row by row, and their margins. A sum over
 * units, so that one unit can be changed without summing up the others again.
 */
export type Coincidences = { levels: number; pairs: Float64Array; margins: Float64Array };

export function emptyCoincidences(levels: number): Coincidences {
  return { levels, pairs: new Float64Array(levels * levels), margins: new Float64Array(levels) };
}

/** Adds (sign 1) or takes away (sign -1) one unit's distribution; units with fewer than two judgments add nothing. */
export function addCoincidences(to: Coincidences, counts: readonly number[], sign: 1 | -1): void {
  const { levels } = to;
  const n = counts.reduce((total, count) => total + count, 0);
  if (n < 2) return;
  for (let c = 0; c < levels; c++) {
    const here = counts[c] ?? 0;
    if (here === 0) continue;
    to.margins[c] = (to.margins[c] ?? 0) + sign * here;
    for (let k = 0; k < levels; k++) {
      const pairs = (here * ((counts[k] ?? 0) - (c === k ? 1 : 0))) / (n - 1);
      to.pairs[c * levels + k] = (to.pairs[c * levels + k] ?? 0) + sign * pairs;
    }
  }
}

/** Adds other coincidences. */
export function mergeCoincidences(to: Coincidences, from: Coincidences): void {
  addEach(to.pairs, from.pairs);
  addEach(to.margins, from.margins);
}

function addEach(to: Float64Array, from: Float64Array): void {
  for (let index = 0; index < to.length; index++) to[index] = (to[index] ?? 0) + (from[index] ?? 0);
}

/**
 * Alpha = 1 - Do/De from coincidences. Null when there is nothing to compare or no variation at all:
 * then expected disagreement is zero and alpha is neither 0 nor 1.
 */
export function alphaFrom({ levels, pairs, margins }: Coincidences, metric: AlphaMetric): number | null {
  const n = margins.reduce((total, margin) => total + margin, 0);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < levels; c++) {
    let between = 0;
    for (let k = c + 1; k < levels; k++) {
      const mc = margins[c] ?? 0;
      const mk = margins[k] ?? 0;
      const distance = squaredDistance(metric, k - c, (mc + mk) / 2 + between);
      observed += (pairs[c * levels + k] ?? 0) * distance;
      expected += mc * mk * distance;
      between += mk;
    }
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

function squaredDistance(metric: AlphaMetric, apart: number, ranksApart: number): number {
  if (metric === "nominal") return 1;
  return metric === "ordinal" ? ranksApart * ranksApart : apart * apart;
}

/**
 * Krippendorff's alpha of several units, `counts[unit][level - 1]` (Hayes & Krippendorff 2007,
 * doi 10.1080/19312450709336664; Krippendorff 2011, "Computing Krippendorff's alpha-reliability").
 * Ordinal distance: the sum of the margins from c to k less half of both ends, squared.
 */
export function krippendorffAlpha(
  counts: readonly (readonly number[])[],
  metric: AlphaMetric,
): number | null {
  const total = emptyCoincidences(counts[0]?.length ?? 0);
  for (const unit of counts) addCoincidences(total, unit, 1);
  return alphaFrom(total, metric);
}
