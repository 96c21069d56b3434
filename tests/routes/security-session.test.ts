import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeState } from "~/use-cases/assessments";
import { inviteMember, removeMember } from "~/use-cases/panel";
import { readCompanyPeople, readStaff } from "~/use-cases/people";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany, anOpenAssessment } from "../support/factories";
import type { Person } from "../support/people";
import { anAccount, isSignedIn, PASSWORD, signInAs } from "../support/security-accounts";

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

/** A browser that has the same cookies, as a thief would. */
function copyOf(person: Person): Person {
  const copy = app.visitor();
  for (const cookie of person.jar.header().split("; ").filter(Boolean)) copy.jar.take(cookie);
  return copy;
}

describe("a cookie under https", () => {
  let secure: TestApp;
  let open: ReturnType<typeof anOpenAssessment>;
  beforeAll(async () => {
    secure = await createTestApp({ baseUrl: "https://selaras.example.com" });
    open = anOpenAssessment(secure);
  });
  const flags = (line: string) =>
    line
      .split(";")
      .slice(1)
      .map((flag) => flag.trim().toLowerCase());

  it("is bound to this host, to https and to our own pages, and no script reads it", async () => {
    const { email } = await anAccount(secure, "consultant");
    const link = `/i/${inviteMember(secure.context(), open.assessmentId, open.members[0] ?? "")}`;
    const as = secure.visitor();
    const answers = [
      await secure.post("/sign-in", { email, password: PASSWORD }, { as }),
      await secure.post("/companies/new", aCompanyForm(), { as }),
      await secure.post(link, {}),
      await secure.post("/assess/leave", {}),
      await secure.post("/sign-out", {}, { as }),
    ];
    const lines = answers.flatMap(({ headers }) => headers.getSetCookie());
    const names = lines.map((line) => line.slice(0, line.indexOf("=")));
    expect(new Set(names)).toEqual(
      new Set(["session", "flash", "seat", "lang"].map((name) => `__Host-${name}`)),
    );
    for (const line of lines) {
      for (const flag of ["secure", "httponly", "samesite=lax", "path=/"])
        expect(flags(line)).toContain(flag);
      expect(line).not.toMatch(/domain=/i);
    }
  });

  it("of the kind that needs no https is not taken for it", async () => {
    const { email } = await anAccount(secure, "consultant");
    const { as } = await signInAs(secure, email);
    const bare = secure.visitor();
    bare.jar.take(`session=${as.jar.get("__Host-session")}`);
    expect([await isSignedIn(secure, as), await isSignedIn(secure, bare)]).toEqual([true, false]);
  });
});

describe("signing in", () => {
  it("gives a new token each time, ends the session before, and adopts no token that was planted", async () => {
    const { email } = await anAccount(app, "consultant");
    const { as } = await signInAs(app, email);
    const first = copyOf(as);
    await signInAs(app, email, { as });
    expect(as.jar.get("session")).not.toBe(first.jar.get("session"));
    expect([await isSignedIn(app, as), await isSignedIn(app, first)]).toEqual([true, false]);
    const planted = app.visitor();
    planted.jar.take("session=planted");
    await signInAs(app, email, { as: planted });
    expect(planted.jar.get("session")).not.toBe("planted");
    expect(await isSignedIn(app, planted)).toBe(true);
  });

  it("changes the token again with the second factor, and the old one opens nothing", async () => {
    const { email, code } = await anAccount(app, "consultant", { secondFactor: true });
    const { as } = await signInAs(app, email);
    const before = copyOf(as);
    await app.post("/sign-in/code", { code: code() }, { as });
    expect([await isSignedIn(app, as), await isSignedIn(app, before)]).toEqual([true, false]);
    expect((await app.get("/sign-in/code", { as: before })).location).toBe("/sign-in");
  });

  it("leaves no token in the store, only hashes", async () => {
    const { email } = await anAccount(app, "consultant");
    const { as } = await signInAs(app, email);
    const signed = decodeURIComponent(as.jar.get("session") ?? "").split(".")[0] ?? "";
    const token = JSON.parse(Buffer.from(signed, "base64").toString()) as string;
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(app.services.db.$client.serialize().toString("latin1")).not.toContain(token);
  });
});

describe("signing out", () => {
  it("ends the session on the server, and everywhere else on wish", async () => {
    const { email } = await anAccount(app, "consultant");
    const [first, second, third] = [
      (await signInAs(app, email)).as,
      (await signInAs(app, email)).as,
      (await signInAs(app, email)).as,
    ];
    const thief = copyOf(first);
    await app.post("/sign-out", {}, { as: first });
    expect(await isSignedIn(app, thief)).toBe(false);
    await app.post("/me", { intent: "sessions" }, { as: second });
    expect([await isSignedIn(app, second), await isSignedIn(app, third)]).toEqual([true, false]);
  });
});

