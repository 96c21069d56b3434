import { expect, it } from "vitest";
import * as ours from "./browser-runtime";
import * as library from "./paraglide/runtime.js";

it("knows the languages that the library knows", () => {
  expect(ours.locales).toEqual(library.locales);
  expect(ours.baseLocale).toBe(library.baseLocale);
  for (const text of ["id", "en", "ID", "fr", "", undefined])
    expect(ours.isLocale(text)).toBe(library.isLocale(text));
});

it("speaks the language it is told to, and the base language before that", () => {
  expect(ours.getLocale()).toBe(library.baseLocale);
  ours.overwriteGetLocale(() => "en");
  expect(ours.getLocale()).toBe("en");
});
