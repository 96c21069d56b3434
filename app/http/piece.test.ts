import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { bodyOf, gzipped, joined, lengthOf, type Part, Piece, plain } from "./piece";

const parts = fc.array(
  fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }).map((text) => new Piece(text)),
    fc.string({ unit: "grapheme" }).map((text) => Buffer.from(text)),
  ),
);

const unpacked = (given: Part[]) => gunzipSync(Buffer.concat(gzipped(given)));

it("packs parts so that they unpack to the very bytes, one after another, however often", () => {
  fc.assert(
    fc.property(parts, (given) => {
      const bytes = joined(given);
      for (let times = 0; times < 2; times++) expect(unpacked(given).equals(bytes)).toBe(true);
    }),
  );
});

it("takes a text of its own that is longer than a block", () => {
  const long = Buffer.from("é".repeat(70_000));
  const given = [new Piece("<p>"), long, new Piece("</p>")];
  expect(unpacked(given).equals(joined(given))).toBe(true);
});

it("holds no more than what is packed", () => {
  expect(new Piece("<p>Selaras</p>").packed.buffer.byteLength).toBeLessThan(16_384);
});

it("packs what repeats itself", () => {
  const page = new Piece("<li>Terlihat di gerai</li>".repeat(1000));
  expect(lengthOf(gzipped([page, Buffer.from("x"), page]))).toBeLessThan(page.bytes.byteLength / 50);
});

it("makes a body of few chunks, and hands on what is large as it is", async () => {
  const large = new Piece("é".repeat(50_000));
  const given = [new Piece("<p>"), Buffer.from("x"), large, Buffer.from("y"), new Piece("</p>")];
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyOf(plain(given)) as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  expect(chunks.map(({ byteLength }) => byteLength)).toEqual([4, 100_000, 5]);
  expect(chunks[1]).toBe(large.bytes);
  expect(Buffer.concat(chunks).equals(joined(given))).toBe(true);
  expect(lengthOf(plain(given))).toBe(100_009);
  expect(await new Response(bodyOf([])).text()).toBe("");
});
