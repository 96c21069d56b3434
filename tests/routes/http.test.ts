import { brotliDecompressSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { beat } from "#db/heartbeat";
import { BODY_LIMIT } from "~/http/limited-body";
import { m } from "~/i18n/messages";
import { createTestApp, type TestApp } from "../support/app";
import { attributes, firstText, textOf } from "../support/html";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const FOREIGN: [string, Record<string, string>][] = [
  ["without an Origin", {}],
  ["from an opaque origin", { Origin: "null" }],
  ["from another host", { Origin: "https://evil.example" }],
  ["that the browser calls cross-site", { Origin: "http://selaras.test", "Sec-Fetch-Site": "cross-site" }],
];

describe.each(FOREIGN)("a request %s", (_what, headers) => {
  it.each(["POST", "PUT", "PATCH", "DELETE"])("is refused on every kind of address (%s)", async (method) => {
    const paths = ["/sign-in", "/sign-out", "/language", "/sign-in?_data=root", "/sign-in.data", "/nowhere"];
    for (const path of paths) {
      const response = await app.handle(new Request(app.url(path), { method, headers }));
      expect([path, response.status]).toEqual([path, 403]);
      expect(textOf(await response.text())).toContain(m.error_origin_title());
    }
  });

  it("does nothing", async () => {
    const owner = await app.signIn("owner");
    const { header } = { header: owner.jar.header() };
    const request = new Request(app.url("/sign-out"), {
      method: "POST",
      headers: { ...headers, Cookie: header },
    });
    await app.handle(request);
    expect((await app.get("/", { as: owner })).location).toBe("/companies");
  });
});

it("takes our own forms behind a proxy that names another host", async () => {
  const proxied = await createTestApp({ baseUrl: "https://selaras.example.com" });
  const headers = { Host: "127.0.0.1:3000" };
  const answer = await proxied.post("/language", { language: "en", returnTo: "/sign-in" }, { headers });
  expect(answer).toMatchObject({ status: 302, location: "/sign-in" });
  expect((await proxied.post("/sign-in", { email: "x", password: "x" }, { headers })).status).toBe(400);
});

describe("the headers of every answer", () => {
  it.each([["/"], ["/sign-in"], ["/nowhere"], ["/account/unknown"]])("keep %s to itself", async (path) => {
    const { headers } = await app.get(path);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
    const policy = headers.get("Content-Security-Policy") ?? "";
    for (const part of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it("let run the page's own inline scripts and no others", async () => {
    const { headers, body } = await app.get("/sign-in");
    const nonce = /'nonce-([^']+)'/.exec(headers.get("Content-Security-Policy") ?? "")?.[1];
    const scripts = body.match(/<script\b[^>]*>/g) ?? [];
    const inline = scripts.filter((tag) => !tag.includes(" src="));
    expect(inline.length).toBeGreaterThan(0);
    expect(inline.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(attributes(body, "script", "src").filter((source) => !source.startsWith("/assets/"))).toEqual([]);
    expect(body).not.toMatch(/\s(style|on\w+)="/);
  });

  it("are softened by the page so far that its plain forms can name their origin", async () => {
    // docs/decisions/007: under no-referrer alone, no form works without JavaScript.
    expect((await app.get("/sign-in")).body).toContain('<meta name="referrer" content="same-origin"/>');
  });

  it("have a nonce of their own each time", async () => {
    const policies = [await app.get("/"), await app.get("/")].map(({ headers }) =>
      headers.get("Content-Security-Policy"),
    );
    expect(policies[0]).not.toBe(policies[1]);
  });

  it("let search engines see the public pages only", async () => {
    expect((await app.get("/")).headers.get("X-Robots-Tag")).toBe("all");
    expect((await app.get("/account/unknown")).headers.get("X-Robots-Tag")).toBe("noindex, nofollow");
  });

  it("ask for https only where the site has it", async () => {
    expect((await app.get("/")).headers.has("Strict-Transport-Security")).toBe(false);
    const secure = await createTestApp({ baseUrl: "https://selaras.example.com" });
    const { headers } = await secure.get("/");
    expect(headers.get("Strict-Transport-Security")).toContain("max-age=31536000");
  });
});

describe("a body beyond the limit", () => {
  const oversized = () => "x".repeat(BODY_LIMIT + 1);
  const send = (body: BodyInit, headers: Record<string, string>) => {
    const init = { method: "POST", body, headers: { ...FORM, Origin: "http://selaras.test", ...headers } };
    return app.handle(new Request(app.url("/sign-in"), { ...init, duplex: "half" } as RequestInit));
  };

  it("is refused when it is declared", async () => {
    const response = await send("email=x", { "Content-Length": String(BODY_LIMIT + 1) });
    expect(response.status).toBe(413);
    expect(textOf(await response.text())).toContain(m.error_too_large_title());
  });

  it("is refused when it comes in pieces", async () => {
    const pieces = new Blob([oversized()]).stream();
    expect((await send(pieces, {})).status).toBe(413);
  });

  it("is one thing; a field beyond all measure gets its form back", async () => {
    const rationale = "x".repeat(1024 * 1024);
    const { status, body } = await app.post("/sign-in", { email: rationale, password: "p" });
    expect(status).toBe(413);
    expect(textOf(body)).toContain(m.form_too_long({ max: 254, length: rationale.length }));
  });
});

it("says that it lives, and that its store takes a write", async () => {
  expect(await app.get("/livez")).toMatchObject({ status: 200, body: "ok\n" });
  const before = app.services.db.$client.prepare("select at from heartbeat").pluck().get();
  app.advance(1000);
  expect(await app.get("/readyz")).toMatchObject({ status: 200, body: "ready\n" });
  const after = app.services.db.$client.prepare("select at from heartbeat").pluck().get();
  expect(after).not.toBe(before);
});

it("is not ready when the store takes no write, but lives", async () => {
  const broken = await createTestApp();
  broken.services.db.$client.pragma("query_only = ON");
  expect(() => beat(broken.services.db, new Date())).toThrow();
  expect((await broken.get("/readyz")).status).toBe(503);
  expect((await broken.get("/livez")).status).toBe(200);
});

it("packs a page as the browser accepts it", async () => {
  const { headers } = await app.get("/");
  expect(headers.has("Content-Encoding")).toBe(false);
  const request = new Request(app.url("/"), { headers: { "Accept-Encoding": "br" } });
  const packed = await app.handle(request);
  expect(packed.headers.get("Content-Encoding")).toBe("br");
  const page = brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString();
  expect(firstText(page, "h1")).toBe(m.account_home_title());
});

describe("an address that is not there", () => {
  it.each(["/nowhere", "/companies/none/of/this", "/.env", "/%ff", "/a%00b"])(
    "is a page that says so: %s",
    async (path) => {
      const { status, body } = await app.get(path);
      expect(status).toBe(404);
      expect(firstText(body, "h1")).toBe(m.error_not_found_title());
      expect(firstText(body, "title")).toContain(m.error_not_found_title());
    },
  );

  it("takes no form either", async () => {
    expect((await app.post("/nowhere", { a: "1" })).status).toBe(404);
  });
});

describe("an error that nobody foresaw", () => {
  it("shows the id under which it was logged, and not what happened", async () => {
    const logged: unknown[] = [];
    const broken = await createTestApp();
    const error = (entry: unknown) => void logged.push(entry);
    broken.services.log = {
      ...broken.services.log,
      error,
      info() {},
    } as unknown as typeof broken.services.log;
    broken.services.db.$client.exec("drop table membership");

    const { status, body, headers } = await broken.get("/sign-in");
    expect(status).toBe(500);
    const id = headers.get("X-Request-Id") ?? "no id";
    expect(textOf(body)).toContain(m.error_reference({ id }));
    expect(body).not.toMatch(/membership|SqliteError|node_modules|\.ts:|at \w+ \(/);
    expect(logged).toEqual([expect.objectContaining({ requestId: id, err: expect.any(Error) })]);
  });
});

describe("after signing in", () => {
  const TRICKS = [
    "//evil.example",
    "/\\evil.example",
    "/%5Cevil.example",
    "%5C%5Cevil.example",
    "https:evil.example",
    "https://evil.example",
    "foo:bar",
  ];

  it.each(TRICKS)("nobody is sent to %s", async (next) => {
    const owner = await app.signIn("owner");
    const page = await app.get(`/sign-in?next=${encodeURIComponent(next)}`, { as: owner });
    expect(page).toMatchObject({ status: 302, location: "/companies" });
    const language = await app.post("/language", { language: "en", returnTo: next }, { as: owner });
    expect(language).toMatchObject({ status: 302, location: "/" });
  });
});
