/** `ranks` are twice the mid-ranks, so they are whole numbers; `tieCubes` is the sum of t^3 - t over ties. */
export type DoubledRanks = { ranks: number[]; tieCubes: number };

/** Ranks values from 1 (lowest), equal values sharing the mean of their places; every rank is doubled. */
export function doubledRanks(values: readonly number[]): DoubledRanks {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  let tieCubes = 0;
  for (let start = 0; start < order.length; ) {
    const value = values[order[start] ?? 0];
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === value) end++;
    for (const index of order.slice(start, end)) ranks[index] = start + 1 + end;
    const tied = end - start;
    tieCubes += tied ** 3 - tied;
    start = end;
  }
  return { ranks, tieCubes };
}
