import { beforeEach, expect, it } from "vitest";
import { createLog } from "~/http/log";
import { newToken } from "~/tokens.server";
import { createTestApp, type TestApp } from "../support/app";
import { anOpenAssessment } from "../support/factories";
import { anAccount, PASSWORD, signInAs } from "../support/security-accounts";

let app: TestApp;
let written: string;
beforeEach(async () => {
  app = await createTestApp();
  written = "";
  app.services.log = createLog("info", {
    write: (line) => {
      written += line;
    },
  });
});

const lines = () =>
  written
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it("says of every request when, what, from which network, by whom and how it ended", async () => {
  const consultant = await app.signIn("consultant");
  await app.get("/companies", { as: consultant });
  const { assessmentId, members } = anOpenAssessment(app);
  const assessor = await app.sitDown(assessmentId, members[0] ?? "");
  await app.get("/assess", { as: assessor });
  await app.get("/audit", { as: consultant });
  expect(lines()).toMatchObject([
    {
      method: "GET",
      path: "/companies",
      status: 200,
      network: "192.0.2.0/24",
      who: `user:${consultant.userId}`,
    },
    { path: "/assess", status: 200, who: `assessor:${members[0]}` },
    { path: "/audit", status: 404, who: `user:${consultant.userId}` },
  ]);
  for (const line of lines()) {
    expect(line.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(line.time).toEqual(expect.any(Number));
  }
});

it("notes what was refused, to be watched for", async () => {
  const account = await anAccount(app, "consultant", { secondFactor: true });
  await signInAs(app, account.email, { password: "bukan kata sandinya" });
  const { as } = await signInAs(app, account.email);
  await app.post("/sign-in/code", { code: "nothing" }, { as });
  await app.post(`/account/${newToken()}`, { password: PASSWORD });
  await app.post("/sign-out", {}, { headers: { Origin: "https://other.example" } });
  const refused = lines().filter((line) => "refused" in line);
  expect(refused).toMatchObject([
    { level: 40, refused: "sign-in", network: "192.0.2.0/24" },
    { refused: "second-factor", account: account.userId },
    { refused: "link" },
    { refused: "foreign-origin" },
  ]);
});

it("notes that a limit was reached, and which", async () => {
  const attempts = Array.from({ length: 11 }, () => signInAs(app, "siapa@example.com", { password: "x" }));
  await Promise.all(attempts);
  const reached = lines().filter(({ refused }) => refused === "rate-limit");
  expect(reached).toMatchObject([{ limit: "sign-in:account" }]);
});
