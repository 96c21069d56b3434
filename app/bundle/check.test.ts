import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sampleBundles } from "~/cli/bundle-fixtures";
import { BundleFault, checkBundle } from "./check";
import { layOut } from "./layout";
import { type Bundle, bundleJsonSchema, bundleSchema } from "./schema";
import { publicKeyOf, signatureFault } from "./sign";

const { files } = await sampleBundles();
const linked = readFileSync(files.linked);
const unlinked = readFileSync(files.unlinked);

/** Whole numbers below `below` that look random and are the same in every run (mulberry32). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const isRefused = (bytes: Uint8Array) => {
  try {
    checkBundle(bytes);
    return false;
  } catch (error) {
    if (error instanceof BundleFault) return true;
    throw error;
  }
};

describe.each([
  ["linked", linked],
  ["unlinked", unlinked],
])("a %s bundle", (_, bytes) => {
  it("holds as it is", () => {
    const { bundle, recomputed } = checkBundle(bytes);
    expect(recomputed).toEqual(bundle.recomputes);
    expect(recomputed.length).toBeGreaterThan(12);
  });

  it("is refused with any one byte changed, taken out or put in", () => {
    const next = numbersFrom(20_260_701);
    const start = bytes.indexOf('"signature": {');
    // Everywhere in the whole, and more often in the signature, where different spellings could mean the same.
    const places = Array.from({ length: 160 }, (_, index) =>
      index % 2 === 0 ? next(bytes.length) : start + next(bytes.length - start),
    );
    const through = places.flatMap((place) => {
      const changed = Buffer.from(bytes);
      changed[place] = (bytes[place] ?? 0) ^ (1 << next(8));
      const cut = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)]);
      const longer = Buffer.concat([bytes.subarray(0, place), Buffer.from(" "), bytes.subarray(place)]);
      return [changed, cut, longer].some((one) => !isRefused(one)) ? [place] : [];
    });
    expect(through).toEqual([]);
  });
});

it("refuses a name that stands in it twice, and numbers written another way", () => {
  const text = linked.toString("utf8");
  const twice = text.replace('  "assessment": {', '  "assessment": {},\n  "assessment": {');
  const number = text.replace('"quorum": 3', '"quorum": 3.0');
  for (const one of [twice, number]) {
    expect(one).not.toBe(text);
    expect(isRefused(Buffer.from(one))).toBe(true);
  }
});

it("refuses what is nested deeper than a program can follow, in words", () => {
  const nest = "[".repeat(200_000) + "]".repeat(200_000);
  const format = '"format":{"name":"selaras-bundle","version":1}';
  for (const text of [
    `{${format},"more":${nest}}`,
    `{"format":{"name":"selaras-bundle","version":${nest}}}`,
  ]) {
    expect(() => checkBundle(Buffer.from(text))).toThrow(/nested deeper than any bundle/);
  }
});

it("takes no signature in another spelling", () => {
  const { signature, ...content } = JSON.parse(linked.toString("utf8")) as Bundle;
  expect(signatureFault(content, signature)).toBeNull();
  const { value, publicKey } = signature;
  const spellings = [
    { ...signature, value: value.replace(/=+$/, "") },
    // The last character before the padding has bits that count for nothing.
    {
      ...signature,
      value: value.replace(/.(==)$/, (end) => `${end.startsWith("A") ? "B" : nextLetter(end)}==`),
    },
    { ...signature, publicKey: publicKey.trimEnd() },
    { ...signature, keyId: signature.keyId.toUpperCase() },
  ];
  for (const one of spellings) expect(signatureFault(content, one)).not.toBeNull();
  expect(publicKeyOf(publicKey).keyId).toBe(signature.keyId);
});

function nextLetter(end: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return letters[letters.indexOf(end.charAt(0)) + 1] ?? "B";
}

describe("the published schema", () => {
  it("describes what is in a bundle, by name, down to the signature", () => {
    const schema = bundleJsonSchema() as {
      properties: object;
      required: string[];
      additionalProperties: boolean;
    };
    const bundle = JSON.parse(linked.toString("utf8"));
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(bundle).sort());
    expect([...schema.required].sort()).toEqual(Object.keys(bundle).sort());
    expect(schema.additionalProperties).toBe(false);
  });

  it("fits real bundles of both kinds, which reading leaves as they are", () => {
    for (const bytes of [linked, unlinked]) {
      const bundle = JSON.parse(bytes.toString("utf8"));
      expect(layOut(bundleSchema.parse(bundle))).toBe(bytes.toString("utf8"));
    }
  });
});
