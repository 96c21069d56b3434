import { describe, expect, it } from "vitest";
import { negotiateLocale, withLocale } from "./locale.server";
import { m } from "./messages";

describe("the language of an answer", () => {
  it.each([
    ["what was chosen before", "en", "id", "en"],
    ["what the browser asks for first", null, "en-US,en;q=0.9,id;q=0.5", "en"],
    ["what weighs most, wherever it stands", null, "en;q=0.4,id;q=0.8", "id"],
    ["the first one known", null, "fr,de;q=0.9,en;q=0.3", "en"],
    ["the region's language", null, "ID-id", "id"],
    ["Indonesian when nothing fits", null, "fr,de;q=0.9", "id"],
    ["Indonesian when nothing is asked", null, null, "id"],
    ["no language that is excluded", null, "en;q=0,fr", "id"],
    ["the browser's when the cookie is none of ours", "fr", "en", "en"],
    ["Indonesian for nonsense", "", ";;q=,=,,", "id"],
  ])("is %s", (_what, cookie, accepted, expected) => {
    expect(negotiateLocale(cookie, accepted)).toBe(expected);
  });
});

it("stays with its own request while others are answered", async () => {
  let finish = () => {};
  const waiting = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const slow = withLocale("en", async () => {
    await waiting;
    return m.nav_sign_in();
  });
  const quick = withLocale("id", () => m.nav_sign_in());
  finish();
  expect(await slow).toBe(m.nav_sign_in({}, { locale: "en" }));
  expect(quick).toBe(m.nav_sign_in({}, { locale: "id" }));
});
