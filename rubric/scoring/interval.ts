import { orderStatistic, size } from "./distribution";
import type { MedianInterval } from "./types";

/** The coverage that the interval of a median must reach, where the panel is large enough for it. */
export const INTERVAL_COVERAGE = 0.95;
/** Up to here 2^-n is an ordinary number and the binomial sum needs no logarithms. */
const PLAIN_BINOMIAL = 1000;

/**
 * The distribution-free interval of the median from order statistics (David & Nagaraja 2003,
 * doi 10.1002/0471722162, section 7.1): the narrowest [x_r, x_(n+1-r)] whose coverage
 * 1 - 2 P(Binomial(n, 1/2) < r) reaches `INTERVAL_COVERAGE`, or [min, max] where none does (n < 6), with the
 * coverage it really has. For levels, which tie, that is the least the coverage can be. Null below two judgments.
 */
export function medianInterval(counts: readonly number[]): MedianInterval | null {
  const n = size(counts);
  if (n < 2) return null;
  const { rank, coverage } = widthFor(n);
  return { low: orderStatistic(counts, rank), high: orderStatistic(counts, n + 1 - rank), coverage };
}

/** Coverage of [x_rank, x_(n+1-rank)] for the median of n judgments; `rank` is 1 up to n/2. */
export function orderCoverage(n: number, rank: number): number {
  for (const step of coverages(n)) if (step.rank === rank) return step.coverage;
  throw new RangeError(`[x_${rank}, x_${n + 1 - rank}] is no interval around the median of ${n}`);
}

function widthFor(n: number): { rank: number; coverage: number } {
  let chosen = { rank: 1, coverage: 0 };
  for (const step of coverages(n)) {
    if (step.rank > 1 && step.coverage < INTERVAL_COVERAGE) break;
    chosen = step;
  }
  return chosen;
}

/** The intervals around the median of n judgments, from the widest inwards. */
function* coverages(n: number): Generator<{ rank: number; coverage: number }> {
  let tail = 0;
  let term = binomialStart(n);
  for (let rank = 1; 2 * rank <= n; rank++) {
    tail += term.value;
    yield { rank, coverage: 1 - 2 * tail };
    term = binomialNext(term, n, rank - 1);
  }
}

/** C(n, i) / 2^n, with its logarithm because 2^-n vanishes for large panels. */
type BinomialTerm = { log: number; value: number };

function binomialStart(n: number): BinomialTerm {
  return { log: -n * Math.LN2, value: 2 ** -n };
}

function binomialNext({ log, value }: BinomialTerm, n: number, i: number): BinomialTerm {
  const next = log + Math.log(n - i) - Math.log(i + 1);
  return { log: next, value: n <= PLAIN_BINOMIAL ? (value * (n - i)) / (i + 1) : Math.exp(next) };
}
