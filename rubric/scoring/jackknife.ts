import { studentTCritical } from "./student-t";
import type { JackknifeInterval } from "./types";

/** The least number of raters for an interval around a coefficient of the whole panel. */
export const JACKKNIFE_RATERS = 4;
/** Nominal coverage of that interval. */
export const JACKKNIFE_COVERAGE = 0.95;
/** Differences below this are rounding: the coefficient does not move whoever is left out. */
const NO_SPREAD = 1e-12;

/**
 * The jackknife standard error from the n values without one observation each:
 * sqrt((n - 1)/n x sum of squared deviations) (Efron & Tibshirani 1993, An Introduction to the Bootstrap, 11.5).
 */
export function jackknifeError(withoutOne: readonly number[]): number {
  const n = withoutOne.length;
  // In order of size, so that the order of the raters does not reach the last digit of the sums.
  const values = [...withoutOne].sort((a, b) => a - b);
  const mean = values.reduce((total, value) => total + value, 0) / n;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return Math.sqrt(((n - 1) / n) * squares);
}

/**
 * Estimate +- t x jackknife error over raters, t with (raters - 1) degrees of freedom (Tukey 1958), cut at 1,
 * which no coefficient of agreement exceeds. It covers the choice of raters, not of functions. Null with fewer
 * than `JACKKNIFE_RATERS` raters, when the coefficient is undefined without one of them, and when it is the same
 * whoever is left out: a width of zero would claim a certainty that no panel has.
 */
export function jackknifeInterval(
  estimate: number | null,
  withoutOne: readonly (number | null)[],
): JackknifeInterval {
  const values = withoutOne.filter((value) => value !== null);
  if (withoutOne.length < JACKKNIFE_RATERS) return { low: null, high: null, reason: "too-few-raters" };
  if (estimate === null || values.length < withoutOne.length) {
    return { low: null, high: null, reason: "undefined-without-one-rater" };
  }
  const error = jackknifeError(values);
  if (error < NO_SPREAD) return { low: null, high: null, reason: "no-spread-between-raters" };
  const reach = studentTCritical(JACKKNIFE_COVERAGE, values.length - 1) * error;
  return { low: estimate - reach, high: Math.min(1, estimate + reach), reason: null };
}
