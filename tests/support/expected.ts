/**
 * What a result must be, told by the words of the method and by nothing of the scoring package: the level of a
 * function is the highest that more than half of its judgments reach.
 */
export function expectedLevel(judgments: (number | null)[], quorum = 1): number | null {
  const given = judgments.filter((level): level is number => level !== null);
  if (given.length < Math.max(1, quorum)) return null;
  const reached = [...new Set(given)].filter(
    (candidate) => given.filter((level) => level >= candidate).length > given.length / 2,
  );
  return Math.max(...reached);
}

/** The overall of a panel; each row is one member's levels in the order of the functions. */
export function expectedOverall(rows: (number | null)[][], quorum = 1) {
  const functions = Math.max(...rows.map((row) => row.length));
  const levels = Array.from({ length: functions }, (_, index) =>
    expectedLevel(
      rows.map((row) => row[index] ?? null),
      quorum,
    ),
  );
  const known = levels.filter((level): level is number => level !== null);
  const attained = known.length === levels.length ? Math.min(...known) : null;
  return { levels, typical: expectedLevel(levels), attained };
}
