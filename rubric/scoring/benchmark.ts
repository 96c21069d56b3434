import { quantile, size } from "./distribution";
import { lowerMedian } from "./level";

/**
 * Where the levels of a group of companies lie. `n` companies have a level; `median` is their lower median, so a level
 * that exists; the quartiles are of type 7 (linear), as elsewhere. All three are null below the least number of
 * companies.
 */
export type Benchmark = {
  n: number;
  median: number | null;
  lowerQuartile: number | null;
  upperQuartile: number | null;
};

/** The fewest companies of which anything is said: with fewer, one could tell what a single one has. */
export const MINIMUM_PEERS = 5;

/** The benchmark of some companies' levels (from 1 to `levels`; null for a company without one). */
export function benchmark(given: readonly (number | null)[], levels: number): Benchmark {
  const counts = Array.from(
    { length: levels },
    (_, index) => given.filter((level) => level === index + 1).length,
  );
  const n = size(counts);
  if (n < MINIMUM_PEERS) return { n, median: null, lowerQuartile: null, upperQuartile: null };
  return {
    n,
    median: lowerMedian(counts),
    lowerQuartile: quantile(counts, 0.25),
    upperQuartile: quantile(counts, 0.75),
  };
}
