import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { EventStreams } from "./event-stream";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SMALL = { every: 1_000, heartbeat: 5_000, lifetime: 30_000, perHolder: 2, total: 3 };

/** A stream as a browser asks for one; `says` is what is watched. */
function listener(streams: EventStreams, says: () => string | null, holder = "s1") {
  const client = new AbortController();
  const headers = { Accept: "text/event-stream" };
  const request = new Request("http://selaras.test/events", { headers, signal: client.signal });
  const response = streams.answer({ request, holder, read: says });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  /** The next piece that the server sent; null at the end. */
  async function next(): Promise<string | null> {
    const { done, value } = (await reader?.read()) ?? { done: true };
    return done ? null : decoder.decode(value);
  }
  return { response, next, client, reader };
}

it("sends what is watched, again whenever it changes, and says when it is over", async () => {
  const streams = new EventStreams(SMALL);
  let says: string | null = "a";
  const { response, next } = listener(streams, () => says);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  expect(await next()).toBe("retry: 2000\nevent: change\ndata: a\n\n");
  vi.advanceTimersByTime(2_000);
  says = "b";
  vi.advanceTimersByTime(1_000);
  expect(await next()).toBe("event: change\ndata: b\n\n");
  vi.advanceTimersByTime(2_000);
  expect(await next(), "a sign of life, with nothing in it").toMatch(/^: *\n\n$/);
  says = null;
  vi.advanceTimersByTime(1_000);
  expect(await next()).toBe("event: over\ndata: b\n\n");
  expect(await next()).toBeNull();
  expect([streams.size, vi.getTimerCount()]).toEqual([0, 0]);
});

it("leaves no timer behind when the client goes away or lets go of the answer", async () => {
  const streams = new EventStreams(SMALL);
  const gone = listener(streams, () => "a");
  const letGo = listener(streams, () => "a");
  expect([streams.size, vi.getTimerCount()]).toEqual([2, 2]);
  gone.client.abort();
  await letGo.reader?.cancel();
  expect([streams.size, vi.getTimerCount()]).toEqual([0, 0]);
});

it("is not opened for a client that is gone already", () => {
  const streams = new EventStreams(SMALL);
  const signal = AbortSignal.abort();
  const request = new Request("http://selaras.test/events", {
    headers: { Accept: "text/event-stream" },
    signal,
  });
  streams.answer({ request, holder: "s1", read: () => "a" });
  expect([streams.size, vi.getTimerCount()]).toEqual([0, 0]);
});

it("ends after its lifetime, when the client reads nothing, and when the store fails", () => {
  const streams = new EventStreams(SMALL);
  let turn = 0;
  listener(streams, () => "a");
  vi.advanceTimersByTime(29_000);
  expect(streams.size).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(streams.size, "after its lifetime").toBe(0);
  listener(streams, () => String(turn++));
  vi.advanceTimersByTime(25_000);
  expect(streams.size, "with a backlog").toBe(0);
  let works = true;
  listener(streams, () => {
    if (!works) throw new Error("the store is gone");
    return "a";
  });
  works = false;
  vi.advanceTimersByTime(1_000);
  expect([streams.size, vi.getTimerCount()]).toEqual([0, 0]);
});

it("has a limit for each session and one for all", () => {
  const streams = new EventStreams(SMALL);
  const status = (holder: string) => listener(streams, () => "a", holder).response.status;
  expect([status("s1"), status("s1"), status("s1")]).toEqual([200, 200, 429]);
  expect([status("s2"), status("s3")]).toEqual([200, 429]);
  streams.close();
});

it("ends all streams when the server stops, and opens no more", async () => {
  const streams = new EventStreams(SMALL);
  const first = listener(streams, () => "a");
  await first.next();
  streams.close();
  expect(await first.next()).toBeNull();
  expect([streams.size, vi.getTimerCount()]).toEqual([0, 0]);
  expect(listener(streams, () => "a").response.status).toBe(503);
});

it("answers without a stream where there is nothing to watch or none is asked for", () => {
  const streams = new EventStreams(SMALL);
  expect(listener(streams, () => null).response.status).toBe(204);
  const request = new Request("http://selaras.test/events");
  expect(streams.answer({ request, holder: "s1", read: () => "a" }).status).toBe(406);
  const head = new Request("http://selaras.test/events", {
    method: "HEAD",
    headers: { Accept: "text/event-stream" },
  });
  expect(streams.answer({ request: head, holder: "s1", read: () => "a" }).body).toBeNull();
  expect(streams.size).toBe(0);
});
