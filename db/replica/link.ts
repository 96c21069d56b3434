import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { type PlainError, StoreUnavailable, translate } from "./errors";

/** The longest that one call may hold the app up. Waiting for another machine's transaction is part of it. */
const LIMIT = 3_000;
/** The first copy of a large store takes its time. */
const OPEN_LIMIT = 10 * 60_000;
/** A catching-up that takes longer than this means that the primary does not answer; writes then do not wait for it. */
const SLOW_SYNC = 1_000;
/** How long a request waits for the replica to catch up before it goes on with what is there. */
const PATIENCE = 300;
/** How long a primary that was out of reach is not asked again by those who only read. */
const REST = 1_000;

type Deed = { deed: string; [input: string]: unknown };
type Answer = { id: number; value?: unknown; error?: PlainError };
type Pending = { settle: (answer: Answer) => void };

/** Where the replica lies and whom it follows. */
export type LinkOptions = { file: string; url: string; authToken?: string; worker: URL };

/**
 * The link to the thread that holds the connection to the primary. `call` blocks until the answer is there, as
 * better-sqlite3 does, but never longer than its limit; `fresh` does not block.
 */
export class Link {
  #worker: Worker;
  #port: MessagePort;
  #flag: Int32Array;
  #pending = new Map<number, Pending>();
  #last = 0;
  /** The calls that nobody waits for any longer and that hold the thread up. */
  #abandoned = new Set<number>();
  #syncing: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #syncBegan = 0;
  #heard = 0;
  #restUntil = 0;

  constructor({ file, url, authToken = "", worker }: LinkOptions) {
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(4);
    this.#flag = new Int32Array(signal);
    this.#port = port1;
    this.#worker = new Worker(worker, {
      workerData: { file, url, authToken, port: port2, signal },
      transferList: [port2],
      // It is plain JavaScript; whatever this process was started with is not for it.
      execArgv: [],
    });
    this.#port.on("message", (answer: Answer) => this.#take(answer));
    this.#port.unref();
    this.#worker.unref();
  }

  /** Makes or opens the replica and copies what it lacks. @throws StoreUnavailable */
  open(): void {
    this.call({ deed: "open" }, OPEN_LIMIT);
  }

  /** @throws StoreUnavailable when the primary does not answer in time; what it was asked may still happen. */
  call<T>(request: Deed, limit = LIMIT): T {
    const now = performance.now();
    const slow = this.#syncing !== null && now - this.#syncBegan > SLOW_SYNC;
    if (slow || this.#abandoned.size > 0) throw new StoreUnavailable("The primary does not answer.");
    let answer: Answer | undefined;
    const id = this.#post(request, (given) => {
      answer = given;
    });
    const deadline = now + limit;
    while (!answer) {
      const seen = Atomics.load(this.#flag, 0);
      for (let next = receiveMessageOnPort(this.#port); next; next = receiveMessageOnPort(this.#port)) {
        this.#take(next.message);
      }
      if (answer) break;
      const left = deadline - performance.now();
      if (left <= 0) this.#giveUp(id);
      Atomics.wait(this.#flag, 0, seen, left);
    }
    return this.#read(answer) as T;
  }

  /**
   * Brings the replica up to what the primary holds now, for everybody who asks meanwhile at once. Resolves, without
   * having done so, when the primary is out of reach or slow.
   */
  async fresh(): Promise<void> {
    if (this.#abandoned.size > 0 || performance.now() < this.#restUntil) return;
    // One under way may have asked before what this caller must see was written.
    this.#next ??= (this.#syncing ?? Promise.resolve()).then(() => {
      this.#next = null;
      return this.#sync();
    });
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
    });
    await Promise.race([this.#next, patience]);
    clearTimeout(timer);
  }

  close(): void {
    try {
      this.call({ deed: "close" });
    } catch {
      // It ends with the process.
    }
    this.#port.close();
    void this.#worker.terminate();
  }

  #sync(): Promise<void> {
    this.#syncBegan = performance.now();
    const ask = this.#syncBegan - this.#heard > REST;
    this.#syncing = new Promise<void>((resolve) => {
      this.#post({ deed: "sync", ask }, ({ error }) => {
        if (error) this.#restUntil = performance.now() + REST;
        else this.#heard = performance.now();
        this.#syncing = null;
        resolve();
      });
    });
    return this.#syncing;
  }

  #post(request: Deed, settle: Pending["settle"]): number {
    this.#last += 1;
    this.#pending.set(this.#last, { settle });
    this.#port.postMessage({ id: this.#last, ...request });
    return this.#last;
  }

  #take(answer: Answer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    this.#abandoned.delete(answer.id);
    pending?.settle(answer);
  }

  /** Nothing else is asked until the thread is free again, and whatever it then has begun is undone. */
  #giveUp(id: number): never {
    this.#abandoned.add(id);
    this.#abandoned.add(this.#post({ deed: "drop" }, () => {}));
    throw new StoreUnavailable("The primary has not answered in time.");
  }

  #read({ value, error }: Answer): unknown {
    if (!error) {
      this.#heard = performance.now();
      this.#restUntil = 0;
      return value;
    }
    throw translate(error);
  }
}
