import { beforeEach, describe, expect, it } from "vitest";
import { readMail, readOutbox } from "~/use-cases/outbox";
import { createTestApp, type TestApp } from "../support/app";
import { addresses } from "../support/build";
import { anOpenAssessment } from "../support/factories";
import { anAccount, isSignedIn, PASSWORD } from "../support/security-accounts";
import { pathAt } from "../support/security-cells";
import { setScene } from "../support/security-scene";

const BASE_URL = "https://selaras.example.com/";
/** Headers by which somebody, or a proxy that passes on what it gets, would have us name another host. */
const SPOOFED: Record<string, string> = {
  Host: "evil.example",
  "X-Forwarded-Host": "evil.example",
  "X-Forwarded-Proto": "http",
  "X-Forwarded-Port": "8080",
  "X-Forwarded-Prefix": "/evil.example",
  "X-Host": "evil.example",
  "X-Original-URL": "http://evil.example/",
  "X-Rewrite-URL": "/people",
  "X-HTTP-Method-Override": "DELETE",
  Forwarded: "host=evil.example;proto=http",
};

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp({ baseUrl: BASE_URL });
});

const linksIn = (text: string) => text.match(/https?:\/\/[^\s"<&]+/g) ?? [];

describe("whatever host a request claims", () => {
  it("every link in a message and on a page is one to our own address", async () => {
    const owner = await app.signIn("owner");
    const { email } = await anAccount(app, "consultant");
    const { assessmentId, companyId, members } = anOpenAssessment(app);
    const options = { as: owner, headers: SPOOFED };
    const pages = [
      await app.post("/forgot-password", { email }, { headers: SPOOFED }),
      await app.post(
        `/assessments/${assessmentId}/panel`,
        { intent: "invite", member: members[0] ?? "" },
        options,
      ),
      await app.post(
        `/companies/${companyId}/people`,
        { intent: "add", name: "W", email: "w@example.com", role: "viewer" },
        options,
      ),
      await app.post("/me", { intent: "email", email: "baru@example.com" }, options),
    ];
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 302]);
    const messages = readOutbox(app.context()).map(({ id }) => readMail(app.context(), id));
    expect(new Set(messages.map(({ kind }) => kind))).toEqual(
      new Set(["reset", "invitation", "account", "email-current", "email-new"]),
    );
    for (const { text, html } of messages) {
      expect(linksIn(text)).toHaveLength(1);
      for (const link of [...linksIn(text), ...linksIn(html)])
        expect(link.startsWith(BASE_URL), link).toBe(true);
    }
    const shown = pages.flatMap(({ body }) => linksIn(body)).filter((link) => !link.includes("w3.org"));
    expect(shown.length).toBeGreaterThan(1);
    for (const link of shown) expect(link.startsWith(BASE_URL), link).toBe(true);
  });

  it("every address answers as ever, and leads to nowhere else", async () => {
    const scene = await setScene(app);
    for (const { path } of await addresses()) {
      const at = pathAt(path, scene, "own");
      const [plain, spoofed] = [
        await app.get(at, { as: scene.people.owner }),
        await app.get(at, { as: scene.people.owner, headers: SPOOFED }),
      ];
      expect({ at, status: spoofed.status, location: spoofed.location }).toEqual({
        ...{ at, status: plain.status, location: plain.location },
      });
      expect([spoofed.body, ...[...spoofed.headers].flat()].join()).not.toContain("evil.example");
    }
  });

  it("signing in works, with cookies for our own host", async () => {
    const { email } = await anAccount(app, "consultant");
    const as = app.visitor();
    const answer = await app.post("/sign-in", { email, password: PASSWORD }, { as, headers: SPOOFED });
    expect(answer.location).toBe("/companies");
    expect(answer.headers.getSetCookie().join()).not.toMatch(/domain|evil/i);
    expect(await isSignedIn(app, as)).toBe(true);
  });
});
