import type { Io } from "./io";

/** How often progress is told, and how long it must take to be told at all, in milliseconds. */
const EVERY = 1000;

/** Tells on standard error how far something is, once a second, and never when it is over sooner. */
export function progressTo(io: Io, what: string): (done: number, total: number) => void {
  let last = io.elapsed();
  return (done, total) => {
    const now = io.elapsed();
    if (now - last < EVERY || done === total) return;
    last = now;
    io.err(`${what}: ${done} of ${total}\n`);
  };
}
