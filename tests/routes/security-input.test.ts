import { beforeAll, describe, expect, it, vi } from "vitest";
import type { RequestArgs } from "~/http/context";
import { flashCookie, userCookie } from "~/http/cookies";
import { createTestApp } from "../support/app";
import { type Address, fill } from "../support/build";
import { setScene } from "../support/security-scene";
import { atHome, everywhere, type Place, sendOdd } from "../support/security-send";

const LONG = "x".repeat(8000);

let place: Place;
beforeAll(async () => {
  const app = await createTestApp();
  place = { app, scene: await setScene(app) };
  // React Router remarks on every address that it cannot decode.
  vi.spyOn(console, "warn").mockReturnValue();
});

const takesParameter = ({ path }: Address) => path.includes(":");
/** Cookies are read before anything that an address names is looked up. */
const plain = (address: Address) => !takesParameter(address);

const GARBAGE = [
  ...[
    "session=",
    "session=%",
    "session=%E0%A4%A",
    "session=null",
    "session={}",
    'session="a',
    "session=a.b.c",
  ],
  ...[`session=${LONG}`, `seat=${LONG}; flash=${LONG}`, "session=a; session=b; seat=c; seat=d", ";;;=;=a;a"],
  ...[
    "__proto__=x; constructor=y; toString=z",
    "lang=__proto__",
    "lang=xx",
    "lang=id; lang=en",
    "lang=en-US",
  ],
  ...["flash=InRleHQi", "sso=e30=; sso-error=%00", "a=b; ".repeat(500), "session=\u00ff\u00fe"],
];

describe("a cookie", () => {
  const signed = async (value: unknown) => {
    const args = { context: { services: place.app.services } } as RequestArgs;
    const lines = [userCookie(args), flashCookie(args)].map((jar) => jar.serialize(value));
    return (await Promise.all(lines)).map((line) => line.split(";")[0]).join("; ");
  };
  const get = (path: string, Cookie: string) => sendOdd(place.app, path, { headers: { Cookie } });

  it.each(GARBAGE)("that is garbage is none: %s", async (Cookie) => {
    expect(await everywhere(place, () => ({ headers: { Cookie } }), plain)).toEqual([]);
    expect((await get("/companies", Cookie)).location).toBe("/sign-in?next=%2Fcompanies");
  });

  it.each<[unknown]>([
    [{ a: 1 }],
    [["a"]],
    [1],
    [true],
    [null],
    [""],
    [{ toString: "x" }],
    ["\u0000"],
    [LONG],
  ])("that we signed ourselves is no session for that: %j", async (value) => {
    const Cookie = await signed(value);
    expect(await everywhere(place, () => ({ headers: { Cookie } }))).toEqual([]);
    expect((await get("/me", Cookie)).location).toBe("/sign-in?next=%2Fme");
  });

  it("sent twice lets in only by one that is valid as a whole", async () => {
    const good = place.scene.people.owner.jar.header();
    const mixed = `${good.slice(0, -4)}; session=${good.slice(-20)}`;
    expect((await get("/me", mixed)).status).toBe(302);
    expect((await get("/me", good)).status).toBe(200);
  });
});

const NONSENSE = [
  ...["__proto__", "constructor", "toString", "undefined", "-1", "1e309", "%00", "%ff", "%E0%A4%A"],
  ...["%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%5c..%5c", "%27%20or%201=1--", "%3Cimg%3E", "%0d%0aX-A:%20b"],
  ...["%E2%80%AE", "[object%20Object]", "%25", LONG],
];
const IN_PATHS = "companyId assessmentId memberId userId mailId token key functionKey".split(" ");
const IN_QUERIES = "next sort confirm rubric from to a b before person action _routes".split(" ");

describe("a parameter", () => {
  it.each(NONSENSE)("of a path that is nonsense is nothing we have: %s", async (value) => {
    const values = Object.fromEntries(IN_PATHS.map((name) => [name, value]));
    const get = ({ path }: Address) => ({ path: fill(path, values) });
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const post = (address: Address) => ({ ...get(address), method: "POST", body: "a=b", headers });
    expect(await everywhere(place, get, takesParameter)).toEqual([]);
    expect(await everywhere(place, post, takesParameter)).toEqual([]);
  });

  it.each(NONSENSE)("after the question mark makes no page fail: %s", async (value) => {
    const each = IN_QUERIES.flatMap((name) => [`${name}=${value}`, `${name}[]=${value}`, `${name}=${value}`]);
    const query = value === LONG ? `next=${value}` : each.join("&");
    const asked = (ending: string) => (address: Address) => ({
      path: `${atHome(place, address)}${ending}?${query}`,
    });
    expect(await everywhere(place, asked(""))).toEqual([]);
    expect(await everywhere(place, asked(".data"), ({ acts }) => !acts)).toEqual([]);
  });
});

it.each(["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "PROPFIND"])("%s fails nowhere", async (method) => {
  expect(await everywhere(place, () => ({ method }))).toEqual([]);
});
