import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { withdraw } from "~/use-cases/publish";
import { endShareLink, makeShareLink } from "~/use-cases/share-links";
import { ADDRESS, createTestApp, type TestApp } from "../support/app";
import { aJudgedAssessment } from "../support/factories";
import { attributes, textOf } from "../support/html";
import { LEVELS, PASSPHRASE, shareScene } from "../support/share-scene";

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

describe("a share link with a passphrase", () => {
  it("tells nothing before it is given, and shows the report after", async () => {
    const token = await make({ passphrase: PASSPHRASE });
    const visitor = app.visitor();
    const before = await app.get(`/share/${token}`, { as: visitor });
    expect(before.body).not.toContain("PT Uji Layanan");
    expect(attributes(before.body, "input", "name")).toContain("passphrase");
    expect((await app.get(`/share/${token}/report.pdf`, { as: visitor })).status).toBe(404);
    const wrong = await app.post(`/share/${token}`, { passphrase: "empat angsa hitam" }, { as: visitor });
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.body)).toContain(m.share_locked_wrong());
    expect(wrong.body).not.toContain("angsa");
    expect(opened()).toBe(0);

    const right = await app.post(`/share/${token}`, { passphrase: PASSPHRASE }, { as: visitor });
    expect([right.status, right.location]).toEqual([302, `/share/${token}`]);
    expect(right.headers.getSetCookie().join()).toMatch(
      new RegExp(`^share=[^;]+; Max-Age=86400; Path=/share/${token}; HttpOnly; SameSite=Lax$`),
    );
    const after = await app.get(`/share/${token}`, { as: visitor });
    expect(after.body).toContain("PT Uji Layanan");
    expect(opened()).toBe(1);
    expect((await app.get(`/share/${token}/report.xlsx`, { as: visitor })).status).toBe(200);
  });

  it("counts once where the browser says where it comes from", async () => {
    const token = await make({ passphrase: PASSPHRASE });
    const visitor = app.visitor();
    const headers = { "Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "same-origin" };
    await app.post(`/share/${token}`, { passphrase: PASSPHRASE }, { as: visitor, headers });
    await app.get(`/share/${token}`, { as: visitor, headers });
    expect(opened()).toBe(1);
  });

  it("is opened for one link only, and not beyond its end", async () => {
    const [one, other] = [
      await make({ passphrase: PASSPHRASE, days: 1 }),
      await make({ passphrase: PASSPHRASE }),
    ];
    const visitor = app.visitor();
    app.advance(DAY - 60_000);
    const { headers } = await app.post(`/share/${one}`, { passphrase: PASSPHRASE }, { as: visitor });
    expect(headers.getSetCookie().join()).toContain("Max-Age=60;");
    expect((await app.get(`/share/${one}`, { as: visitor })).body).toContain("PT Uji Layanan");
    expect((await app.get(`/share/${other}`, { as: visitor })).body).not.toContain("PT Uji Layanan");
    app.advance(60_000);
    expect((await app.get(`/share/${one}`, { as: visitor })).status).toBe(404);
  });

  it("is shut by revoking it, also for those who have it open", async () => {
    const token = await make({ passphrase: PASSPHRASE });
    const visitor = app.visitor();
    await app.post(`/share/${token}`, { passphrase: PASSPHRASE }, { as: visitor });
    endShareLink(app.context(), published.assessmentId, links()[0]?.id ?? "");
    expect((await app.get(`/share/${token}`, { as: visitor })).status).toBe(404);
  });

  it("cannot be guessed for long, by one address or by many", async () => {
    const token = await make({ passphrase: PASSPHRASE });
    const guess = (passphrase: string, address = ADDRESS) =>
      app.post(`/share/${token}`, { passphrase }, { headers: { "X-Forwarded-For": address } });
    const statuses: number[] = [];
    for (let tries = 0; tries < 21; tries++) statuses.push((await guess(`salah ${tries}`)).status);
    expect(statuses.lastIndexOf(400)).toBe(19);
    expect(statuses.at(-1)).toBe(429);
    expect((await guess(PASSPHRASE)).status).toBe(429);
  });

  it("cannot be shut for others by one address that goes on guessing", async () => {
    const token = await make({ passphrase: PASSPHRASE });
    for (let tries = 0; tries < 35; tries++) {
      await app.post(`/share/${token}`, { passphrase: `salah ${tries}` });
    }
    const used = app.services.db.$client.prepare("select points from rate_limit where key like ?").pluck();
    expect(used.all("passphrase:link:%")).toEqual([20]);
    expect(used.all("passphrase:address:%")).toEqual([35]);
  });

  it("is bound to https where the site runs under it", async () => {
    const secure = await createTestApp({ baseUrl: "https://selaras.test" });
    const { assessmentId } = aJudgedAssessment(secure, LEVELS, { published: true });
    const input = { label: "x", days: 30, passphrase: PASSPHRASE };
    const token = await makeShareLink(secure.context(), assessmentId, input);
    const { headers } = await secure.post(`/share/${token}`, { passphrase: PASSPHRASE });
    expect(headers.getSetCookie().join()).toMatch(/^__Secure-share=.*; Secure/);
  });
});

