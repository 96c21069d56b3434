import { expect, it } from "vitest";
import type { RequestArgs } from "~/http/context";
import * as cookies from "~/http/cookies";
import { COOKIES } from "./cookies";

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
