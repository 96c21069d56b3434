import type { Worker } from "node:cluster";
import { url as debugged } from "node:inspector";

/** How the process above asks a worker whether it lives, and how the worker says so. */
const TOPIC = "selaras:alive";
type Message = { topic: typeof TOPIC; debugged?: boolean };

/**
 * How long a worker may be silent, in milliseconds. What it does in one go is far shorter: it waits 5 seconds for a
 * lock of the store and 3 for an answer of the primary, draws the largest report in less than one, and a disk that is
 * slow may take some for a commit. Its start is not counted: there a replica's first copy of a large store may take
 * minutes.
 */
export const SILENCE = 60_000;
/** So often it is asked in that time. */
const ASKED = 12;

/** In a worker: answers, as soon as its event loop turns, that it lives. */
export function answerForLife(): void {
  process.on("message", (message: Message) => {
    if (message?.topic !== TOPIC || !process.connected) return;
    process.send?.({ topic: TOPIC, debugged: debugged() !== undefined } satisfies Message);
  });
}

/**
 * In the process above: asks a worker again and again, and calls `silent` once when it has not answered for so long.
 * Time is counted in questions: while this process itself does not run (the machine sleeps, or all of it is stopped),
 * nothing is asked and nothing is missed. A worker under a debugger may stand still for as long as it likes.
 */
export function askForLife(worker: Worker, silent: () => void, silence = SILENCE): void {
  let unanswered = 0;
  let halted = debugged() !== undefined;
  worker.on("message", (message: Message) => {
    if (message?.topic !== TOPIC) return;
    unanswered = 0;
    halted = message.debugged === true;
  });
  const timer = setInterval(() => {
    if (unanswered >= ASKED && !halted) {
      clearInterval(timer);
      silent();
      return;
    }
    unanswered += 1;
    // One that cannot be asked any more does not answer either.
    worker.send({ topic: TOPIC } satisfies Message, () => undefined);
  }, silence / ASKED);
  timer.unref();
  worker.once("exit", () => clearInterval(timer));
}
