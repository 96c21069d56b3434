/** All times in milliseconds. */
export type StreamSettings = {
  /** How often a stream looks for something new. */
  every: number;
  /** How often it says that it is still there, so that nothing on the way takes it for dead. */
  heartbeat: number;
  /** When it ends in any case; a browser comes back by itself and is guarded anew. */
  lifetime: number;
  /** The most streams of one session, and of all together. */
  perHolder: number;
  total: number;
};

const SETTINGS: StreamSettings = {
  every: 1_000,
  heartbeat: 20_000,
  lifetime: 10 * 60_000,
  perHolder: 4,
  total: 500,
};

/** How long a browser waits before it comes back. */
const RETRY = 2_000;
/** Messages waiting for a client that reads none; beyond that it is let go. */
const BACKLOG = 20;

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store",
  // A proxy in front passes on what comes, as it comes.
  "X-Accel-Buffering": "no",
  // The connection ends with the stream, so that a server that stops has not to wait for it to fall idle.
  Connection: "close",
};

export type Watched = {
  request: Request;
  /** Whose stream it is: the id of a session. */
  holder: string;
  /** What is watched, in short; a new text is sent, null ends the stream. Called every second, so let it be cheap. */
  read: () => string | null;
};

/**
 * The event streams of one server: how many there are, and a way to end them all. They carry no data, only a text that
 * changes when the page has something new to show.
 */
export class EventStreams {
  #open = new Map<() => void, string>();
  #closed = false;
  #settings: StreamSettings;

  constructor(settings: Partial<StreamSettings> = {}) {
    this.#settings = { ...SETTINGS, ...settings };
  }

  get size(): number {
    return this.#open.size;
  }

  /** Ends every stream and opens no more; a browser tries again until the next server is there. */
  close(): void {
    this.#closed = true;
    for (const end of [...this.#open.keys()]) end();
  }

  /**
   * Answers with a stream of what `read` says: 204 when there is nothing (a browser does not come back then), 406 to
   * whoever asks for no stream, 429 beyond the limits, 503 while the server stops.
   */
  answer({ request, holder, read }: Watched): Response {
    const first = read();
    if (first === null) return new Response(null, { status: 204 });
    const wantsStream = request.headers.get("Accept")?.includes("text/event-stream");
    if (!wantsStream) return new Response(null, { status: 406 });
    if (request.method !== "GET") return new Response(null, { headers: HEADERS });
    if (this.#closed) return new Response(null, { status: 503 });
    const held = [...this.#open.values()].filter((one) => one === holder).length;
    if (held >= this.#settings.perHolder || this.size >= this.#settings.total) {
      return new Response(null, { status: 429 });
    }
    return new Response(this.#stream({ request, holder, read }, first), { headers: HEADERS });
  }

  #stream({ request, holder, read }: Watched, first: string): ReadableStream<Uint8Array> {
    const { signal } = request;
    let end = () => {};
    return new ReadableStream({
      start: (controller) => {
        const look = watch(controller, { read, first, settings: this.#settings });
        const timer = setInterval(() => {
          if (!look()) end();
        }, this.#settings.every);
        end = () => {
          if (!this.#open.delete(end)) return;
          clearInterval(timer);
          signal.removeEventListener("abort", end);
          try {
            controller.close();
          } catch {
            // The reader has let go of it already.
          }
        };
        this.#open.set(end, holder);
        signal.addEventListener("abort", end);
        if (signal.aborted) end();
      },
      cancel: () => end(),
    });
  }
}

/** Sends the first text, and returns what looks for the next one; that answers whether the stream goes on. */
function watch(
  controller: ReadableStreamDefaultController<Uint8Array>,
  { read, first, settings }: { read: Watched["read"]; first: string; settings: StreamSettings },
): () => boolean {
  const { every, heartbeat, lifetime } = settings;
  const encoder = new TextEncoder();
  const send = (text: string) => controller.enqueue(encoder.encode(text));
  const ticks = (time: number) => Math.max(1, Math.round(time / every));
  let tick = 0;
  let last = first;
  send(`retry: ${RETRY}\n${message("change", first)}`);
  return () => {
    tick++;
    const now = attempt(read);
    if (now === undefined) return false;
    if (now === null) {
      send(message("over", last));
      return false;
    }
    if (now !== last) send(message("change", now));
    else if (tick % ticks(heartbeat) === 0) send(": \n\n");
    last = now;
    const stuck = (controller.desiredSize ?? 0) < -BACKLOG;
    return !stuck && tick < ticks(lifetime);
  };
}

function message(event: "change" | "over", data: string): string {
  return `event: ${event}\ndata: ${data}\n\n`;
}

/** A store that cannot be read (undefined) ends the stream and not the server; the browser comes back and asks again. */
function attempt(read: () => string | null): string | null | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
