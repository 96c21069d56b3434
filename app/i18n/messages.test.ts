import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { locales } from "./locale";

const folder = fileURLToPath(new URL("./messages/", import.meta.url));
const settings = fileURLToPath(new URL("../../project.inlang/settings.json", import.meta.url));

/** A plain text, or variants by the value of an input. */
type Message = string | { match: Record<string, string> }[];
type Messages = Record<string, Message>;

const areas = [...new Set(readdirSync(folder).map((file) => file.split(".")[0] ?? ""))];
const read = (area: string, locale: string): Messages => {
  const { $schema: _, ...messages } = JSON.parse(readFileSync(`${folder}${area}.${locale}.json`, "utf8"));
  return messages;
};
const textsOf = (message: Message): string[] =>
  typeof message === "string" ? [message] : message.flatMap((variant) => Object.values(variant.match));
const inputsOf = (message: Message): string[] =>
  [
    ...new Set(
      textsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "")),
    ),
  ].sort();
const everyMessage = areas.flatMap((area) =>
  locales.flatMap((locale) =>
    Object.entries(read(area, locale)).map(([key, message]) => ({ area, locale, key, message })),
  ),
);

describe.each(areas)("the messages of %s", (area) => {
  it("exist in every language under the same keys", () => {
    const [first, ...others] = locales.map((locale) => Object.keys(read(area, locale)).sort());
    for (const keys of others) expect(keys).toEqual(first);
  });

  it("take the same inputs in every language", () => {
    const [first, ...others] = locales.map((locale) =>
      Object.fromEntries(
        Object.entries(read(area, locale)).map(([key, message]) => [key, inputsOf(message)]),
      ),
    );
    for (const inputs of others) expect(inputs).toEqual(first);
  });
});

it("has a file for every area in every language, and compiles all of them", () => {
  const { modules: _, ...project } = JSON.parse(readFileSync(settings, "utf8"));
  expect(readdirSync(folder).sort()).toEqual(
    areas.flatMap((area) => locales.map((locale) => `${area}.${locale}.json`)).sort(),
  );
  const compiled = JSON.stringify(project);
  for (const area of areas) expect(compiled).toContain(`${area}.{locale}.json`);
});

it("leaves no message empty", () => {
  const empty = everyMessage.filter(
    ({ message }) => textsOf(message).length === 0 || textsOf(message).some((text) => text.trim() === ""),
  );
  expect(empty).toEqual([]);
});

it("uses no key twice", () => {
  const keys = everyMessage.filter(({ locale }) => locale === locales[0]).map(({ key }) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys.length).toBeGreaterThan(0);
});
