import { createHash } from "node:crypto";

/** One error for whoever runs Selaras: what the log keeps of it, and nothing of what was sent or stored. */
export type ErrorReport = {
  at: string;
  version: string;
  message: string;
  requestId: string | null;
  error: Record<string, unknown>;
};

const TIMEOUT = 10_000;
/** The same error is reported once in this many milliseconds. */
const QUIET = 10 * 60_000;
/** Different errors that are remembered; beyond that the oldest is forgotten. */
const REMEMBERED = 200;

/**
 * Sends errors to an address of the operator's (ERROR_REPORT_URL), as JSON by POST, each kind once in ten minutes.
 * An address that does not answer costs nothing but a line in the log.
 */
export class ErrorReports {
  #last = new Map<string, number>();
  #options: { url: string; send: typeof fetch; now: () => number; failed: (why: string) => void };

  constructor(options: {
    url: string;
    failed: (why: string) => void;
    send?: typeof fetch;
    now?: () => number;
  }) {
    this.#options = { send: fetch, now: Date.now, ...options };
  }

  /** Resolves when the report has left, or at once where the same one has left before. */
  async report(report: ErrorReport): Promise<void> {
    const { url, send, now, failed } = this.#options;
    const kind = kindOf(report);
    const before = this.#last.get(kind);
    if (before !== undefined && now() - before < QUIET) return;
    this.#remember(kind, now());
    try {
      const response = await send(url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(report),
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (!response.ok) failed(`answered ${response.status}`);
    } catch (error) {
      failed((error as Error).name);
    }
  }

  #remember(kind: string, at: number): void {
    this.#last.delete(kind);
    this.#last.set(kind, at);
    const [oldest] = this.#last.keys();
    if (this.#last.size > REMEMBERED && oldest !== undefined) this.#last.delete(oldest);
  }
}

/** The same place in the code is the same error, whatever it says. */
function kindOf({ message, error }: ErrorReport): string {
  const { type, stack } = error;
  const places = typeof stack === "string" ? (stack.match(/\n {4}at .*/g) ?? []).slice(0, 3) : [];
  return createHash("sha256")
    .update(JSON.stringify([message, type, places]))
    .digest("hex");
}
