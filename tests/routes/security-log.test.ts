import { pino } from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { createLog } from "~/http/log";
import { createTestApp, type TestApp } from "../support/app";
import { anAccount, PASSWORD } from "../support/security-accounts";
import { setScene } from "../support/security-scene";

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp({ baseUrl: "https://selaras.example.com" });
});

describe("the log", () => {
  it("holds no link that opens something, no cookie, no password and no address", async () => {
    const lines: string[] = [];
    app.services.log = createLog("debug", { write: (line) => void lines.push(line) });
    const { links, people } = await setScene(app);
    const { email } = await anAccount(app, "consultant");
    const secrets = Object.values(links.own);
    const doors = ["account", "i", "confirm-email", "ACCOUNT", "I", "Confirm-Email", "nowhere", "account//x"];
    for (const secret of secrets) {
      for (const door of doors) {
        for (const ending of ["", ".data", "/", "?_data=root", "?next=/companies", "/x"]) {
          await app.get(`/${door}/${secret}${ending}`);
          await app.post(`/${door}/${secret}${ending}`, {});
        }
      }
    }
    const as = app.visitor();
    await app.post("/sign-in", { email, password: "bukan kata sandinya" }, { as });
    await app.post("/sign-in", { email, password: PASSWORD }, { as });
    await app.get(`/companies?email=${email}`, { as });
    app.services.db.$client.exec("drop table judgment; drop table account_link");
    for (const secret of secrets) {
      expect((await app.get(`/account/${secret}`, { as: people.owner })).status).toBe(500);
    }
    const log = lines.join("");
    expect(lines.length).toBeGreaterThan(200);
    expect(log).toContain('"level":50');
    const cookies = [as, people.owner].map(({ jar }) => jar.get("__Host-session") ?? "no cookie");
    for (const secret of [...secrets, ...cookies, email, PASSWORD, "bukan kata sandinya"]) {
      expect(log.includes(secret), secret.slice(0, 4)).toBe(false);
    }
  });

  it("says what happened under the id that the answer carries", async () => {
    const lines: string[] = [];
    app.services.log = pino({ level: "info" }, { write: (line) => void lines.push(line) });
    const { headers } = await app.get("/nowhere");
    expect(JSON.parse(lines[0] ?? "{}")).toMatchObject({
      ...{ requestId: headers.get("X-Request-Id"), path: "/nowhere", status: 404 },
    });
  });
});
