import { expect, it } from "vitest";
import { withLimitedBody } from "./limited-body";

const URL = "http://selaras.test/";

/** A body of unknown length, in chunks of `size` bytes. */
function chunked(chunks: number, size: number, onPull = () => {}): ReadableStream<Uint8Array> {
  let sent = 0;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull(controller) {
      onPull();
      if (sent++ < chunks) controller.enqueue(new Uint8Array(size).fill(97));
      else controller.close();
    },
  };
  // Nothing is made before it is asked for.
  return new ReadableStream(source, { highWaterMark: 0 });
}

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(URL, { method: "POST", body, headers, duplex: "half" } as RequestInit);

it("passes on a body within the limit, byte for byte, with its headers", async () => {
  const given = post("a=1&b=é", { "Content-Type": "application/x-www-form-urlencoded", "X-Test": "1" });
  const request = await withLimitedBody(given, 100);
  expect(request?.method).toBe("POST");
  expect(request?.headers.get("X-Test")).toBe("1");
  expect(Object.fromEntries((await request?.formData()) ?? [])).toEqual({ a: "1", b: "é" });
});

it("takes exactly the limit and not a byte more", async () => {
  expect(await withLimitedBody(post("x".repeat(10)), 10)).not.toBeNull();
  expect(await withLimitedBody(post("x".repeat(11)), 10)).toBeNull();
});

it("turns away a body that declares too much without reading it", async () => {
  let pulls = 0;
  const body = chunked(1, 1, () => {
    pulls += 1;
  });
  expect(await withLimitedBody(post(body, { "Content-Length": "1000" }), 100)).toBeNull();
  expect(pulls).toBe(0);
});

it("stops reading a body that declares nothing once it is too long", async () => {
  let pulls = 0;
  const endless = chunked(1_000_000, 50, () => {
    pulls += 1;
  });
  expect(await withLimitedBody(post(endless), 100)).toBeNull();
  expect(pulls).toBeLessThan(10);
});

it("leaves a request without a body alone", async () => {
  const request = new Request(URL);
  expect(await withLimitedBody(request, 0)).toBe(request);
});
