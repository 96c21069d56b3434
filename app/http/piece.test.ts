import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { gzipped, joined, Piece } from "./piece";

const parts = fc.array(
  fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }).map((text) => new Piece(text)),
    fc.string({ unit: "grapheme" }).map((text) => Buffer.from(text)),
  ),
);

it("packs parts so that they unpack to the very bytes, one after another, however often", () => {
  fc.assert(
    fc.property(parts, (given) => {
      const bytes = joined(given);
      for (let times = 0; times < 2; times++) expect(gunzipSync(gzipped(given)).equals(bytes)).toBe(true);
    }),
  );
});

it("takes a text of its own that is longer than a block", () => {
  const long = Buffer.from("é".repeat(70_000));
  const given = [new Piece("<p>"), long, new Piece("</p>")];
  expect(gunzipSync(gzipped(given)).equals(joined(given))).toBe(true);
});

it("holds no more than what is packed", () => {
  expect(new Piece("<p>Selaras</p>").packed.buffer.byteLength).toBeLessThan(16_384);
});

it("packs what repeats itself", () => {
  const page = new Piece("<li>Terlihat di gerai</li>".repeat(1000));
  expect(gzipped([page, Buffer.from("x"), page]).byteLength).toBeLessThan(page.bytes.byteLength / 50);
});
