import { round } from "./figure-data";

export type DistributionPart = { level: number; count: number; x: number; width: number };

/** The judgments of one function as one bar: a part for each level that was chosen, its width by its share. */
export function distributionParts(
  distribution: readonly number[],
  width: number,
  gap = 2,
): DistributionPart[] {
  const total = distribution.reduce((sum, count) => sum + count, 0);
  if (total <= 0) return [];
  const chosen = distribution.flatMap((count, index) => (count > 0 ? [{ level: index + 1, count }] : []));
  const room = width - gap * (chosen.length - 1);
  let x = 0;
  return chosen.map(({ level, count }) => {
    const part = { level, count, x: round(x), width: round((room * count) / total) };
    x += (room * count) / total + gap;
    return part;
  });
}
