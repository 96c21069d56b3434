import fc from "fast-check";
import { expect, it } from "vitest";
import { slot } from "./page-template";
import { inSlots, writtenDown } from "./shown-data";

const NONE = new Map<string, string>();
const plain = () =>
  fc.anything({ withDate: true, withNullPrototype: false, maxDepth: 3, withBigInt: false, withSet: false });

it("writes equal data alike and different data differently", () => {
  fc.assert(
    fc.property(plain(), plain(), (one, other) => {
      const same = writtenDown(one, NONE) === writtenDown(other, NONE);
      expect(writtenDown(structuredClone(one), NONE)).toBe(writtenDown(one, NONE));
      if (same) expect(structuredClone(one)).toEqual(other);
    }),
  );
});

it.each([
  [1, "1"],
  [null, undefined],
  [0, -0],
  [true, "true,"],
  [["a", "b"], ["a1:b"]],
  [[[], 1], [[1]]],
  [{ a: 1 }, { a: undefined }],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [{ "1:a": "" }, { a: "" }],
  [new Date(5), 5],
  [{ a: "slot a," }, { a: slot("a") }],
])("tells %j from %j", (one, other) => {
  expect(writtenDown(one, NONE)).not.toBe(writtenDown(other, NONE));
});

it.each([
  [Promise.resolve(1)],
  [new Map()],
  [new Set()],
  [() => 1],
  [1n],
  [Symbol("x")],
  [new (class Own {})()],
])("does not write down what is not plain, deep within as well", (odd) => {
  expect(writtenDown(odd, NONE)).toBeNull();
  expect(writtenDown([{ a: [odd] }], NONE)).toBeNull();
});

it("puts a slot for a text of one answer alone where its property is, and nowhere else", () => {
  const own = new Map([["name", "Ani"]]);
  const data = (name: string) => ({
    name,
    tasks: [{ name: "Ani", key: "Ani" }, { name: "Data" }],
    note: "Ani",
  });
  const shown = {
    name: slot("name"),
    tasks: [{ name: slot("name"), key: "Ani" }, { name: "Data" }],
    note: "Ani",
  };
  expect(inSlots(data("Ani"), own)).toEqual(shown);
  expect(writtenDown(data("Ani"), own)).not.toBe(writtenDown(data("Ani"), NONE));
});

it("writes two people's data alike once their names are slots, and not where one has none", () => {
  const written = (name: string) => writtenDown({ name, level: 2 }, new Map([["name", name]]));
  expect(written("Ani")).toBe(written("Budi"));
  expect(written("")).not.toBe(written("Ani"));
});

it("leaves dates and other values as they are", () => {
  const at = new Date(0);
  expect(inSlots({ at, n: 1, none: null }, new Map([["at", "x"]]))).toEqual({ at, n: 1, none: null });
});
