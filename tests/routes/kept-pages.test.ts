import { gunzipSync } from "node:zlib";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { remixHandler } from "~/http/remix";
import { changeState } from "~/use-cases/assessments";
import { readDesk } from "~/use-cases/desk";
import { saveJudgment } from "~/use-cases/judging";
import { createTestApp, type TestApp } from "../support/app";
import { addresses, readBuild } from "../support/build";
import { drawnPage } from "../support/drawn-page";
import { aCompany, anAssessment, aPanel } from "../support/factories";
import type { Person } from "../support/people";
import { pathAt } from "../support/security-cells";
import { ROLES, type Scene, setScene } from "../support/security-scene";

/** A page that was drawn before is answered without Remix: it must be the very page that Remix would draw. */

let app: TestApp;
let build: ServerBuild;
beforeAll(async () => {
  build = await readBuild();
});

/** Pages that are never the same twice: this one shows a secret that was made for it. */
const NEW_EACH_TIME = new Set(["/me/second-factor"]);

type Handler = ReturnType<typeof remixHandler>;
let answers = 0;

/** A page as whoever asks gets it, with what is new in every answer taken out. */
async function ask(handler: Handler, path: string, { jar }: Person, locale: "id" | "en" = "id") {
  answers += 1;
  const [nonce, requestId] = [`nonce${answers}=`, `request${answers}`];
  const request = new Request(app.url(path), { headers: { Cookie: jar.header() } });
  const { services } = app;
  const response = await handler(request, { services, nonce, requestId, locale, address: "192.0.2.1" });
  const body = await response.text();
  const key = /name="key" value="([^"]+)"/.exec(body)?.[1] ?? "none";
  const plain = body.replaceAll(nonce, "").replaceAll(requestId, "").replaceAll(key, "");
  const type = response.headers.get("Content-Type");
  return { status: response.status, page: drawnPage(plain), type, nonce, body };
}

/** Our handler, and how often it had a page drawn. */
function counting() {
  let drawn = 0;
  const { default: draw } = build.entry.module;
  const module = {
    ...build.entry.module,
    default: ((...args) => {
      drawn += 1;
      return draw(...args);
    }) as typeof draw,
  };
  return { handler: remixHandler({ ...build, entry: { module } }), drawn: () => drawn };
}

describe("every page", () => {
  let scene: Scene;
  beforeAll(async () => {
    app = await createTestApp();
    scene = await setScene(app);
  });

  it.each(ROLES)("is for a %s as Remix draws it, whether it is drawn or kept", async (role) => {
    const whole = createRequestHandler(build, "production");
    const { handler, drawn } = counting();
    const redrawn: string[] = [];
    const get = (path: string, locale: "id" | "en") => ask(handler, path, scene.people[role], locale);
    for (const { path, draws } of await addresses()) {
      if (!draws || path.includes("*") || NEW_EACH_TIME.has(path)) continue;
      const address = pathAt(path, scene, "own");
      const expected = await ask(
        (request, context) => whole(request, { ...context }),
        address,
        scene.people[role],
      );
      for (const locale of ["id", "en"] as const) {
        const twice = [await get(address, locale), await get(address, locale)];
        const before = drawn();
        for (const { body, nonce, status, page, type } of [...twice, await get(address, locale)]) {
          expect({ path, status, type }).toEqual({ path, status: expected.status, type: expected.type });
          expect(page, path).toEqual(locale === "id" ? expected.page : twice[0]?.page);
          if (status === 200) expect(body, path).toContain(nonce);
        }
        if (expected.status === 200 && drawn() > before) redrawn.push(path);
      }
    }
    expect(redrawn).toEqual([]);
  });
});

