import type { Choice } from "~/use-cases/comparable";
import type { Chosen } from "~/use-cases/compare-assessments";

/**
 * What an address asks to compare: `w` once for each assessment, and the two that are tested as `before` and `after`,
 * by default the first and the last of them. Without `w` the two are all there is, and without those the two latest by
 * one measure. Null where there are no two.
 */
export function chooseWaves(query: URLSearchParams, choices: Choice[]): Chosen | null {
  const waves = [...new Set(query.getAll("w"))].filter((id) => id !== "");
  const [before, after] = [query.get("before"), query.get("after")];
  if (waves.length === 0) {
    const latest = latestPair(choices);
    const pair = { before: before ?? latest?.before ?? "", after: after ?? latest?.after ?? "" };
    return pair.before === "" || pair.after === ""
      ? null
      : { ...pair, waves: inOrder([pair.before, pair.after], choices) };
  }
  const ordered = inOrder(waves, choices);
  const [first = "", last = ""] = [ordered[0], ordered.at(-1)];
  const within = before && after && before !== after && waves.includes(before) && waves.includes(after);
  return { waves: ordered, ...(within ? { before, after } : { before: first, after: last }) };
}

/** Oldest first, as the choices are; what is no choice stands last, for the use-case to refuse. */
function inOrder(ids: string[], choices: Choice[]): string[] {
  const known = choices.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
  return [...known, ...ids.filter((id) => !known.includes(id))];
}

/** The two latest assessments by one measure. */
function latestPair(choices: Choice[]): { before: string; after: string } | null {
  for (const after of [...choices].reverse()) {
    const before = choices.findLast(
      ({ id, rubric }) =>
        id !== after.id && rubric.key === after.rubric.key && rubric.version === after.rubric.version,
    );
    if (before) return { before: before.id, after: after.id };
  }
  return null;
}

/** The pairs offered for a closer look: first and last, then each with its neighbour. */
export function pairsOf(waves: string[]): { before: string; after: string }[] {
  const [first, last] = [waves[0], waves.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const neighbours = waves.slice(1).map((after, index) => ({ before: waves[index] ?? "", after }));
  return neighbours.length === 1 ? neighbours : [{ before: first, after: last }, ...neighbours];
}

/** Where a pair of the chosen assessments is looked at. */
export function pairHref(waves: string[], { before, after }: { before: string; after: string }): string {
  const query = new URLSearchParams(waves.map((id) => ["w", id]));
  query.append("before", before);
  query.append("after", after);
  return `?${query}`;
}
