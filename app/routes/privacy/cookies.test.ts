import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { RequestArgs } from "~/http/context";
import * as cookies from "~/http/cookies";
import { inRepository } from "../../../tests/support/root";
import { COOKIES, ON_THE_DEVICE } from "./cookies";

// Of the arguments of a request, making a cookie needs only these.
const services = { env: { BASE_URL: "http://selaras.test" }, secret: "s" };
const args = { context: { services } } as unknown as RequestArgs;

async function cookiesThatAreSet(): Promise<string[]> {
  const { languageCookie, chosenLanguage: _, readToken: __, ...jars } = cookies;
  const lines = Object.values(jars).map((jar) => jar(args).serialize("x"));
  return [languageCookie("id", false), ...(await Promise.all(lines))];
}

it("names every cookie that the site sets, and for how long", async () => {
  const set = (await cookiesThatAreSet()).map((line) => [
    line.slice(0, line.indexOf("=")),
    Number(/Max-Age=(\d+)/.exec(line)?.[1]),
  ]);
  expect(COOKIES.map(({ name, seconds }) => [name, seconds]).sort()).toEqual(set.sort());
});

it("names everything that the pages keep in the browser", () => {
  const app = inRepository("app");
  const sources = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|routes\/privacy\//.test(file))
    .map((file) => readFileSync(join(app, file), "utf8"))
    .filter((code) => /localStorage|sessionStorage|caches\./.test(code));
  const names = sources.flatMap((code) =>
    [...code.matchAll(/"(selaras-[a-z-]+):?"/g)].map(([, name]) => name),
  );
  expect([...new Set(names)].sort()).toEqual(ON_THE_DEVICE.map(({ name }) => name).sort());
});
