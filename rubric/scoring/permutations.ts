import { DEFAULT_SEED } from "./random";

/** The least number of random permutations where enumeration would take too long. */
export const MONTE_CARLO_PERMUTATIONS = 100_000;

/** `method` "auto" enumerates as long as that is instant; `seed` and `permutations` are for Monte Carlo. */
export type PermutationOptions = {
  method?: "auto" | "exact" | "monte-carlo";
  seed?: number;
  permutations?: number;
};

/** Fills in the defaults; throws a RangeError below `MONTE_CARLO_PERMUTATIONS` permutations. */
export function permutationSettings(options: PermutationOptions): Required<PermutationOptions> {
  const { method = "auto", seed = DEFAULT_SEED, permutations = MONTE_CARLO_PERMUTATIONS } = options;
  if (!Number.isInteger(permutations) || permutations < MONTE_CARLO_PERMUTATIONS) {
    throw new RangeError(`at least ${MONTE_CARLO_PERMUTATIONS} permutations are needed, not ${permutations}`);
  }
  return { method, seed, permutations };
}

/**
 * The p-value of a random sample of permutations, counting the observed one: (extreme + 1)/(drawn + 1), which
 * is never zero (Phipson & Smyth 2010, doi 10.2202/1544-6115.1585).
 */
export function monteCarloP(extreme: number, drawn: number): number {
  return (extreme + 1) / (drawn + 1);
}
