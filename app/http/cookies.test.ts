import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { RequestArgs } from "./context";
import { chosenLanguage, languageCookie, readToken, userCookie } from "./cookies";

/** Of a request, cookies need the address of the site and the secret. */
function args(baseUrl: string, secret = randomBytes(32).toString("hex")): RequestArgs {
  return { context: { services: { env: { BASE_URL: baseUrl }, secret } } } as RequestArgs;
}

const carrying = (cookie: string) => new Request("http://selaras.test/", { headers: { Cookie: cookie } });
const sent = (line: string) => line.split(";")[0] ?? "";

it("binds a session to the host and to https where the site runs under https", async () => {
  const line = await userCookie(args("https://selaras.example.com")).serialize("token");
  expect(line).toMatch(/^__Host-session=/);
  expect(line).toMatch(/; Secure/);
  expect(line).toMatch(/; HttpOnly/);
  expect(line).toMatch(/; SameSite=Lax/);
  expect(line).not.toMatch(/; Domain=/);
  expect(await userCookie(args("http://localhost:3000")).serialize("token")).toMatch(
    /^session=[^;]+(?!.*Secure)/,
  );
});

it("reads back what it signed", async () => {
  const jar = userCookie(args("http://localhost:3000"));
  expect(await readToken(jar, carrying(sent(await jar.serialize("token"))))).toBe("token");
});

it.each([
  ["no cookie", ""],
  ["an unsigned token", `session=${Buffer.from('"token"').toString("base64")}`],
  ["nonsense", "session=%E0%A4%A.%00"],
  ["nothing", "session="],
])("counts %s as absent", async (_what, cookie) => {
  expect(await readToken(userCookie(args("http://localhost:3000")), carrying(cookie))).toBeNull();
});

it("counts another installation's signature and other things than text as absent", async () => {
  const ours = userCookie(args("http://localhost:3000"));
  const theirs = await userCookie(args("http://localhost:3000")).serialize("token");
  expect(await readToken(ours, carrying(sent(theirs)))).toBeNull();
  expect(await readToken(ours, carrying(sent(await ours.serialize({ token: 1 }))))).toBeNull();
});

it.each(["lang=en", "a=b; __Host-lang=en", "lang=en; session=x"])("reads the language from %s", (cookie) => {
  expect(chosenLanguage(carrying(cookie))).toBe("en");
});

it.each(["", "lang=", "lang=fr", "xlang=en", "lang=en-GB", "lang=__proto__"])(
  "reads no language from %j",
  (cookie) => {
    expect(chosenLanguage(carrying(cookie))).toBeNull();
  },
);

it("writes the language for a year", () => {
  expect(languageCookie("en", false)).toBe("lang=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
  expect(languageCookie("en", true)).toMatch(/^__Host-lang=en; Path=\/; .*; Secure$/);
});
