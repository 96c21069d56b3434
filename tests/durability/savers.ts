import type { Rubric } from "#rubric/schema";
import type { Person } from "../support/people";
import type { RunningServer } from "../support/server";

/** A save that the server has answered with 200: it must never be lost again. */
export type Acknowledged = {
  memberId: string;
  functionKey: string;
  key: string;
  level: number;
  rationale: string;
  version: number;
};

/** An assessor at a device that saves one answer after another. */
export type Seat = Person & { memberId: string };

/** Numbers from 0 up to 1 that follow from the seed alone (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Several assessors who save at the same time, each save under a key of its own. A save without an answer is sent
 * again with the same key once the server is back, as the questionnaire does it.
 */
export class Savers {
  readonly acknowledged: Acknowledged[] = [];
  /** How many saves were sent a second time or more often. */
  repeated = 0;
  #stopped = false;
  #heard: (() => void)[] = [];
  #back = Promise.resolve();
  #work: Promise<unknown>;

  constructor(
    private readonly server: Pick<RunningServer, "url">,
    seats: Seat[],
    private readonly rubric: Rubric,
    private readonly random: () => number,
  ) {
    this.#work = Promise.all(seats.map((seat) => this.#saveOn(seat)));
    // A failure is heard at the end; until then it must not end the process.
    this.#work.catch(() => undefined);
  }

  /** Resolves once so many more saves were acknowledged. */
  async hear(more: number): Promise<void> {
    const wanted = this.acknowledged.length + more;
    while (this.acknowledged.length < wanted)
      await Promise.race([new Promise<void>((resolve) => void this.#heard.push(resolve)), this.#work]);
  }

  /** From now on unanswered saves wait for `back`. */
  wait(back: Promise<void>): void {
    this.#back = back;
  }

  /** Lets every assessor have the answer to their last save. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#work;
  }

  async #saveOn(seat: Seat): Promise<void> {
    const { functions, levels } = this.rubric;
    for (let count = 0; !this.#stopped; count += 1) {
      const fn = functions[Math.floor(this.random() * functions.length)];
      const save = {
        memberId: seat.memberId,
        functionKey: fn?.key ?? "",
        key: `${seat.memberId}-${count}`,
        level: 1 + Math.floor(this.random() * levels.length),
        rationale: `Jawaban ${count}`,
      };
      const version = await this.#untilAnswered(seat, save);
      this.acknowledged.push({ ...save, version });
      for (const tell of this.#heard.splice(0)) tell();
    }
  }

  async #untilAnswered(seat: Seat, save: Omit<Acknowledged, "version">): Promise<number> {
    for (;;) {
      const answer = await this.#send(seat, save).catch((error: unknown) => {
        if (error instanceof Refused) throw error;
        return null;
      });
      if (answer) return answer.version;
      this.repeated += 1;
      await this.#back;
      // Between the end of the server and the news of it there is nothing to wait for but the next turn.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** What the server answers; null where it says that it could not save just now. */
  async #send(seat: Seat, { functionKey, key, level, rationale }: Omit<Acknowledged, "version">) {
    const response = await fetch(`${this.server.url}/assess/functions/${functionKey}/save`, {
      method: "POST",
      headers: { Origin: this.server.url, Cookie: seat.jar.header() },
      body: new URLSearchParams({ key, level: String(level), confidence: "2", rationale }),
      signal: AbortSignal.timeout(20_000),
    });
    if (response.status >= 500) return null;
    const said = (await response.json()) as { version: number };
    if (response.status === 200) return said;
    // Not what this is about: the test must fail, and say so.
    throw new Refused(`${response.status} ${JSON.stringify(said)}`);
  }
}

class Refused extends Error {}
