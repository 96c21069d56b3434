import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { inviteMember, readPanel } from "~/use-cases/panel";
import { readBasis } from "~/use-cases/results";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { aCompany, anAssessment, anOpenAssessment, aPanel, judge } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});

const MEMBER = { intent: "add", name: "Ani", email: "ani@example.com", perspective: "expert", weight: "1" };
const post = (id: string, fields: Fields) => app.post(`/assessments/${id}/panel`, fields, { as: owner });
const panel = (id: string) => readPanel(app.context(), id);
/** The personal links that a page shows, as paths. */
const linksOn = (html: string) =>
  attributes(html, "input", "value").flatMap((value) => /\/i\/[\w-]+$/.exec(value)?.[0] ?? []);
const stored = () => app.services.db.$client.serialize().toString("latin1");

describe("adding a member", () => {
  let id: string;
  beforeEach(() => {
    id = anAssessment(app, aCompany(app));
  });

  it.each<[string, Record<string, string>]>([
    ["name", { name: "" }],
    ["email", { email: "ani" }],
    ["perspective", { perspective: "boss" }],
    ["weight", { weight: "0" }],
    ["weight", { weight: "-1" }],
    ["weight", { weight: "1e3" }],
    ["weight", { weight: "11" }],
    ["weightReason", { weight: "2" }],
    ["weightReason", { weight: "2", weightReason: " " }],
  ])("is refused with a wrong %s (%j), and what was typed stays", async (field, wrong) => {
    const answer = await post(id, { ...MEMBER, ...wrong });
    expect(answer.status).toBe(400);
    expect(attributes(answer.body, "a", "href")).toContain(`#field-${field}`);
    if (field !== "email") expect(attributes(answer.body, "input", "value")).toContain(MEMBER.email);
    expect(panel(id)).toEqual([]);
  });

  it("takes a weight with a comma or a point", async () => {
    const weightReason = "Memimpin kanal daring";
    await post(id, { ...MEMBER, weight: "1,5", weightReason });
    await post(id, { ...MEMBER, weight: "0.5", weightReason, email: "budi@example.com" });
    expect(panel(id).map(({ weight }) => weight)).toEqual([1.5, 0.5]);
  });

  it("keeps the reason for a weight and shows it; whoever weighs as usual has none", async () => {
    await post(id, { ...MEMBER, weight: "2", weightReason: " Dua puluh tahun di bidangnya " });
    await post(id, { ...MEMBER, weightReason: "Tidak perlu", email: "budi@example.com" });
    const reason = "Dua puluh tahun di bidangnya";
    expect(panel(id).map(({ weightReason }) => weightReason)).toEqual([reason, ""]);
    const text = textOf((await app.get(`/assessments/${id}/panel`, { as: owner })).body);
    expect(text).toContain(m.panel_weight_why({ reason }));
    const [member] = panel(id);
    const { body } = await app.get(`/assessments/${id}/panel/${member?.id}`, { as: owner });
    expect(attributes(body, "input", "value")).toContain(reason);
  });

  it("is refused for an address that is on the panel, however it is written", async () => {
    await post(id, MEMBER);
    const again = await post(id, { ...MEMBER, name: "Ani Dua", email: "ANI@Example.com" });
    expect(again.status).toBe(400);
    expect(textOf(again.body)).toContain(m.consultant_member_taken());
    expect(panel(id)).toHaveLength(1);
  });

  it("says what a small panel means", async () => {
    const text = async () => textOf((await app.get(`/assessments/${id}/panel`, { as: owner })).body);
    const small = anAssessment(app, aCompany(app), { quorum: 3 });
    aPanel(app, small, ["expert", "insider"]);
    const { body } = await app.get(`/assessments/${small}/panel`, { as: owner });
    expect(textOf(body)).toContain(m.consultant_panel_below_quorum({ count: 2, quorum: 3 }));
    aPanel(app, id, ["expert", "insider", "customer", "expert", "insider"]);
    expect(await text()).toContain(m.consultant_panel_small({ count: 5, needed: 6 }));
    await post(id, { ...MEMBER, email: "enam@example.com" });
    expect(await text()).not.toContain("95%");
  });
});

