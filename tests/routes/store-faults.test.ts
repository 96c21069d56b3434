import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { listHistory } from "#db/judgments";
import { BUTTONS_ONLY } from "~/http/store-fault";
import { m } from "~/i18n/messages";
import { makeShareLink } from "~/use-cases/share-links";
import { createTestApp, type TestApp } from "../support/app";
import { aJudgedAssessment, anOpenAssessment } from "../support/factories";
import type { Person } from "../support/people";
import { inRepository } from "../support/root";

let app: TestApp;
let open: ReturnType<typeof anOpenAssessment>;
let memberId: string;
let assessor: Person;

beforeEach(async () => {
  app = await createTestApp();
  open = anOpenAssessment(app);
  memberId = open.members[0] ?? "";
  assessor = await app.sitDown(open.assessmentId, memberId);
});

/** Longer than what still fits into the pages that are there. */
const REASON = `Terlihat di toko: ${"—…".repeat(1700)}`;
const ANSWER = { level: "3", confidence: "2", rationale: REASON };
const PAGE = "/assess/functions/intake";
const ID = { locale: "id" } as const;
const EN = { locale: "en" } as const;

const client = () => app.services.db.$client;
/** As on a disk without room: the store may not grow by a page. */
function fill() {
  // Without this, pages that migrations have left empty would take it.
  client().exec("vacuum");
  client().pragma(`max_page_count = ${client().pragma("page_count", { simple: true })}`);
}
const makeRoom = () => client().pragma("max_page_count = 1000000");
/** As on a disk that may not be written. */
const forbidWriting = (on = true) => client().pragma(`query_only = ${on ? "ON" : "OFF"}`);
const stored = () => listHistory(app.services.db, memberId, "intake", 1);

