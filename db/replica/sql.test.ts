import { describe, expect, it } from "vitest";
import { kindOf, parametersIn, valuesOf } from "./sql";

describe("where a statement runs", () => {
  it.each([
    ["select 1", "read"],
    ["  -- why\n /* and */ SELECT 1", "read"],
    ["with x as (select 1) select * from x", "read"],
    ["with x as (select 1) insert into y select * from x", "write"],
    ["insert into x values (1) returning id", "write"],
    ["begin immediate", "write"],
    ["savepoint s", "write"],
    ["vacuum into ?", "copy"],
    ["pragma foreign_key_check", "pragma"],
    ["explain query plan select 1", "read"],
    ["", "write"],
  ])("%j is a %s", (sql, kind) => expect(kindOf(sql)).toBe(kind));
});

describe("the values of a statement", () => {
  it("come in order, in a list or one by one; undefined is null", () => {
    expect(valuesOf([1, "a", null, undefined, 2n])).toEqual([1, "a", null, null, 2n]);
    expect(valuesOf([[1, "a"]])).toEqual([1, "a"]);
    expect(valuesOf([Buffer.from("x")])).toEqual([Buffer.from("x")]);
  });

  it.each([true, new Date(0), { name: 1 }, Symbol("x")])(
    "are refused when SQLite cannot store them",
    (value) => expect(() => valuesOf([value])).toThrow(TypeError),
  );

  it.each([
    ["select ?, ?", 2],
    ["select '?', \"?\", `?`, ? -- ?\n /* ? */", 1],
    ["select 'it''s ?'", 0],
    ["select :name", null],
    ["select ?1", null],
  ])("%j takes %j", (sql, count) => expect(parametersIn(sql)).toBe(count));
});
