import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app";
import { attributes } from "../support/html";
import { anAccount, PASSWORD, signInAs } from "../support/security-accounts";

/** Everything that a browser, or a browser of some year, could read as the address of another site. */
const TRICKS = [
  ...["//evil.example", "///evil.example", "////evil.example", "/%2Fevil.example", "/%2f%2fevil.example"],
  ...["/\\evil.example", "\\\\evil.example", "/%5Cevil.example", "%5C%5Cevil.example", "/%5cevil.example"],
  ...[
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\nSet-Cookie: a=b",
    "/%09/evil.example",
    "/%0a/evil.example",
  ],
  ...["/%0d%0aSet-Cookie:%20a=b", "\u0000//evil.example", " //evil.example", "\u00a0//evil.example"],
  ...["https://evil.example", "https:evil.example", "http:/evil.example", "HTTPS://evil.example", "foo:bar"],
  ...["javascript:alert(1)", "data:text/html,x", "evil.example", "@evil.example", "?next=//evil.example", ""],
  ...["/%", "/%zz", `/${"x".repeat(3000)}`],
];
const FINE = ["/companies/new", "/companies?sort=name", "/help/method#agreement", "/me"];

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
// So many people at one address are slowed, which is another test's.
beforeEach(() => app.services.db.$client.exec("delete from rate_limit"));

describe.each(TRICKS)("next=%j", (next) => {
  const query = `?next=${encodeURIComponent(next)}`;

  it("stays at home for somebody who is signed in, or chooses a language", async () => {
    const owner = await app.signIn("consultant");
    expect((await app.get(`/sign-in${query}`, { as: owner })).location).toBe("/companies");
    const language = await app.post("/language", { language: "en", returnTo: next }, { as: owner });
    expect([language.location, language.headers.getSetCookie().length]).toEqual(["/", 1]);
  });

  it("stays at home after the password, and after the second factor", async () => {
    const plain = await anAccount(app, "consultant");
    const form = await app.get(`/sign-in${query}`);
    expect(attributes(form.body, "input", "value")).toContain("/companies");
    const fields = { email: plain.email, password: PASSWORD, next };
    expect((await app.post("/sign-in", fields)).location).toBe("/companies");
    const strong = await anAccount(app, "consultant", { secondFactor: true });
    const visitor = app.visitor();
    const asked = await app.post("/sign-in", { ...fields, email: strong.email }, { as: visitor });
    expect(asked.location).toBe("/sign-in/code?next=%2Fcompanies");
    const answer = await app.post(`/sign-in/code${query}`, { code: strong.code() }, { as: visitor });
    expect(answer.location).toBe("/companies");
  });
});

it.each(FINE)("next=%s is where somebody wanted to go", async (next) => {
  const { email } = await anAccount(app, "consultant");
  const { answer } = await signInAs(app, email, { next });
  expect(answer.location).toBe(next);
});
