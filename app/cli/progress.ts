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

const WIDTH = 30;

/** Draws a bar on standard error that fills up, at most once in a tenth of a second; the last step ends the line. */
export function progressBar(io: Io, what: string): (done: number, total: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = io.elapsed();
    if (done < total && now - last < 100) return;
    last = now;
    const full = Math.round((done / total) * WIDTH);
    const bar = "#".repeat(full).padEnd(WIDTH, ".");
    io.err(`\r${what} [${bar}] ${done} of ${total}${done === total ? "\n" : ""}`);
  };
}
