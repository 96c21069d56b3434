import {
  answered,
  type Change,
  type Entry,
  isUnsent,
  nextToSend,
  outdated,
  taken,
  withChange,
} from "./outbox";
import { send } from "./outbox-send";

/** Whose answers wait here. Null is nobody: whoever has no seat, or whose answers can no longer change. */
export type Seat = {
  memberId: string;
  round: number;
  /** Which functions are asked, and of which version of its judgment the server knew. */
  tasks: { key: string; name: string; judged: boolean; version: number }[];
};

export type OutboxState = {
  /** Whether it is known who sits here. */
  open: boolean;
  entries: Entry[];
  sending: boolean;
  /** The last try did not reach the server. */
  unreachable: boolean;
  /** When the server last confirmed something, in milliseconds. */
  savedAt: number | null;
};

/** What was just done here, for the page that comes next to say once. */
let said: string | null = null;

export function say(text: string): void {
  said = text;
}

export function takeSaid(): string | null {
  const text = said;
  said = null;
  return text;
}

export const EMPTY: OutboxState = {
  ...{ open: false, entries: [], sending: false, unreachable: false, savedAt: null },
};

/** How long a text may rest before it is sent, and how long to wait after a try that reached nobody. */
const PAUSE = 500;
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 30_000;

const PREFIX = "selaras-save:";
/** What the browser has no room for, or keeps for nobody, waits as long as the page is open. */
const held = new Map<string, Entry>();
const listeners = new Set<() => void>();
let seat: Seat | null = null;
let state = EMPTY;
let running: Promise<void> | null = null;
let retry = FIRST_RETRY;
let timer: ReturnType<typeof setTimeout> | undefined;

export const currentSeat = () => seat;
export const readState = () => state;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(next: Partial<OutboxState> = {}): void {
  state = { ...state, ...next, open: seat !== null, entries: readEntries() };
  for (const listener of listeners) listener();
}

/** Entries are kept by member, so that two people at one device never meet each other's. */
const prefixOf = (memberId: string) => `${PREFIX}${memberId}:`;

function readEntries(): Entry[] {
  if (!seat) return [];
  const prefix = prefixOf(seat.memberId);
  const entries = new Map([...held].filter(([key]) => key.startsWith(prefix)));
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) entries.set(key, JSON.parse(localStorage.getItem(key) ?? ""));
    }
  } catch {
    // Then what the page holds is all there is.
  }
  return [...entries.values()];
}

function write(memberId: string, entry: Entry): void {
  const key = prefixOf(memberId) + entry.id;
  try {
    localStorage.setItem(key, JSON.stringify(entry));
    held.delete(key);
  } catch {
    held.set(key, entry);
  }
}

function remove(memberId: string, { id }: Pick<Entry, "id">): void {
  const key = prefixOf(memberId) + id;
  held.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that lets nobody at its storage has kept nothing there.
  }
}

/** Sits somebody down: what they left here is sent. What was refused for a passing reason is tried once more. */
export function open(newSeat: Seat): void {
  const same = seat?.memberId === newSeat.memberId && seat.round === newSeat.round;
  seat = newSeat;
  for (const entry of same ? [] : readEntries()) {
    if (entry.trouble && entry.trouble !== "stale" && entry.trouble !== "invalid")
      write(newSeat.memberId, { ...entry, trouble: null });
  }
  show();
  void flush();
}

/** Notes a change on this device, then sends it: at once, or when nothing more was typed for a moment. */
export function keep(change: Change, when: "now" | "soon"): void {
  if (!seat) return;
  const before = readEntries().find(({ id }) => id === change.id);
  write(seat.memberId, withChange(before, change, Date.now()));
  show();
  if (when === "now") void flush();
  else later(PAUSE);
}

/** Lets go of what a page had to say. */
export function drop(id: string): void {
  if (seat) remove(seat.memberId, { id });
  show();
}

/** Lets go of everything that this member has on this device, and of the seat. */
export function eraseAll(): void {
  if (seat) for (const entry of readEntries()) remove(seat.memberId, entry);
  close();
}

/** Nobody sits here any more. What is unsent stays, for when they come back by a new link. */
export function close(): void {
  if (seat) for (const entry of readEntries()) if (!isUnsent(entry)) remove(seat.memberId, entry);
  seat = null;
  clearTimeout(timer);
  show();
}

function later(milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void flush(), milliseconds);
}

/**
 * Sends what waits, one after another, by one tab at a time. Resolves once nothing can be sent any more. A browser
 * that says it has no network is believed, so that more changes come together; but not when somebody presses a
 * button (`insist`), since some browsers say so wrongly.
 */
export async function flush({ insist = false } = {}): Promise<void> {
  clearTimeout(timer);
  while (running) await running;
  if (!nextToSend(readEntries())) return;
  if (!navigator.onLine && !insist) return show({ unreachable: true });
  running = alone(sendAll).finally(() => {
    running = null;
    show({ sending: false });
  });
  await running;
}

/** Without the browser's locks (plain http), two tabs may send the same twice; its key makes that harmless. */
async function alone(work: () => Promise<void>): Promise<void> {
  await (navigator.locks ? navigator.locks.request("selaras-save", work) : work());
}

async function sendAll(): Promise<void> {
  for (let entry = nextToSend(readEntries()); seat && entry; entry = nextToSend(readEntries())) {
    const { memberId } = seat;
    const onItsWay = taken(entry);
    write(memberId, onItsWay);
    show({ sending: true });
    const answer = await send(onItsWay);
    if (!answer) {
      show({ unreachable: true });
      later(retry);
      retry = Math.min(retry * 2, LONGEST_RETRY);
      return;
    }
    retry = FIRST_RETRY;
    // What was typed meanwhile has been written beside it. An entry that is gone was let go of on purpose.
    const now = readEntries().find(({ id }) => id === onItsWay.id);
    if (now) write(memberId, answered(now, answer));
    for (const old of outdated(readEntries())) remove(memberId, old);
    show({ unreachable: false, savedAt: "version" in answer ? Date.now() : state.savedAt });
  }
}

/** Sends whenever there may be a connection again, or the page is about to go; other tabs' changes are seen. */
export function watch(): () => void {
  const seen = () => show();
  const now = () => void flush();
  window.addEventListener("storage", seen);
  window.addEventListener("online", now);
  window.addEventListener("pagehide", now);
  document.addEventListener("visibilitychange", now);
  return () => {
    window.removeEventListener("storage", seen);
    window.removeEventListener("online", now);
    window.removeEventListener("pagehide", now);
    document.removeEventListener("visibilitychange", now);
  };
}
