/**
 * Holm's adjusted p-values (1979, Scandinavian Journal of Statistics 6, 65-70): the i-th smallest of m is
 * multiplied by m - i + 1, none falls below the one before it, none exceeds 1. Null stays null and does not
 * count as a test.
 */
export function holm(values: readonly (number | null)[]): (number | null)[] {
  const tests = values.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = values.map(() => null);
  let reached = 0;
  tests.forEach(({ p, index }, place) => {
    reached = Math.min(1, Math.max(reached, p * (tests.length - place)));
    adjusted[index] = reached;
  });
  return adjusted;
}
