import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTestApp } from "../support/app";
import { type Address, addresses } from "../support/build";
import { setScene } from "../support/security-scene";
import { atHome, everywhere, type Place } from "../support/security-send";

const LONG = "x".repeat(8000);

let place: Place;
beforeAll(async () => {
  const app = await createTestApp();
  place = { app, scene: await setScene(app) };
});
// The objects of this very process: what one request adds to them, every other one has.
afterEach(() => {
  for (const made of [{}, [], () => {}]) {
    const added: string[] = [];
    for (const name in made) added.push(name);
    expect(added).toEqual([]);
  }
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

const acts = ({ acts }: Address) => acts;

/** What the pages that have several forms offer to do. */
async function intents(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const address of (await addresses()).filter((one) => one.acts && one.draws)) {
    const { body } = await place.app.get(atHome(place, address), { as: place.scene.people.owner });
    const named = [...body.matchAll(/name="intent" value="([^"]*)"|value="([^"]*)" name="intent"/g)];
    if (named.length > 0) found.set(address.path, [...new Set(named.map(([, a, b]) => a ?? b ?? ""))]);
  }
  return found;
}

const BODIES: [string, string][] = [
  ["that names __proto__", "__proto__=x&__proto__.polluted=y&__proto__[polluted]=z"],
  ["that names constructor.prototype", "constructor.prototype.polluted=x&constructor[prototype][polluted]=y"],
  [
    "that names it inside a field",
    "name.__proto__.polluted=x&name[__proto__][polluted]=y&level[constructor]=z",
  ],
  ["with lists and holes", "name[]=a&name[99999999]=b&email[0].x=c&title[-1]=d&level[1e9]=e&weight[x]=f"],
  ["with every field twice", "name=a&name=b&email=a&email=b&title=a&title=b&level=1&level=2&code=1&code=2"],
  ["with names that are none", "=x&&&a&[]=b&[=c&]=d&.=e&..=f&a.=g&%=h&%00=i"],
  ["with bytes that are no text", "name=%ff%fe&email=%C3%28&title=%ED%A0%80&password=%00%00&code=%00"],
  ["with far too many fields", new Array(3000).fill("x=y").join("&")],
  [
    "with a field beyond all measure",
    `name=${"x".repeat(300_000)}&email=${LONG}&password=${LONG}&code=${LONG}`,
  ],
  ["that is empty", ""],
];

describe("a form", () => {
  it.each(BODIES)("%s is refused or read, without harm", async (_what, body) => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const post = (more = "") => ({ method: "POST", body: `${body}${more}`, headers });
    expect(await everywhere(place, () => post(), acts)).toEqual([]);
    const offered = await intents();
    expect(offered.size).toBeGreaterThan(2);
    for (const [path, choices] of offered) {
      for (const intent of [...choices, "add"]) {
        const only = (address: Address) => address.path === path;
        expect(await everywhere(place, () => post(`&intent=${intent}`), only)).toEqual([]);
      }
    }
  });

  const part = (name: string, more = "") =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\nx`;
  const parts = "multipart/form-data; boundary=b";
  it.each([
    ["JSON", "application/json", '{"name":"x","__proto__":{"polluted":1}}'],
    ["plain text", "text/plain", "name=x"],
    ["no kind at all", "", "name=x"],
    ["a kind that is none", "x/y; z", "name=x"],
    ["parts without a border", "multipart/form-data", "name=x"],
    ["parts that never end", parts, part("name")],
    ["a file in place of a text", parts, `${part("name", '; filename="a.txt"')}\r\n--b--\r\n`],
    ["a file called __proto__", parts, `${part("__proto__", '; filename="a.txt"')}\r\n--b--\r\n`],
  ])("sent as %s does no harm either", async (_what, type, body) => {
    const headers: Record<string, string> = type ? { "Content-Type": type } : {};
    expect(await everywhere(place, () => ({ method: "POST", body, headers }), acts)).toEqual([]);
  });
});
