import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { publish, withdraw } from "~/use-cases/publish";
import { endShareLink } from "~/use-cases/share-links";
import type { TestApp } from "../support/app";
import { attributes, textOf } from "../support/html";
import { PASSPHRASE, shareScene } from "../support/share-scene";

const DAY = 24 * 60 * 60 * 1000;
let app: TestApp;
let scene: Awaited<ReturnType<typeof shareScene>>;
let published: typeof scene.published;
let make: typeof scene.make;
let links: typeof scene.links;
let opened: typeof scene.opened;
beforeEach(async () => {
  scene = await shareScene();
  ({ app, published, make, links, opened } = scene);
});

describe("a share link", () => {
  it("shows the report to anybody, and leads nowhere else", async () => {
    const token = await make();
    const { status, body, headers } = await app.get(`/share/${token}`);
    expect(status).toBe(200);
    expect(textOf(body)).toContain("PT Uji Layanan");
    const leads = attributes(body, "a", "href").filter((href) => !href.startsWith("#"));
    expect(leads.length).toBeGreaterThan(3);
    const allowed = new RegExp(`^(/share/${token}/report\\.(pdf|pptx|xlsx)$|/help/|\\?why=)`);
    expect(leads.filter((href) => !allowed.test(href))).toEqual([]);
    expect(headers.get("X-Robots-Tag")).toBe("noindex, nofollow");
    expect(headers.get("Cache-Control")).toMatch(/no-store/);
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(body).toContain('<meta name="robots" content="noindex, nofollow"');
    const policies = attributes(body, "meta", "content").filter((content) => /origin/.test(content));
    expect(policies.at(-1)).toBe("strict-origin");
  });

  it("shows nobody's name, and neither ids nor the way into the app", async () => {
    const token = await make();
    const data = await app.get(`/share/${token}.data`);
    const page = await app.get(`/share/${token}`);
    for (const { body } of [page, data]) {
      expect(body).not.toMatch(/Anggota \d|anggota\d@/);
      for (const id of [...published.members, published.companyId]) expect(body).not.toContain(id);
      expect(body).not.toMatch(/"\/(companies|assessments)\//);
    }
  });

  it("speaks both languages, and comes back from choosing one", async () => {
    const token = await make();
    const visitor = app.visitor();
    const { location } = await app.post(
      "/language",
      { language: "en", returnTo: `/share/${token}` },
      { as: visitor },
    );
    expect(location).toBe(`/share/${token}`);
    const { body } = await app.get(`/share/${token}`, { as: visitor });
    expect(body).toContain('<html lang="en"');
  });

  it("shows the newest publication, and while that is withdrawn says that there is none now", async () => {
    const token = await make();
    withdraw(app.context(), published.assessmentId);
    const away = await app.get(`/share/${token}`, { headers: { "Accept-Language": "id" } });
    expect(away.status).toBe(404);
    expect(textOf(away.body)).toContain(m.share_away_title());
    expect(away.body).not.toContain("PT Uji Layanan");
    expect((await app.get(`/share/${token}/report.pdf`)).status).toBe(404);
    app.advance(1000);
    publish(app.context(), published.assessmentId);
    const { body } = await app.get(`/share/${token}`, { headers: { "Accept-Language": "id" } });
    expect(textOf(body)).toContain(m.report_edition_number({ number: 2, date: "30 Juni 2026" }));
  });

  it("that is unknown, expired or revoked is one and the same page, which tells nothing", async () => {
    const [revoked, expired] = [await make({ days: 40 }), await make({ days: 1 })];
    const byDays = links().find(
      ({ expiresAt }) => expiresAt.getTime() > app.context().now.getTime() + 9 * DAY,
    );
    endShareLink(app.context(), published.assessmentId, byDays?.id ?? "");
    app.advance(DAY);
    const unknown = `${revoked.slice(0, -4)}AAAA`;
    const pages = await Promise.all([revoked, expired, unknown].map((token) => app.get(`/share/${token}`)));
    const texts = pages.map(({ status, body }) => ({ status, text: textOf(body) }));
    expect(texts[0]).toMatchObject({ status: 404 });
    expect(texts[0]?.text).toContain(m.share_dead_title());
    expect(texts[0]?.text).not.toContain("PT Uji Layanan");
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
    for (const token of [revoked, expired, unknown]) {
      expect((await app.get(`/share/${token}/report.pdf`)).status).toBe(404);
      expect((await app.post(`/share/${token}`, { passphrase: "x" })).status).toBe(404);
    }
  });

  it("counts who is shown the report, and nothing else", async () => {
    const token = await make();
    const get = (headers: Record<string, string> = {}) => app.get(`/share/${token}`, { headers });
    await get({ "Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "none" });
    await get();
    expect(opened()).toBe(2);
    await get({ "Sec-Purpose": "prefetch;prerender", "Sec-Fetch-Dest": "document" });
    await get({ "Sec-Fetch-Dest": "empty" });
    await get({ "Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "same-origin" });
    await app.handle(new Request(app.url(`/share/${token}`), { method: "HEAD" }));
    await app.get(`/share/${token}/report.xlsx`);
    await app.get(`/share/${token}x`);
    expect(opened()).toBe(2);
    expect(links()[0]?.openedAt).toEqual(app.context().now);
  });

  it("gives the report as files, never its data", async () => {
    const token = await make();
    for (const [file, start] of [
      ["report.pdf", "%PDF"],
      ["report.pptx", "PK"],
      ["report.xlsx", "PK"],
    ] as const) {
      const { status, body, headers } = await app.get(`/share/${token}/${file}`);
      expect([file, status, body.slice(0, start.length)]).toEqual([file, 200, start]);
      expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename="selaras-[\w.-]+"$/);
    }
    for (const file of [
      "export.csv",
      "export.json",
      "bundle.json",
      "functions.csv",
      "figures",
      "report.html",
    ])
      expect([file, (await app.get(`/share/${token}/${file}`)).status]).toEqual([file, 404]);
  });

  it("lets files be made only so often", async () => {
    const token = await make();
    const statuses = new Set<number>();
    for (let tries = 0; tries < 31; tries++) {
      statuses.add((await app.get(`/share/${token}/report.xlsx`)).status);
    }
    expect([...statuses]).toEqual([200, 429]);
  });

  it("stands neither in the store, nor in the audit log, nor in the log", async () => {
    const lines: string[] = [];
    const { log } = app.services;
    app.services.log = Object.assign(Object.create(log), {
      info: (line: object) => void lines.push(JSON.stringify(line)),
      warn: (line: object) => void lines.push(JSON.stringify(line)),
    });
    const token = await make({ passphrase: PASSPHRASE });
    await app.get(`/share/${token}`);
    await app.post(`/share/${token}`, { passphrase: "wrong passphrase" });
    await app.get(`/share/${token}/report.pdf`);
    endShareLink(app.context(), published.assessmentId, links()[0]?.id ?? "");
    expect(lines.length).toBeGreaterThan(2);
    const kept = app.services.db.$client
      .prepare("select action, detail from audit_event where action like 'share-link.%' order by id")
      .all();
    expect(kept).toHaveLength(2);
    const everything = [
      ...lines,
      JSON.stringify(kept),
      app.services.db.$client.serialize().toString("latin1"),
    ];
    for (const text of everything) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(PASSPHRASE);
    }
  });
});
