const PRECISION = 1e-16;
const MOST_STEPS = 100_000;
/** Coefficients of Stirling's series, B_2j / (2j(2j - 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];
/** From here six terms of Stirling's series are exact to double precision. */
const STIRLING_FROM = 15;

/** The natural logarithm of the gamma function, x > 0 (Stirling's series, Abramowitz & Stegun 6.1.40). */
export function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < STIRLING_FROM) {
    shift += Math.log(z);
    z += 1;
  }
  let series = 0;
  STIRLING.forEach((coefficient, index) => {
    series += coefficient / z ** (2 * index + 1);
  });
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/**
 * The regularised upper incomplete gamma function Q(a, x), a > 0, x >= 0: the power series of P below
 * a + 1 (Abramowitz & Stegun 6.5.29), the continued fraction above it (6.5.31).
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

/** P(X > chiSquared) for a chi-square variable with `df` degrees of freedom. */
export function chiSquaredTail(chiSquared: number, df: number): number {
  return upperGamma(df / 2, chiSquared / 2);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; step < MOST_STEPS && Math.abs(term) > PRECISION * Math.abs(sum); step++) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}

/** The fraction 1/(x+1-a- 1(1-a)/(x+3-a- ...)), by the product of ratios of its convergents (Lentz). */
function upperFraction(a: number, x: number): number {
  let divisor = x + 1 - a;
  let ratio = 1 / divisor;
  let carried = Number.POSITIVE_INFINITY;
  let value = ratio;
  for (let step = 1; step < MOST_STEPS; step++) {
    const numerator = -step * (step - a);
    divisor += 2;
    ratio = 1 / (numerator * ratio + divisor);
    carried = divisor + numerator / carried;
    const factor = ratio * carried;
    value *= factor;
    if (Math.abs(factor - 1) < PRECISION) break;
  }
  return value;
}
