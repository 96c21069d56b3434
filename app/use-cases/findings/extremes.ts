/** A function as far as ranking it needs: its level and, where it may be seen, its judgments per level. */
type Ranked = { key: string; level: number | null; distribution: readonly number[] | null };

/** The functions on one level: at most a few named, and how many more there are. */
export type Extreme = { level: number; keys: string[]; more: number };

/** How many functions a summary names. */
const NAMED = 3;

/**
 * The functions on the highest and on the lowest level; null when all that have a result share one level. Where more
 * share the extreme level than are named, those come first whose judgments lean furthest beyond it.
 */
export function extremes(functions: readonly Ranked[]): { strongest: Extreme; weakest: Extreme } | null {
  const levels = functions.flatMap(({ level }) => level ?? []);
  const [highest, lowest] = [Math.max(...levels), Math.min(...levels)];
  if (levels.length === 0 || highest === lowest) return null;
  return { strongest: onLevel(functions, highest, 1), weakest: onLevel(functions, lowest, -1) };
}

function onLevel(functions: readonly Ranked[], level: number, direction: 1 | -1): Extreme {
  const there = functions
    .filter((item) => item.level === level)
    .sort((a, b) => direction * (lean(b) - lean(a)));
  return {
    level,
    keys: there.slice(0, NAMED).map(({ key }) => key),
    more: Math.max(0, there.length - NAMED),
  };
}

/** The share of judgments above the level less the share below it: uses the order of levels only. */
function lean({ level, distribution }: Ranked): number {
  if (level === null || !distribution) return 0;
  const total = distribution.reduce((sum, count) => sum + count, 0);
  const net = distribution.reduce((sum, count, index) => sum + count * Math.sign(index + 1 - level), 0);
  return total === 0 ? 0 : net / total;
}