describe("the page of links", () => {
  const page = () => `/assessments/${published.assessmentId}/links`;

  it("shows the address of a new link once, and afterwards what became of it", async () => {
    const owner = await app.signIn("owner");
    const answer = await app.post(
      page(),
      { intent: "make", label: "Bank <b>Maju</b>", days: "7", passphrase: PASSPHRASE },
      { as: owner },
    );
    expect(answer.status).toBe(200);
    const url = attributes(answer.body, "input", "value").find((value) => value.includes("/share/")) ?? "";
    expect(url).toMatch(/^http:\/\/selaras\.test\/share\/[\w-]{43}$/);
    expect(answer.body).not.toContain(PASSPHRASE);
    expect(links()[0]).toMatchObject({ label: "Bank <b>Maju</b>", state: "active", passphrase: true });
    const again = await app.get(page(), { as: owner });
    expect(again.body).not.toContain("/share/");
    expect(textOf(again.body)).toContain("Bank <b>Maju</b>");
    const linkId = links()[0]?.id ?? "";
    const revoked = await app.post(page(), { intent: "revoke", linkId }, { as: owner });
    expect(revoked.location).toBe(page());
    expect(links()[0]?.state).toBe("revoked");
    expect((await app.get(new URL(url).pathname)).status).toBe(404);
  });

  it.each([
    [{ days: "0" }, "days"],
    [{ days: "366" }, "days"],
    [{ days: "tujuh" }, "days"],
    [{ label: " " }, "label"],
    [{ passphrase: "pendek" }, "passphrase"],
    [{ passphrase: "x".repeat(129) }, "passphrase"],
  ])("refuses %j, and keeps the rest of what was typed", async (wrong, field) => {
    const owner = await app.signIn("owner");
    const fields = { intent: "make", label: "Direksi", days: "30", passphrase: PASSPHRASE, ...wrong };
    const { status, body } = await app.post(page(), fields, { as: owner });
    expect(status).toBe(400);
    expect(body).toContain(`id="field-${field}-error"`);
    if (field !== "passphrase") expect(body).not.toContain(PASSPHRASE);
    expect(links()).toEqual([]);
  });

  it("makes none where nothing is published", async () => {
    withdraw(app.context(), published.assessmentId);
    const owner = await app.signIn("owner");
    const { status, body } = await app.post(
      page(),
      { intent: "make", label: "Direksi", days: "30" },
      { as: owner },
    );
    expect(status).toBe(409);
    expect(textOf(body)).toContain(m.share_not_yet_body());
    expect(links()).toEqual([]);
  });

  it("ends no link of another assessment", async () => {
    await make();
    const other = aJudgedAssessment(app, LEVELS, { published: true });
    const owner = await app.signIn("owner");
    const linkId = links()[0]?.id ?? "";
    const path = `/assessments/${other.assessmentId}/links`;
    expect((await app.post(path, { intent: "revoke", linkId }, { as: owner })).status).toBe(404);
    expect(links()[0]?.state).toBe("active");
  });
});
