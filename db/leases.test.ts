import { expect, it } from "vitest";
import { testDatabase } from "../tests/support/database";
import { releaseLease, takeLease } from "./leases";

const at = (second: number) => new Date(Date.UTC(2026, 5, 1, 0, 0, second));
const LASTS = 10_000;

it("gives a job to one holder, who may renew it, until their time is over", () => {
  const db = testDatabase();
  const take = (holder: string, second: number) => takeLease(db, "mail", holder, at(second), LASTS);
  expect(take("a", 0)).toBe(true);
  expect(take("b", 1)).toBe(false);
  expect(take("a", 8)).toBe(true);
  expect(take("b", 17)).toBe(false);
  expect(take("b", 18)).toBe(true);
  expect(take("a", 19)).toBe(false);
});

it("keeps jobs apart", () => {
  const db = testDatabase();
  expect(takeLease(db, "mail", "a", at(0), LASTS)).toBe(true);
  expect(takeLease(db, "backup", "b", at(0), LASTS)).toBe(true);
});

it("is free at once when its holder gives it back, and only then", () => {
  const db = testDatabase();
  takeLease(db, "mail", "a", at(0), LASTS);
  releaseLease(db, "mail", "b");
  expect(takeLease(db, "mail", "b", at(1), LASTS)).toBe(false);
  releaseLease(db, "mail", "a");
  expect(takeLease(db, "mail", "b", at(1), LASTS)).toBe(true);
});

it("is not lost for a day to a clock that was a day ahead", () => {
  const db = testDatabase();
  takeLease(db, "mail", "a", at(24 * 3600), LASTS);
  expect(takeLease(db, "mail", "b", at(0), LASTS)).toBe(true);
});
