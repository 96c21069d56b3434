import { describe, expect, it } from "vitest";
import { z } from "zod";
import { m } from "~/i18n/messages";
import { newPasswordField, withoutOwner } from "./password";

const OWNER = { name: "Budi Santoso", email: "budi.santoso@contoh.example.com" };
const complaints = (password: string, owner?: typeof OWNER) =>
  newPasswordField(owner)
    .safeParse(password)
    .error?.issues.map(({ message }) => message);

describe("a new password that is guessed first", () => {
  it.each([
    ["a word with a number", "password123"],
    ["the same in disguise", "P@ssw0rd!2024"],
    ["the same in another disguise", "we1come2024"],
    ["an Indonesian one", "Rahasia12345"],
    ["one of the most used, unlike any other", "4815162342"],
    ["two common words", "aku cinta kamu"],
    ["two common words joined", "sayangkamu1"],
    ["a row of the keyboard", "qwertyuiop"],
    ["the keyboard's columns", "!QAZ2wsx#EDC"],
    ["two walks by turns", "a1b2c3d4e5"],
    ["counting", "1234567890"],
    ["counting down", "0987654321"],
    ["one character", "aaaaaaaaaa"],
    ["a block over and over", "abc7abc7abc7ab"],
    ["a date", "17-08-1945"],
    ["years", "1984-1985-1986"],
    ["a saying of its own", "correct horse battery staple"],
  ])("is refused: %s", (_what, password) => {
    expect(complaints(password)).toEqual([m.account_password_common()]);
  });

  it("is refused whatever case it is in", () => {
    expect(complaints("SuPeRmAn1234")).toEqual([m.account_password_common()]);
  });
});

describe("a new password that nobody tries first", () => {
  it.each([
    "tujuh ekor bangau",
    "empat kata yang panjang",
    "hujan turun di bulan juni",
    "dragon monkey sunshine football",
    "were we there yet friend",
    "xk29!fjq0zm",
    "8306514927",
    "  kata sandi 🔑 ค  ",
    "パスワードを選ぶ日の朝",
  ])("is taken, of whatever characters: %s", (password) => {
    expect(newPasswordField(OWNER).parse(password)).toBe(password);
  });
});

describe("a new password about its owner", () => {
  it.each([
    "Budi Santoso 1",
    "budisantoso",
    "santoso-99-budi",
    "budi.santoso@contoh.example.com",
    "Selaras2026!",
  ])("is refused: %s", (password) => {
    expect(complaints(password, OWNER)).toEqual([m.account_password_personal()]);
  });

  it("is taken when it is one without the name, too", () => {
    expect(complaints("kuda budi lompat pagar", OWNER)).toBeUndefined();
    expect(complaints("selaras dalam tujuh nada")).toBeUndefined();
  });

  it("is refused where the same form asks for name and address", () => {
    const schema = z
      .object({ name: z.string(), email: z.string(), password: newPasswordField() })
      .superRefine(withoutOwner);
    const { error } = schema.safeParse({ ...OWNER, password: "Santoso 2026" });
    expect(error?.issues).toMatchObject([{ path: ["password"], message: m.account_password_personal() }]);
    expect(schema.safeParse({ ...OWNER, password: "tujuh ekor bangau" }).success).toBe(true);
  });
});
