/** A source of pseudo-random numbers: 32 random bits, or a number from 0 up to (not including) 1. */
export type Random = { bits: () => number; uniform: () => number };

/** The seed where the caller gives none: the same comparison gives the same figure everywhere. */
export const DEFAULT_SEED = 20_160_201;

/**
 * xoshiro128** (Blackman & Vigna 2021, doi 10.1145/3460772), its state filled from `seed` (any whole number)
 * by a Weyl sequence with a multiplicative mix, as its authors advise. Equal seeds give equal sequences.
 */
export function seededRandom(seed: number): Random {
  const next = seedMixer(seed);
  let a = next();
  let b = next();
  let c = next();
  let d = next();
  const bits = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return { bits, uniform: () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53 };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function seedMixer(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
}
