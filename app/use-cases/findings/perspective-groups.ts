/** Perspectives that are shown together, and how many judgments they have between them. */
export type PerspectiveGroup<P extends string> = { perspectives: P[]; n: number };

/**
 * Which perspectives of a panel can be shown apart when nothing smaller than `minimum` judgments may be seen.
 * Those below it are put together; while they are still too few between them, the next smallest joins, because what
 * is left out could be worked out by taking the groups shown from the whole panel. Perspectives without a judgment
 * are dropped. No group at all when the whole panel is too small. The groups come in the order of `counts`, the one
 * put together last.
 */
export function groupPerspectives<P extends string>(
  counts: readonly { perspective: P; n: number }[],
  minimum: number,
): PerspectiveGroup<P>[] {
  const present = counts.filter(({ n }) => n > 0);
  const total = sum(present);
  if (total < minimum || total === 0) return [];
  const smallestFirst = [...present].sort((a, b) => a.n - b.n);
  const together = smallestFirst.filter(({ n }) => n < minimum);
  while (together.length > 0 && sum(together) < minimum) {
    together.push(...smallestFirst.slice(together.length, together.length + 1));
  }
  const apart = present.filter((group) => !together.includes(group));
  return [
    ...apart.map(({ perspective, n }) => ({ perspectives: [perspective], n })),
    ...(together.length > 0 ? [merged(present.filter((group) => together.includes(group)))] : []),
  ];
}

function merged<P extends string>(groups: { perspective: P; n: number }[]): PerspectiveGroup<P> {
  return { perspectives: groups.map(({ perspective }) => perspective), n: sum(groups) };
}

function sum(groups: readonly { n: number }[]): number {
  return groups.reduce((total, { n }) => total + n, 0);
}
