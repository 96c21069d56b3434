import { beforeAll, expect, it } from "vitest";
import { findUser } from "#db/accounts";
import { m } from "~/i18n/messages";
import { createTestApp, type TestApp } from "../support/app";
import { attributes, firstText } from "../support/html";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});

const languageOf = (page: { body: string }) => attributes(page.body, "html", "lang")[0];

it("is Indonesian unless the browser asks for English", async () => {
  expect(languageOf(await app.get("/sign-in"))).toBe("id");
  const english = await app.get("/sign-in", { headers: { "Accept-Language": "en-GB,en;q=0.8" } });
  expect(languageOf(english)).toBe("en");
  expect(firstText(english.body, "h1")).toBe(m.account_sign_in_title({}, { locale: "en" }));
});

it("is remembered once it was chosen, and one comes back to the same page", async () => {
  const visitor = app.visitor();
  const chosen = await app.post(
    "/language",
    { language: "en", returnTo: "/sign-in?next=%2Fhelp" },
    { as: visitor },
  );
  expect(chosen).toMatchObject({ status: 302, location: "/sign-in?next=%2Fhelp" });
  const page = await app.get("/sign-in", { as: visitor, headers: { "Accept-Language": "id" } });
  expect(languageOf(page)).toBe("en");
  expect(firstText(page.body, "h1")).toBe(m.account_sign_in_title({}, { locale: "en" }));
  await app.post("/language", { language: "id", returnTo: "/" }, { as: visitor });
  expect(languageOf(await app.get("/", { as: visitor, headers: { "Accept-Language": "en" } }))).toBe("id");
});

it("is kept with the account of somebody signed in", async () => {
  const owner = await app.signIn("owner");
  await app.post("/language", { language: "en", returnTo: "/" }, { as: owner });
  expect(findUser(app.services.db, owner.userId)?.locale).toBe("en");
});

it("cannot be one that we do not speak", async () => {
  const visitor = app.visitor();
  for (const language of ["fr", "", "../../etc"]) {
    expect((await app.post("/language", { language, returnTo: "/sign-in" }, { as: visitor })).status).toBe(
      302,
    );
  }
  expect((await app.post("/language", { language: ["en", "id"] }, { as: visitor })).status).toBe(302);
  expect(visitor.jar.get("lang")).toBeUndefined();
});

it("is the same in a refused form and on a page that is not there", async () => {
  const headers = { "Accept-Language": "en" };
  const refused = await app.post("/sign-in", { email: "x", password: "x" }, { headers });
  expect(languageOf(refused)).toBe("en");
  expect(refused.body).toContain(m.form_email({}, { locale: "en" }));
  const missing = await app.get("/nowhere", { headers });
  expect(languageOf(missing)).toBe("en");
  expect(firstText(missing.body, "h1")).toBe(m.error_not_found_title({}, { locale: "en" }));
});