describe("from the next request on", () => {
  it("a role that was taken away gives nothing, and the session with it is over", async () => {
    const owner = await app.signIn("owner");
    const companyId = aCompany(app);
    const consultant = await app.signIn("consultant");
    const viewer = await app.signIn("viewer", companyId);
    const idOf = (people: { email: string; membershipId: string }[], email: string) =>
      people.find((person) => person.email === email)?.membershipId ?? "";
    const person = idOf(readCompanyPeople(app.context(), companyId), viewer.email);
    await app.post(`/companies/${companyId}/people`, { intent: "remove", person }, { as: consultant });
    const staff = idOf(readStaff(app.context()), consultant.email);
    await app.post("/people", { intent: "remove", person: staff }, { as: owner });
    for (const [who, path] of [
      [viewer, `/companies/${companyId}`],
      [consultant, "/companies/new"],
    ] as const) {
      expect((await app.get(path, { as: who })).location).toMatch(/^\/sign-in/);
      expect(await isSignedIn(app, who)).toBe(false);
    }
  });

  it("one of two roles taken away leaves the other and no more", async () => {
    const owner = await app.signIn("owner");
    const [kept, lost] = [aCompany(app), aCompany(app)];
    const { email } = await anAccount(app, "viewer", { companyId: kept });
    await app.post(
      `/companies/${lost}/people`,
      { intent: "add", name: "V", email, role: "manager" },
      { as: owner },
    );
    const person = readCompanyPeople(app.context(), lost)[0]?.membershipId ?? "";
    const { as } = await signInAs(app, email);
    expect((await app.get(`/companies/${lost}`, { as })).status).toBe(200);
    await app.post(`/companies/${lost}/people`, { intent: "remove", person }, { as: owner });
    const again = (await signInAs(app, email)).as;
    const statuses = [kept, lost].map(
      async (id) => (await app.get(`/companies/${id}`, { as: again })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 404]);
  });

  it("somebody whose account is disabled is out, half-way in or all the way, and stays out", async () => {
    const whole = await anAccount(app, "consultant");
    const strong = await anAccount(app, "consultant", { secondFactor: true });
    const inside = (await signInAs(app, whole.email)).as;
    const halfway = (await signInAs(app, strong.email)).as;
    app.services.db.$client.exec("update user set disabled_at = 1");
    expect(await isSignedIn(app, inside)).toBe(false);
    const code = await app.post("/sign-in/code", { code: strong.code() }, { as: halfway });
    expect([code.location, await isSignedIn(app, halfway)]).toEqual(["/sign-in", false]);
    expect((await signInAs(app, whole.email)).answer.status).toBe(400);
  });

  it("an assessor whose link was renewed, whose seat was taken or who left is out", async () => {
    const { assessmentId, members } = anOpenAssessment(app);
    const [renewed = "", removed = "", left = ""] = members;
    const seated = [];
    for (const member of members) seated.push(await app.sitDown(assessmentId, member));
    const [one, two, three] = seated as [Person, Person, Person];
    const thief = copyOf(three);
    inviteMember(app.context(), assessmentId, renewed);
    removeMember(app.context(), assessmentId, removed);
    expect((await app.get("/assess", { as: thief })).status).toBe(200);
    await app.post("/assess/leave", {}, { as: three });
    for (const who of [one, two, thief])
      expect((await app.get("/assess", { as: who })).location).toBe("/invitation");
    expect(left).not.toBe("");
  });

  it("an assessor writes nothing more once the assessment is closed", async () => {
    const { assessmentId, members } = anOpenAssessment(app);
    const as = await app.sitDown(assessmentId, members[0] ?? "");
    changeState(app.context(), assessmentId, "close");
    const answer = await app.post("/assess/functions/intake", { level: "1", confidence: "2" }, { as });
    expect(answer.status).toBe(409);
    expect(app.services.db.$client.prepare("select count(*) from judgment").pluck().get()).toBe(0);
  });
});

it("a seat and an account in one browser do not add up", async () => {
  const { assessmentId, members, companyId } = anOpenAssessment(app);
  const seat = await app.sitDown(assessmentId, members[0] ?? "");
  const viewer = await app.signIn("viewer", companyId);
  seat.jar.take(`session=${viewer.jar.get("session")}`);
  expect((await app.get("/assess", { as: seat })).status).toBe(200);
  expect((await app.get(`/assessments/${assessmentId}/panel`, { as: seat })).status).toBe(404);
  expect((await app.get(`/assessments/${assessmentId}/report`, { as: seat })).status).toBe(404);
  // Nor is one kind of token taken for the other.
  const swapped = app.visitor();
  swapped.jar.take(`session=${seat.jar.get("seat")}`);
  swapped.jar.take(`seat=${viewer.jar.get("session")}`);
  expect((await app.get("/assess", { as: swapped })).location).toBe("/invitation");
  expect(await isSignedIn(app, swapped)).toBe(false);
});

const aCompanyForm = () => ({
  ...{ name: "PT Baru", industry: "other", country: "ID", size: "small", offering: "services" },
});
