/** The rules by which changes wait in the browser until the server has them: no storage, no network, no clock. */

/** What stands in the form of one function; a field without an answer is missing. */
export type Fields = Record<string, string>;

/** Something to be saved, and the key that lets it arrive twice and be stored once. */
export type Draft = { key: string; fields: Fields };

/**
 * Why the server did not take a save. "stale": another version was saved meanwhile; "invalid": a field is not as it
 * must be; "seat": the personal link no longer works; "gone": the function is no longer asked.
 */
export const TROUBLES = [
  "stale",
  "invalid",
  "closed",
  "submitted",
  "workshop",
  "round",
  "seat",
  "gone",
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** What one page of one function has to save. */
export type Entry = {
  /** The page's own; a page that takes over what another one left keeps the other's. */
  id: string;
  functionKey: string;
  round: number;
  /** The stored version that the next save is made from, 0 for none. */
  base: number;
  /** On its way: kept as it is until the server has answered, since it may have arrived all the same. */
  sending: Draft | null;
  /** What changed since then. Only the newest is of interest. */
  waiting: Draft | null;
  /** As the server last confirmed it. */
  saved: Fields | null;
  /** Whether that answers the function, as far as the server is concerned. */
  done: boolean;
  /** When it first had something to save, in milliseconds: the order of sending. */
  since: number;
  trouble: Trouble | null;
};

export type Change = Pick<Entry, "id" | "functionKey" | "round" | "base"> & { draft: Draft };

/** What the server answered to a save. */
export type Answer = { version: number; done: boolean } | { trouble: Trouble };

export const isUnsent = ({ sending, waiting }: Entry) => sending !== null || waiting !== null;

/** The newest fields of an entry. */
export const fieldsOf = ({ waiting, sending, saved }: Entry): Fields =>
  waiting?.fields ?? sending?.fields ?? saved ?? {};

/** Notes a change. A stale entry stays stale: more typing does not settle which version counts. */
export function withChange(entry: Entry | undefined, { draft, ...change }: Change, now: number): Entry {
  if (!entry) {
    const nothing = { sending: null, saved: null, done: false, trouble: null };
    return { ...change, ...nothing, waiting: draft, since: now };
  }
  const trouble = entry.trouble === "stale" ? entry.trouble : null;
  return { ...entry, waiting: draft, since: isUnsent(entry) ? entry.since : now, trouble };
}

/** Marks what is sent next as being on its way; what already was is sent again as it was. */
export function taken(entry: Entry): Entry {
  return entry.sending ? entry : { ...entry, sending: entry.waiting, waiting: null };
}

/** What is left of an entry once the server has answered. What it refused waits on, behind newer changes. */
export function answered(entry: Entry, answer: Answer): Entry {
  const { sending, waiting } = entry;
  if ("trouble" in answer)
    return { ...entry, sending: null, waiting: waiting ?? sending, trouble: answer.trouble };
  const { version, done } = answer;
  return { ...entry, sending: null, saved: sending?.fields ?? entry.saved, base: version, done };
}

/** The entry to send now: the one that waits longest of those the server has not refused. */
export function nextToSend(entries: Entry[]): Entry | null {
  const ready = entries.filter((entry) => isUnsent(entry) && !entry.trouble);
  return ready.sort((a, b) => a.since - b.since)[0] ?? null;
}

/** What this browser knows best of a function: unsent changes before what was saved, the newest of each. */
export function standing(entries: Entry[], functionKey: string, round: number): Entry | null {
  const mine = entries.filter((entry) => entry.functionKey === functionKey && entry.round === round);
  const unsent = mine.filter(isUnsent).sort((a, b) => b.since - a.since);
  return unsent[0] ?? mine.sort((a, b) => b.base - a.base)[0] ?? null;
}

/** The entries that nothing needs any more: saved ones of which this browser knows a newer version. */
export function outdated(entries: Entry[]): Entry[] {
  return entries.filter(
    (entry) => !isUnsent(entry) && standing(entries, entry.functionKey, entry.round) !== entry,
  );
}

/** Whether the fields answer the function: a level, or that there is none, and why. */
export function isComplete({ level, cannotJudge }: Fields): boolean {
  return Boolean(level) && (level !== "none" || Boolean(cannotJudge));
}

/** The function to go on with after one: the next without an answer, going round; null when all have one. */
export function nextOf(tasks: { key: string; judged: boolean }[], after: string): string | null {
  const start = tasks.findIndex(({ key }) => key === after) + 1;
  return [...tasks.slice(start), ...tasks.slice(0, start)].find(({ judged }) => !judged)?.key ?? null;
}