it("is sent packed to whoever can unpack it, with the same words", async () => {
  app = await createTestApp();
  const get = (encoding: string) => app.get("/help", { headers: { "Accept-Encoding": encoding } });
  for (let times = 0; times < 2; times++) await get("identity");
  const plain = await get("identity");
  const request = new Request(app.url("/help"), { headers: { "Accept-Encoding": "gzip, deflate, br" } });
  const packed = await app.handle(request);
  expect(packed.headers.get("Content-Encoding")).toBe("gzip");
  expect(packed.headers.get("Vary")).toContain("Accept-Encoding");
  const bytes = Buffer.from(await packed.arrayBuffer());
  expect(bytes.byteLength).toBe(Number(packed.headers.get("Content-Length")));
  const nonce = (headers: Headers) =>
    /'nonce-([^']+)'/.exec(headers.get("Content-Security-Policy") ?? "")?.[1];
  const same = (text: string, headers: Headers) =>
    text.replaceAll(nonce(headers) ?? "none", "").replaceAll(headers.get("X-Request-Id") ?? "none", "");
  expect(same(gunzipSync(bytes).toString(), packed.headers)).toBe(same(plain.body, plain.headers));
  expect(bytes.byteLength).toBeLessThan(plain.body.length / 2);
});

describe("the page of a function", () => {
  const NAMES = [
    ["PT Maju", "Ani"],
    [`<b>"Toko" & 'Rekan'</b></script>`, `O'Neil \\ "Budi" <script>alert(1)</script>`],
    ["$& $1 $` ¦123company¦", "\u2028Ünï\u2029 名前 🙂"],
    ["1", "none"],
    ["Definisi", "level"],
  ] as const;
  let seats: { person: Person; memberId: string; assessmentId: string; key: string }[];

  beforeAll(async () => {
    app = await createTestApp();
    seats = await Promise.all(
      NAMES.map(async ([company, name]) => {
        const companyId = aCompany(app, { name: company });
        const assessmentId = anAssessment(app, companyId);
        const [memberId = ""] = aPanel(app, assessmentId);
        app.services.db.$client.prepare("update panel_member set name = ? where id = ?").run(name, memberId);
        changeState(app.context(), assessmentId, "open");
        const key = firstKey(memberId, assessmentId);
        return { person: await app.sitDown(assessmentId, memberId), memberId, assessmentId, key };
      }),
    );
  });

  const firstKey = (memberId: string, assessmentId: string) => {
    const context = { ...app.context(), actor: { kind: "assessor", memberId, assessmentId } as const };
    return readDesk(context).tasks[0]?.fn.key ?? "";
  };

  it("is drawn once for everybody who has not judged it, and names each by their own name", async () => {
    const { handler, drawn } = counting();
    const whole = createRequestHandler(build, "production");
    for (const { person, key } of [...seats, ...seats]) {
      const page = await ask(handler, `/assess/functions/${key}`, person);
      const expected = await ask(
        (r, context) => whole(r, { ...context }),
        `/assess/functions/${key}`,
        person,
      );
      expect(page.page).toEqual(expected.page);
    }
    expect(drawn()).toBe(2);
  });

  it("has a key of its own in every answer", async () => {
    const { handler } = counting();
    const [{ person, key } = seats[0] as never] = seats;
    const keys = new Set<string>();
    for (let times = 0; times < 4; times++) {
      const { body } = await ask(handler, `/assess/functions/${key}`, person);
      const own = /name="key" value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? "none";
      // In the form and in the data for the browser.
      expect(body.split(own)).toHaveLength(3);
      keys.add(own);
    }
    expect(keys.size).toBe(4);
  });

  it("shows what was said to whoever said it, as Remix draws it", async () => {
    const whole = createRequestHandler(build, "production");
    const { handler } = counting();
    for (const { person, memberId, assessmentId, key } of seats) {
      const context = { ...app.context(), actor: { kind: "assessor", memberId, assessmentId } as const };
      const given = {
        level: 1,
        cannotJudge: null,
        confidence: 2,
        rationale: "none 1 PT Maju",
        indicators: {},
      };
      saveJudgment(context, key, given);
      const page = `/assess/functions/${key}`;
      const expected = await ask((r, beside) => whole(r, { ...beside }), page, person);
      for (let times = 0; times < 3; times++)
        expect((await ask(handler, page, person)).page).toEqual(expected.page);
    }
  });
});