describe("a personal link", () => {
  it("is shown once, with a message in the language of the assessment, and stored nowhere", async () => {
    const id = anAssessment(app, aCompany(app, { name: "PT Pesan" }), {
      language: "en",
      deadline: "2026-07-31",
    });
    const [member = ""] = aPanel(app, id);
    const { status, body } = await post(id, { intent: "invite", member });
    expect(status).toBe(200);
    const [link = ""] = linksOn(body);
    const message = textOf(body);
    expect(message).toContain("Dear Anggota 1, You are invited to the panel that assesses PT Pesan");
    expect(message).toContain("Please finish by 31 July 2026.");
    expect(message).toContain(app.url(link));
    expect(attributes(body, "a", "href").find((href) => href.startsWith("mailto:"))).toContain(
      encodeURIComponent(app.url(link)),
    );
    expect(linksOn((await app.get(`/assessments/${id}/panel`, { as: owner })).body)).toEqual([]);
    expect(stored()).not.toContain(link.replace("/i/", ""));
  });

  it("stops the one before", async () => {
    const { assessmentId, members } = anOpenAssessment(app);
    const [member = ""] = members;
    const [first = ""] = linksOn((await post(assessmentId, { intent: "invite", member })).body);
    expect((await app.get(first)).status).toBe(200);
    const [second = ""] = linksOn((await post(assessmentId, { intent: "invite", member })).body);
    expect((await app.get(first)).status).toBe(404);
    expect((await app.get(second)).status).toBe(200);
  });

  it("is made for all who have none, and leaves the others alone", async () => {
    const { assessmentId, members } = anOpenAssessment(app);
    const kept = `/i/${inviteMember(app.context(), assessmentId, members[1] ?? "")}`;
    const made = linksOn((await post(assessmentId, { intent: "invite-missing" })).body);
    expect(made).toHaveLength(2);
    for (const link of [kept, ...made]) expect((await app.get(link)).status).toBe(200);
  });

  it("is not made for a member of another panel", async () => {
    const [one, other] = [anOpenAssessment(app), anOpenAssessment(app)];
    const answer = await post(one.assessmentId, { intent: "invite", member: other.members[0] ?? "" });
    expect(answer.status).toBe(404);
    expect(panel(other.assessmentId)[0]?.invitedAt).toBeNull();
  });
});

describe("changing a member", () => {
  it("keeps the link and refuses another's address", async () => {
    const id = anAssessment(app, aCompany(app));
    const [member = ""] = aPanel(app, id);
    const page = `/assessments/${id}/panel/${member}`;
    const change = { name: "Nama Baru", email: "baru@example.com", perspective: "other" };
    const sent = { ...change, weight: "2", weightReason: "Pemilik data" };
    expect((await app.post(page, sent, { as: owner })).status).toBe(302);
    expect(panel(id)[0]).toMatchObject({ ...sent, weight: 2 });
    const taken = await app.post(page, { ...sent, email: "anggota2@example.com" }, { as: owner });
    expect(taken.status).toBe(400);
    expect(panel(id)[0]?.email).toBe("baru@example.com");
  });
});

describe("removing a member", () => {
  it("ends their link, and their judgments stay but count no longer", async () => {
    const open = anOpenAssessment(app);
    const { assessmentId, members } = open;
    const [member = ""] = members;
    judge(app, open, member, [3, 3, 3]);
    const [link = ""] = linksOn((await post(assessmentId, { intent: "invite", member })).body);
    const page = `/assessments/${assessmentId}/panel/${member}/remove`;
    const asked = textOf((await app.get(page, { as: owner })).body);
    expect(asked).toContain(m.consultant_member_remove_judged({ count: 3 }));
    expect((await app.post(page, {}, { as: owner })).status).toBe(302);
    expect((await app.get(link)).status).toBe(404);
    const assessment = app.services.db.query.assessment.findFirst({
      where: (table, { eq }) => eq(table.id, assessmentId),
    });
    const found = await assessment;
    expect(found && readBasis(app.context(), found).judgments).toEqual([]);
    const kept = app.services.db.$client
      .prepare("select count(*) as n from judgment where member_id = ?")
      .get(member);
    expect(kept).toEqual({ n: 3 });
  });
});

