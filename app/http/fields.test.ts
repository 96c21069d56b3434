import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { withLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages";
import { choiceField, dateField, emailField, longTextField, textField, wholeNumberField } from "./fields";
import { newPasswordField } from "./password";

/** The value a field makes of what was typed, or the error it shows. */
function read(schema: z.ZodType, typed: unknown): { value: unknown } | { error: string } {
  const result = schema.safeParse(typed);
  return result.success
    ? { value: result.data }
    : { error: result.error.issues.map((issue) => issue.message).join(" ") };
}

describe("a whole number", () => {
  const field = wholeNumberField(1, 5);

  it.each([
    ["1", 1],
    ["5", 5],
    ["03", 3],
  ])("reads %j", (typed, value) => {
    expect(read(field, typed)).toEqual({ value });
  });

  it.each([
    "0",
    "6",
    "1.5",
    "1,5",
    "3 ",
    " 3",
    "-1",
    "+1",
    "1e0",
    "0x1",
    "٣",
    "",
    "three",
    "99999999999",
    ["1", "2"],
  ])("refuses %j and says what it wants", (typed) => {
    expect(read(field, typed)).toEqual({ error: m.form_number_between({ min: 1, max: 5 }) });
  });
});

describe("a text", () => {
  it("drops the spaces around it and keeps those inside", () => {
    expect(read(textField(20), "  PT  Contoh ")).toEqual({ value: "PT  Contoh" });
  });

  it("must not be empty, nor longer than its measure, and says by how much", () => {
    expect(read(textField(5), "   ")).toEqual({ error: m.form_required() });
    expect(read(textField(5), undefined)).toEqual({ error: m.form_required() });
    expect(read(textField(5), "123456")).toEqual({ error: m.form_too_long({ max: 5, length: 6 }) });
    expect(read(textField(5), ["a", "b"])).toEqual({ error: m.form_text_only() });
  });
});

describe("a long text", () => {
  it("may be empty or absent, and has one kind of line break", () => {
    expect(read(longTextField(10), undefined)).toEqual({ value: "" });
    expect(read(longTextField(10), " a\r\nb\rc ")).toEqual({ value: "a\nb\nc" });
  });

  it("says how much too long it is", () => {
    expect(read(longTextField(3), "1234")).toEqual({ error: m.form_too_long({ max: 3, length: 4 }) });
  });
});

describe("an e-mail address", () => {
  it("is kept in lower case without spaces around it", () => {
    expect(read(emailField(), " Ratna.W@Example.COM ")).toEqual({ value: "ratna.w@example.com" });
  });

  it.each([
    "ratna",
    "ratna@",
    "@example.com",
    "ratna@example",
    "a b@example.com",
    "a@example.com, b@example.com",
  ])("is not %j", (typed) => {
    expect(read(emailField(), typed)).toEqual({ error: m.form_email() });
  });
});

describe("a date", () => {
  it.each(["2026-06-30", "2024-02-29"])("can be %s", (typed) => {
    expect(read(dateField(), typed)).toEqual({ value: typed });
  });

  it.each(["2026-02-29", "2026-06-31", "30-06-2026", "2026-6-3", "2026-06-30T00:00:00Z", "", "besok"])(
    "cannot be %j",
    (typed) => {
      expect(read(dateField(), typed)).toEqual({ error: m.form_date() });
    },
  );
});

it("takes only one of the choices, letter for letter", () => {
  const field = choiceField(["expert", "insider"]);
  expect(read(field, "expert")).toEqual({ value: "expert" });
  expect(read(field, "Expert")).toEqual({ error: m.form_choice_unknown() });
  expect(read(field, ["expert", "insider"])).toEqual({ error: m.form_choice_unknown() });
  expect(read(field, undefined)).toEqual({ error: m.form_required_choice() });
});

it("wants a password of 10 to 128 characters and keeps its spaces", () => {
  expect(read(newPasswordField(), " tepi danau ")).toEqual({ value: " tepi danau " });
  expect(read(newPasswordField(), "123456789")).toEqual({ error: m.account_password_short({ min: 10 }) });
  expect(read(newPasswordField(), "x".repeat(129))).toEqual({ error: m.account_password_long({ max: 128 }) });
});

it("speaks the language of the request that is being answered", () => {
  const english = withLocale("en", () => read(textField(5), ""));
  const indonesian = withLocale("id", () => read(textField(5), ""));
  expect(english).toEqual({ error: m.form_required({}, { locale: "en" }) });
  expect(indonesian).toEqual({ error: m.form_required({}, { locale: "id" }) });
  expect(english).not.toEqual(indonesian);
});
