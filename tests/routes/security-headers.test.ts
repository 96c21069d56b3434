import { beforeAll, describe, expect, it } from "vitest";
import { BODY_LIMIT } from "~/http/limited-body";
import { m } from "~/i18n/messages";
import { createTestApp, type TestApp } from "../support/app";
import { addresses } from "../support/build";
import { textOf } from "../support/html";
import { pathAt } from "../support/security-cells";
import { crawl, type Visited } from "../support/security-crawl";
import { ROLES, type Role, type Scene, setScene } from "../support/security-scene";

let app: TestApp;
let scene: Scene;
const visits = new Map<Role, Visited[]>();
beforeAll(async () => {
  app = await createTestApp();
  scene = await setScene(app);
  for (const role of ROLES) visits.set(role, await crawl(app, scene, scene.people[role]));
});

const policyOf = ({ headers }: Pick<Visited, "headers">) => headers.get("Content-Security-Policy") ?? "";
const nonceOf = (answer: Pick<Visited, "headers">) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1];
const SEE_FILES: Role[] = ["assessor", "consultant", "owner"];
const SANDBOX = "sandbox; default-src 'none'";
/** What a browser would run or apply although nobody allowed it by this answer's nonce. */
function unallowed({ body, ...answer }: Visited): string[] {
  const tags = body.match(/<(script|style|link|[a-z]+)\b[^>]*>/g) ?? [];
  return tags.filter((tag) => {
    if (/\s(style|on\w+)=/.test(tag.replace(/"[^"]*"/g, '""'))) return true;
    if (/^<style\b/.test(tag)) return true;
    const inline = /^<script\b/.test(tag) && !/\ssrc="\/assets\//.test(tag);
    return inline && !tag.includes(`nonce="${nonceOf(answer)}"`);
  });
}

describe.each(ROLES)("every page that %s sees", (role) => {
  it("runs no script and takes no style that its own nonce does not allow", () => {
    const pages = visits.get(role) ?? [];
    expect(pages.filter(({ body }) => body.includes("<script")).length).toBeGreaterThan(10);
    expect(pages.flatMap((page) => unallowed(page).map((tag) => [page.path, tag]))).toEqual([]);
  });

  it("has a policy that only its nonce widens, and the nonce to itself", () => {
    const seen = visits.get(role) ?? [];
    // A file that somebody uploaded has no nonce to give: nothing in it may run at all.
    const pages = seen.filter((one) => policyOf(one) !== SANDBOX);
    expect(seen.length > pages.length).toBe(SEE_FILES.includes(role));
    const nonces = pages.map(nonceOf);
    expect(new Set(nonces).size).toBe(pages.length);
    for (const page of pages) {
      const policy = policyOf(page);
      expect(
        policy.match(/'(?:unsafe|strict|wasm)[^']*'|\*|\bhttps?:|\bdata:|\bblob:/g),
        page.path,
      ).toBeNull();
      for (const name of ["object-src", "base-uri", "frame-ancestors"]) {
        expect(policy).toContain(`${name} 'none'`);
      }
    }
  });

  it("is kept by no cache, sniffed by no browser and named to nobody", () => {
    for (const { path, headers } of visits.get(role) ?? []) {
      const kept = {
        cache: headers.get("Cache-Control"),
        sniffed: headers.get("X-Content-Type-Options"),
        named: headers.get("Referrer-Policy"),
        frames: headers.get("Cross-Origin-Resource-Policy"),
      };
      // A published report or its data may lie with its reader, who asks about it each time; no cache on the way keeps it.
      const published = /^\/assessments\/[^/]+\/(report|export\.(json|csv))$/.test(path);
      // A colour and a picture, under an address that changes with them.
      if (path.startsWith("/brand/")) {
        expect(kept, path).toMatchObject({
          cache: "public, max-age=31536000, immutable",
          sniffed: "nosniff",
        });
        continue;
      }
      const cache = published ? /^(private, no-cache|no-store)$/ : /^(private, )?no-store$/;
      const expected = { sniffed: "nosniff", named: "no-referrer", frames: "same-origin" };
      expect(kept, path).toEqual({ cache: expect.stringMatching(cache), ...expected });
    }
  });
});

describe("a failure that nobody foresaw", () => {
  it("shows on no address more than the id under which it was logged", async () => {
    const broken = await createTestApp();
    const place = await setScene(broken);
    broken.services.db.$client.exec("drop table judgment; drop table membership; drop table account_link");
    const failed: string[] = [];
    for (const { path } of await addresses()) {
      for (const ending of ["", ".data"]) {
        for (const role of ["visitor", "assessor", "owner"] as const) {
          const at = `${pathAt(path, place, "own").replace(/^\/$/, "/_root")}${ending}`;
          const { status, body, headers } = await broken.get(at, { as: place.people[role] });
          if (status < 500) continue;
          failed.push(path);
          const id = headers.get("X-Request-Id") ?? "no id";
          if (headers.get("Content-Type")?.startsWith("text/html")) {
            expect(textOf(body)).toContain(m.error_reference({ id }));
          }
          expect(body, at).not.toMatch(/SqliteError|no such table|node_modules|\.[jt]sx?:\d|\bat \w+ \(/);
        }
      }
    }
    expect(new Set(failed).size).toBeGreaterThan(20);
  });
});

describe("a body beyond the limit", () => {
  // Somebody who may send files nowhere: where they may, more is taken.
  it("is refused by every address that takes one, before anything is done with it", async () => {
    const body = new Uint8Array(BODY_LIMIT + 1).fill(120);
    const headers = { Origin: app.url("").replace(/\/$/, ""), Cookie: scene.people.viewer.jar.header() };
    for (const { path } of (await addresses()).filter(({ acts }) => acts)) {
      const request = new Request(app.url(pathAt(path, scene, "own")), { method: "POST", body, headers });
      const { status } = await app.handle(request);
      expect([path, status]).toEqual([path, 413]);
    }
  });
});
