const BISECTIONS = 200;

/**
 * P(|T| <= t) for Student's t with a whole number `df` of degrees of freedom, by the finite sums of
 * Abramowitz & Stegun 26.7.3 (odd) and 26.7.4 (even).
 */
export function studentTWithin(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  const cosine = Math.cos(angle);
  const odd = df % 2 === 1;
  if (df === 1) return (2 * angle) / Math.PI;
  let term = odd ? cosine : 1;
  let sum = term;
  for (let power = odd ? 3 : 2; power <= df - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    sum += term;
    if (term < Number.EPSILON * sum * 1e-3) break;
  }
  const total = Math.sin(angle) * sum;
  return odd ? (2 / Math.PI) * (angle + total) : total;
}

/** The t that holds `coverage` (0 to 1, exclusive) between -t and t, by bisection. */
export function studentTCritical(coverage: number, df: number): number {
  let high = 1;
  while (studentTWithin(high, df) < coverage) high *= 2;
  let low = 0;
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentTWithin(middle, df) < coverage) low = middle;
    else high = middle;
  }
  return high;
}
