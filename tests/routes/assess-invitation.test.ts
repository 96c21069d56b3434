import { beforeEach, describe, expect, it } from "vitest";
import { listProgress } from "#db/panel";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { INVITATION_LIFETIME, inviteMember } from "~/use-cases/panel";
import { createTestApp, type TestApp } from "../support/app";
import { anOpenAssessment, judge } from "../support/factories";
import { attributes, firstText, textOf } from "../support/html";

let app: TestApp;
let open: ReturnType<typeof anOpenAssessment>;
let memberId: string;
let link: string;

const invite = () => `/i/${inviteMember(app.context(), open.assessmentId, memberId)}`;
const openWith = (given: Parameters<typeof anOpenAssessment>[1]) => {
  open = anOpenAssessment(app, given);
  memberId = open.members[0] ?? "";
  link = invite();
};

beforeEach(async () => {
  app = await createTestApp();
  openWith({ deadline: "2026-07-12" });
});

describe("an invitation's page", () => {
  it("says who is asked to judge what, as of when, by when, how much, and what becomes of it", async () => {
    const { status, body } = await app.get(link);
    expect(status).toBe(200);
    expect(firstText(body, "h1")).toBe(m.assess_invite_title({ name: "Anggota 1" }));
    const text = textOf(body);
    for (const fact of ["PT Uji Layanan", "Penilaian uji", "30 Juni 2026", "12 Juli 2026", "3 fungsi"]) {
      expect(text).toContain(fact);
    }
    expect(text).toContain(m.assess_privacy_rationale({ perspective: "pakar" }));
    expect(text).toContain(m.assess_privacy_level());
    expect(text).toContain(m.assess_start());
    expect(text).not.toContain(m.assess_late());
  });

  it("is in the assessment's language for whoever has chosen none, whatever their browser prefers", async () => {
    openWith({ language: "en" });
    const guest = await app.get(link, { headers: { "Accept-Language": "id" } });
    expect(attributes(guest.body, "html", "lang")).toEqual(["en"]);
    expect(textOf(guest.body)).toContain("3 functions, about 10 minutes");
    const reader = await app.get(link, { headers: { Cookie: "lang=id" } });
    expect(attributes(reader.body, "html", "lang")).toEqual(["id"]);
  });

  it("says that the deadline has passed while the assessment is still open", async () => {
    // Half past midnight in Jakarta, still the day of the deadline in London.
    app.advance(Date.parse("2026-07-12T17:30:00Z") - app.context().now.getTime());
    expect(textOf((await app.get(link)).body)).toContain(m.assess_late());
  });

  it("offers to go on to whoever has begun, and to read to whoever is done or too late", async () => {
    const assessor = app.visitor();
    await app.post(link, {}, { as: assessor });
    await app.post("/assess/functions/intake", { level: "1" }, { as: assessor });
    expect(textOf((await app.get(link)).body)).toContain(m.assess_resume());
    judge(app, open, memberId, [1, 2, 3]);
    expect(textOf((await app.get(link)).body)).toContain(m.assess_invite_submitted());
    memberId = open.members[1] ?? "";
    link = invite();
    changeState(app.context(), open.assessmentId, "close");
    const { body } = await app.get(link);
    expect(textOf(body)).toContain(m.assess_invite_closed());
    expect(textOf(body)).toContain(m.assess_read_own());
  });

  it("is the same for every link that does not work", async () => {
    const replaced = link;
    const expired = invite();
    const pages = [(await app.get("/i/nobody")).body, (await app.get(replaced)).body];
    app.advance(INVITATION_LIFETIME + 1);
    const last = await app.get(expired);
    expect(last.status).toBe(404);
    for (const page of [...pages, last.body]) {
      expect(textOf(page)).toContain(m.assess_dead_body());
      expect(textOf(page)).not.toContain("PT Uji Layanan");
    }
  });
});

describe("starting from an invitation", () => {
  it("begins a session under an address without the token, and keeps the language the page was in", async () => {
    openWith({ language: "en" });
    const assessor = app.visitor();
    const { status, location } = await app.post(link, {}, { as: assessor });
    expect([status, location]).toEqual([302, "/assess"]);
    expect(assessor.jar.get("lang")).toBe("en");
    const tasks = await app.get("/assess", { as: assessor, headers: { "Accept-Language": "id" } });
    expect(attributes(tasks.body, "html", "lang")).toEqual(["en"]);
    const [progress] = listProgress(app.services.db, open.assessmentId, 1);
    expect(progress?.openedAt).toEqual(app.context().now);
  });

  it("leaves a language that was chosen as it is", async () => {
    openWith({ language: "en" });
    const assessor = app.visitor();
    assessor.jar.take("lang=id; Path=/");
    await app.post(link, {}, { as: assessor });
    expect(assessor.jar.get("lang")).toBe("id");
  });

  it("gives a seat in this assessment only", async () => {
    const assessor = app.visitor();
    await app.post(link, {}, { as: assessor });
    openWith({ title: "Penilaian lain", rubricKey: "omnichannel-maturity" });
    expect(textOf((await app.get("/assess", { as: assessor })).body)).not.toContain("Penilaian lain");
    expect((await app.get("/assess/functions/budget", { as: assessor })).status).toBe(404);
    expect((await app.get("/assess/functions/intake", { as: assessor })).status).toBe(200);
  });
});

describe("stopping", () => {
  it("ends the session on the server, too, and says that everything saved is still there", async () => {
    const assessor = app.visitor();
    await app.post(link, {}, { as: assessor });
    const Cookie = assessor.jar.header();
    const { location } = await app.post("/assess/leave", {}, { as: assessor });
    expect(location).toBe("/invitation");
    expect(textOf((await app.get("/invitation", { as: assessor })).body)).toContain(m.assess_left());
    expect((await app.get("/assess", { headers: { Cookie } })).location).toBe("/invitation");
    expect((await app.get(link, { as: assessor })).status).toBe(200);
  });

  it("is the way out for somebody the invitation is not for", async () => {
    const stranger = app.visitor();
    await app.get(link, { as: stranger });
    expect((await app.post("/assess/leave", { wrongPerson: "yes" }, { as: stranger })).status).toBe(302);
    const { body } = await app.get("/invitation", { as: stranger });
    expect(textOf(body)).toContain(m.assess_left_wrong_person());
    expect((await app.get("/assess", { as: stranger })).location).toBe("/invitation");
  });
});

it("sends whoever has a seat from the way in to their tasks", async () => {
  const assessor = await app.sitDown(open.assessmentId, memberId);
  expect((await app.get("/invitation", { as: assessor })).location).toBe("/assess");
});