describe("the panel of an assessment that is closed", () => {
  it.each<Fields>([MEMBER, { intent: "invite-missing" }])("is not changed by %j", async (fields) => {
    const { assessmentId } = anOpenAssessment(app);
    changeState(app.context(), assessmentId, "close");
    const before = panel(assessmentId);
    const answer = await post(assessmentId, fields);
    expect(answer.status).toBe(409);
    expect(textOf(answer.body)).toContain(m.consultant_wrong_state({ state: m.state_closed() }));
    expect(panel(assessmentId)).toEqual(before);
  });

  it("loses no member", async () => {
    const { assessmentId, members } = anOpenAssessment(app);
    changeState(app.context(), assessmentId, "close");
    const page = `/assessments/${assessmentId}/panel/${members[0]}/remove`;
    expect((await app.post(page, {}, { as: owner })).status).toBe(409);
    expect(panel(assessmentId)).toHaveLength(3);
  });
});

describe("the functions asked", () => {
  let id: string;
  beforeEach(() => {
    id = anAssessment(app, aCompany(app), { quorum: 1 });
  });
  const asked = () => panel(id).map(({ functions }) => functions);
  const SOME = { ...MEMBER, asked: "some" };

  it("are all, or those ticked; ticks beside all say nothing", async () => {
    await post(id, { ...SOME, "functions.learning": "on", "functions.intake": "on" });
    await post(id, { ...MEMBER, email: "b@example.com", asked: "all", "functions.intake": "on" });
    expect(asked()).toEqual([["intake", "learning"], null]);
    const text = textOf((await app.get(`/assessments/${id}/panel`, { as: owner })).body);
    expect(text).toContain(m.consultant_asked_of({ asked: 2, total: 3 }));
  });

  it("must be at least one of the rubric; what was ticked and typed stays", async () => {
    const none = await post(id, SOME);
    expect(none.status).toBe(400);
    expect(textOf(none.body)).toContain(m.consultant_asked_none());
    expect(attributes(none.body, "a", "href")).toContain("#field-functions");
    const unknown = await post(id, { ...SOME, "functions.intake": "on", "functions.other": "on" });
    expect(unknown.status).toBe(400);
    expect(unknown.body).toMatch(
      /name="functions\.intake"[^>]*checked=""|checked=""[^>]*name="functions\.intake"/,
    );
    expect(asked()).toEqual([]);
  });

  it("that too few are asked for are named before opening, in the panel and on the overview", async () => {
    const thin = anAssessment(app, aCompany(app), { quorum: 3 });
    aPanel(app, thin);
    const [member] = panel(thin);
    const { name = "", email = "" } = member ?? {};
    const page = `/assessments/${thin}/panel/${member?.id}`;
    const fields = {
      name,
      email,
      perspective: "expert",
      weight: "1",
      asked: "some",
      "functions.intake": "on",
    };
    expect((await app.post(page, fields, { as: owner })).status).toBe(302);
    for (const path of [`/assessments/${thin}/panel`, `/assessments/${thin}`]) {
      const text = textOf((await app.get(path, { as: owner })).body);
      expect(text).toContain(m.consultant_asked_coverage({ name: "Pembelajaran", asked: 2, quorum: 3 }));
      expect(text).not.toContain(m.consultant_asked_coverage({ name: "Penerimaan", asked: 2, quorum: 3 }));
    }
  });

  it("are what the invitation tells of and the personal page shows", async () => {
    const open = anOpenAssessment(app);
    const fields = { name: "Ani", email: "ani@example.com", perspective: "expert", weight: "1" };
    const member = open.members[0] ?? "";
    const page = `/assessments/${open.assessmentId}/panel/${member}`;
    await app.post(page, { ...fields, asked: "some", "functions.intake": "on" }, { as: owner });
    const link = `/i/${inviteMember(app.context(), open.assessmentId, member)}`;
    const text = textOf((await app.get(link)).body);
    expect(text).toContain(m.assess_asked_some({ asked: 1, total: 3 }));
    expect(text).toContain(m.functions_count({ count: 1 }));
  });
});
