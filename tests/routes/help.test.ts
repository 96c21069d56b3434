import { beforeAll, describe, expect, it } from "vitest";
import { STATISTICS } from "#rubric/scoring/method";
import { locales } from "~/i18n/locale";
import { createTestApp, type TestApp } from "../support/app";
import { attributes, textOf } from "../support/html";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

describe.each(locales)("help in %s", (locale) => {
  const get = async (path: string) => {
    const { status, body } = await app.get(path, { headers: { "Accept-Language": locale } });
    return { status, body, text: textOf(body) };
  };

  it("is open to everybody and leads to every rubric and to the method", async () => {
    const { status, body } = await get("/help");
    expect(status).toBe(200);
    const links = attributes(body, "a", "href");
    expect(links).toContain("/help/method");
    for (const { rubric } of app.services.rubrics.latest()) {
      expect(links).toContain(`/help/rubrics/${rubric.key}`);
    }
  });

  it("shows each rubric whole: levels, questions, descriptors and indicators", async () => {
    for (const { rubric } of app.services.rubrics.latest()) {
      const { status, text } = await get(`/help/rubrics/${rubric.key}`);
      expect(status).toBe(200);
      for (const { name, meaning } of rubric.levels) {
        expect(text).toContain(plain(name[locale]));
        expect(text).toContain(plain(meaning[locale]));
      }
      for (const fn of rubric.functions) {
        expect(text).toContain(plain(fn.question[locale]));
        for (const descriptor of Object.values(fn.descriptors)) {
          expect(text).toContain(plain(descriptor[locale]));
        }
        for (const indicator of fn.indicators) expect(text).toContain(plain(indicator.text[locale]));
      }
    }
  });

  it("prints the method from the definitions that the code computes by", async () => {
    const { status, text } = await get("/help/method");
    expect(status).toBe(200);
    for (const { name, formula, reading, limits } of STATISTICS) {
      for (const one of [name, formula, reading, limits]) expect(text).toContain(plain(one[locale]));
    }
  });
});

describe("a rubric that is not there", () => {
  it("is not found, by key or by version", async () => {
    expect((await app.get("/help/rubrics/nothing")).status).toBe(404);
    expect((await app.get("/help/rubrics/service-desk?version=9.9.9")).status).toBe(404);
    expect((await app.get("/help/rubrics/service-desk?version=1.0.0")).status).toBe(200);
  });
});