describe("a disk without room", () => {
  it.each([
    ["id", ID],
    ["en", EN],
  ] as const)("gives a form back with what was typed, and says why, in %s", async (language, options) => {
    fill();
    const headers = { Cookie: `${assessor.jar.header()}; lang=${language}`, "Accept-Language": language };
    const answer = await app.post(PAGE, ANSWER, { headers });
    expect(answer.status).toBe(507);
    expect(answer.headers.get("Retry-After")).toMatch(/^\d+$/);
    expect(answer.body).toContain(REASON);
    expect(answer.body).toMatch(
      /<input[^>]*name="level"[^>]*checked=""[^>]*value="3"|value="3"[^>]*checked=""/,
    );
    expect(answer.body).toContain(m.fault_form_full({}, options));
    expect(stored()).toEqual([]);
  });

  it("takes the same form without a restart once there is room", async () => {
    fill();
    expect((await app.post(PAGE, ANSWER, { as: assessor })).status).toBe(507);
    makeRoom();
    expect((await app.post(PAGE, ANSWER, { as: assessor })).status).toBe(302);
    expect(stored()).toMatchObject([{ level: 3, rationale: REASON }]);
  });

  it("tells the page that saves by itself to try again", async () => {
    fill();
    const answer = await app.post(`${PAGE}/save`, { ...ANSWER, key: "save-number-1" }, { as: assessor });
    expect(answer.status).toBe(507);
    makeRoom();
    const again = await app.post(`${PAGE}/save`, { ...ANSWER, key: "save-number-1" }, { as: assessor });
    expect([again.status, stored().length]).toEqual([200, 1]);
  });

  it("leaves no file of evidence that the store does not know", async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ kind: "document", note: REASON, "for-intake": "on" }))
      body.set(name, value);
    body.set("file", new File(["%PDF-1.4\n%%EOF\n"], "laporan.pdf", { type: "application/pdf" }));
    const send = () =>
      app.handle(
        new Request(app.url(`${PAGE}/evidence/new`), {
          method: "POST",
          headers: { Origin: new URL(app.url("/")).origin, Cookie: assessor.jar.header() },
          body,
        }),
      );
    const folder = join(app.services.env.DATA_DIR, "evidence");
    fill();
    const refused = await send();
    expect(refused.status).toBe(507);
    expect(await refused.text()).toContain(REASON);
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
    makeRoom();
    expect((await send()).status).toBe(302);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe("a disk that may not be written", () => {
  it("still shows every page, also to somebody whose session would be noted as used", async () => {
    const consultant = await app.signIn("consultant");
    app.advance(6 * 60_000);
    forbidWriting();
    expect((await app.get("/companies", { as: consultant })).status).toBe(200);
    expect((await app.get(PAGE, { as: assessor })).status).toBe(200);
  });

  it("gives the form of a company back", async () => {
    const consultant = await app.signIn("consultant");
    forbidWriting();
    const company = {
      name: "PT Terus Maju",
      industry: "other",
      country: "ID",
      size: "small",
      offering: "both",
    };
    const answer = await app.post("/companies/new", company, { as: consultant });
    expect(answer.status).toBe(503);
    expect(answer.body).toContain("PT Terus Maju");
    expect(answer.body).toContain(m.fault_form_unavailable({}, ID));
  });

  it("keeps passwords out of the form that comes back", async () => {
    forbidWriting();
    const answer = await app.post("/sign-in", { email: "a@example.com", password: "rahasia-sekali-9" });
    expect(answer.status).toBe(503);
    expect(answer.body).toContain("a@example.com");
    expect(answer.body).not.toContain("rahasia-sekali-9");
  });

  it("says so with a page of its own where a page has only buttons", async () => {
    const consultant = await app.signIn("owner");
    forbidWriting();
    const answer = await app.post(
      `/companies/${open.companyId}/delete`,
      { name: "PT Uji Layanan", note: REASON, intent: "delete" },
      { as: consultant },
    );
    expect(answer.status).toBe(503);
    expect(answer.body).toContain(m.fault_title_unavailable({}, ID));
    expect(answer.body).toMatch(/<link rel="stylesheet" href="\/assets\/[^"]+\.css">/);
    expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'self'");
  });

  it("is told to the script of a page, with what to do about it", async () => {
    forbidWriting();
    const answer = await app.post(`${PAGE}.data`, ANSWER, { as: assessor });
    expect(answer.status).toBe(503);
    expect(answer.body).toContain(m.fault_form_unavailable({}, ID));
  });

  it("keeps nobody from taking a report along, and opens no door to guessing", async () => {
    const consultant = await app.signIn("consultant");
    const levels = [
      [3, 3, 3],
      [3, 4, 3],
      [2, 3, 3],
    ];
    const { assessmentId } = aJudgedAssessment(app, levels, { published: true });
    const link = { label: "Direksi", days: 30, passphrase: null };
    const [free, locked] = [
      await makeShareLink(app.context(), assessmentId, link),
      await makeShareLink(app.context(), assessmentId, { ...link, passphrase: "empat angsa putih" }),
    ];
    forbidWriting();
    for (const file of ["report.xlsx", "export.csv", "bundle.json", "figures/radar.svg"]) {
      const { status } = await app.get(`/assessments/${assessmentId}/${file}`, { as: consultant });
      expect([file, status]).toEqual([file, 200]);
    }
    expect((await app.get(`/share/${free}/report.xlsx`)).status).toBe(200);
    const guess = await app.post(`/share/${locked}`, { passphrase: "empat angsa putih" });
    expect(guess.status).toBe(503);
    expect(guess.headers.getSetCookie().join()).not.toContain("share=");
  });

  it("is not ready, and is again once it can be written", async () => {
    forbidWriting();
    expect((await app.get("/readyz")).status).toBe(503);
    expect((await app.get("/livez")).status).toBe(200);
    forbidWriting(false);
    expect((await app.get("/readyz")).status).toBe(200);
  });
});

it("knows every page that has an action and shows nothing of its answer", () => {
  const folders = readdirSync(inRepository("app/routes"));
  const silent = folders.filter((name) => {
    const file = inRepository(`app/routes/${name}/route.tsx`);
    const source = existsSync(file) ? readFileSync(file, "utf8") : "";
    return (
      /export (async )?(const|function) action|export \{[^}]*\baction\b/.test(source) &&
      !source.includes("useActionData")
    );
  });
  expect(silent.map((name) => `routes/${name}/route`).sort()).toEqual([...BUTTONS_ONLY].sort());
});
