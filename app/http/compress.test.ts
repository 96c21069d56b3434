import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { accepts, compress } from "./compress";

const PAGE = `<p>${"selaras ".repeat(400)}</p>`;

const asking = (accepted: string) =>
  new Request("http://selaras.test/", { headers: { "Accept-Encoding": accepted } });
const page = (body = PAGE, headers: Record<string, string> = {}) =>
  new Response(body, { headers: { "Content-Type": "text/html; charset=utf-8", ...headers } });
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

it("prefers Brotli, says so, and loses nothing", async () => {
  const response = await compress(asking("gzip, deflate, br"), page());
  expect(response.headers.get("Content-Encoding")).toBe("br");
  expect(response.headers.get("Vary")).toContain("Accept-Encoding");
  const packed = await bytes(response);
  expect(packed.byteLength).toBe(Number(response.headers.get("Content-Length")));
  expect(brotliDecompressSync(packed).toString()).toBe(PAGE);
});

it("falls back to gzip", async () => {
  const response = await compress(asking("gzip"), page());
  expect(response.headers.get("Content-Encoding")).toBe("gzip");
  expect(gunzipSync(await bytes(response)).toString()).toBe(PAGE);
});

it.each([
  ["a client that accepts nothing", "", page()],
  ["what is not text", "br", page(PAGE, { "Content-Type": "application/pdf" })],
  ["what is packed already", "br", page(PAGE, { "Content-Encoding": "gzip" })],
  ["what is too small to gain", "br", page("<p>selaras</p>")],
])("leaves alone %s", async (_what, accepted, given) => {
  const expected = await given.clone().text();
  const encoding = given.headers.get("Content-Encoding");
  const response = await compress(asking(accepted), given);
  expect(response.headers.get("Content-Encoding")).toBe(encoding);
  expect(await response.text()).toBe(expected);
});

it("keeps the status and the cookies", async () => {
  const given = page();
  given.headers.append("Set-Cookie", "a=1");
  given.headers.append("Set-Cookie", "b=2");
  const refused = new Response(given.body, { status: 400, headers: given.headers });
  const response = await compress(asking("br"), refused);
  expect(response.status).toBe(400);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

it.each([
  ["gzip, deflate, br", true, true],
  ["gzip;q=1.0, *;q=0", false, true],
  ["br;q=0, gzip;q=0.5", false, true],
  ["br ; q=0.000,gzip;q=0", false, false],
  ["identity", false, false],
  ["", false, false],
])("reads what %s accepts", (accepted, br, gzip) => {
  const { headers } = asking(accepted);
  expect([accepts(headers, "br"), accepts(headers, "gzip")]).toEqual([br, gzip]);
});
