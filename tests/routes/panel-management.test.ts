import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { inviteMember, readPanel } from "~/use-cases/panel";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany, anAssessment, anOpenAssessment, aPanel } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";
import { aWorkbook } from "../support/workbook";

let app: TestApp;
let owner: Person;
beforeEach(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});

const panel = (id: string) => readPanel(app.context(), id);
const text = async (path: string, as: Person) => textOf((await app.get(path, { as })).body);

describe("members from a table", () => {
  let id: string;
  beforeEach(() => {
    id = anAssessment(app, aCompany(app));
  });

  async function send(fields: Record<string, string | Blob>) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === "string") body.append(name, value);
      else body.append(name, value, "panel.xlsx");
    }
    const path = `/assessments/${id}/panel/import`;
    const request = new Request(app.url(path), { method: "POST", body });
    request.headers.set("Origin", new URL(app.url("/")).origin);
    request.headers.set("Cookie", owner.jar.header());
    const response = await app.handle(request);
    owner.jar.takeFrom(response);
    const location = response.headers.get("Location");
    return { status: response.status, location, body: await response.text() };
  }

  /** What the preview's form carries along. */
  const carried = (body: string) =>
    (/<textarea[^>]*name="table"[^>]*>(.*?)<\/textarea>/s.exec(body)?.[1] ?? "").replaceAll("&quot;", '"');

  it("are shown first and then added, without anything kept in between", async () => {
    const pasted = "Nama\tSurel\tSudut pandang\nAni\tani@example.com\tPakar\nBudi\tbudi@example.com\tinsider";
    const preview = await send({ intent: "read", pasted });
    expect(preview.status).toBe(200);
    expect(textOf(preview.body)).toContain(m.panel_import_confirm({ count: 2 }));
    expect(panel(id)).toEqual([]);
    const done = await send({ intent: "import", table: carried(preview.body) });
    expect(done).toMatchObject({ status: 302, location: `/assessments/${id}/panel` });
    expect(panel(id).map(({ email }) => email)).toEqual(["ani@example.com", "budi@example.com"]);
    expect(await text(`/assessments/${id}/panel`, owner)).toContain(m.panel_import_done({ count: 2 }));
  });

  it("come from a workbook, too", async () => {
    const rows = [
      ["Name", "E-mail", "Perspective", "Weight", "Weight reason", "Functions"],
      ["Ani", "ani@example.com", "Expert", 2, "Senior", "intake; Pembelajaran"],
    ];
    const { body } = await send({ intent: "read", file: new Blob([new Uint8Array(await aWorkbook(rows))]) });
    expect((await send({ intent: "import", table: carried(body) })).status).toBe(302);
    expect(panel(id)).toMatchObject([
      { weight: 2, weightReason: "Senior", functions: ["intake", "learning"] },
    ]);
  });

  it("are all refused for one wrong line; what was pasted stays to be corrected", async () => {
    const pasted = "Ani,ani@example.com,expert\nBudi,budi,expert";
    const { status, body } = await send({ intent: "read", pasted });
    expect(status).toBe(200);
    const problem = m.panel_import_bad_email({ found: '"budi"' });
    expect(textOf(body)).toContain(`${m.import_problem_line({ line: 2 })}: ${problem}`);
    expect(body).toContain("Budi,budi,expert</textarea>");
    expect(carried(body)).toBe("");
    expect(panel(id)).toEqual([]);
  });

  it("are looked at again when they are imported", async () => {
    const { body } = await send({ intent: "read", pasted: "Ani,anggota1@example.com,expert" });
    aPanel(app, id, ["expert"]);
    const late = await send({ intent: "import", table: carried(body) });
    expect(late.status).toBe(400);
    expect(textOf(late.body)).toContain(m.panel_import_in_panel({ email: "anggota1@example.com" }));
    expect(panel(id)).toHaveLength(1);
    const lost = await send({ intent: "import", table: "nothing" });
    expect(lost.status).toBe(400);
    expect(textOf(lost.body)).toContain(m.panel_import_lost());
  });

  it("are not added to a panel that is closed", async () => {
    const open = anOpenAssessment(app);
    changeState(app.context(), open.assessmentId, "close");
    id = open.assessmentId;
    expect(await text(`/assessments/${id}/panel/import`, owner)).toContain(m.consultant_panel_closed());
    const { status } = await send({ intent: "read", pasted: "Ani,ani@example.com,expert" });
    expect(status).toBe(409);
  });
});

describe("an assessor who declines", () => {
  it("does so from the invitation, can take it back, and the consultant reads why", async () => {
    const { assessmentId, members } = anOpenAssessment(app);
    const link = `/i/${inviteMember(app.context(), assessmentId, members[0] ?? "")}`;
    const visitor = app.visitor();
    const { body } = await app.get(link, { as: visitor });
    expect(attributes(body, "form", "action").some((action) => action.endsWith("?to=decline"))).toBe(true);
    const begun = await app.post(`${link}?to=decline`, {}, { as: visitor });
    expect(begun).toMatchObject({ status: 302, location: "/assess/decline" });
    const fields = { intent: "decline", reason: "Sedang cuti" };
    const done = await app.post("/assess/decline", fields, { as: visitor });
    expect(done).toMatchObject({ status: 302, location: "/assess" });
    expect(await text("/assess", visitor)).toContain(m.panel_declined_title());
    expect(await text(link, visitor)).toContain(m.panel_declined_title());
    for (const path of ["", "/panel", `/panel/${members[0]}`]) {
      const page = await text(`/assessments/${assessmentId}${path}`, owner);
      expect(page).toContain(m.panel_decline_why({ reason: "Sedang cuti" }));
    }
    expect(await text(`/assessments/${assessmentId}`, owner)).toContain(
      m.panel_declined_notice({ count: 1 }),
    );
    await app.post("/assess/decline", { intent: "undo" }, { as: visitor });
    expect(await text("/assess", visitor)).not.toContain(m.panel_declined_title());
    expect(panel(assessmentId)[0]).toMatchObject({ declinedAt: null, declineReason: "" });
  });

  it("gives no reason without end, and is sent on once it is closed", async () => {
    const { assessmentId, members } = anOpenAssessment(app);
    const assessor = await app.sitDown(assessmentId, members[0] ?? "");
    const decline = (reason: string) =>
      app.post("/assess/decline", { intent: "decline", reason }, { as: assessor });
    expect((await decline("x".repeat(501))).status).toBe(400);
    expect((await app.post("/assess/decline", { intent: "other" }, { as: assessor })).status).toBe(400);
    changeState(app.context(), assessmentId, "close");
    expect(await app.get("/assess/decline", { as: assessor })).toMatchObject({
      status: 302,
      location: "/assess",
    });
    expect(await decline("")).toMatchObject({ status: 302, location: "/assess" });
    expect(panel(assessmentId)[0]?.declinedAt).toBeNull();
  });
});

describe("a member's place", () => {
  it("goes to somebody else, and the panel says whose it was", async () => {
    const { assessmentId, members } = anOpenAssessment(app);
    const page = `/assessments/${assessmentId}/panel/${members[0]}/replace`;
    const link = `/i/${inviteMember(app.context(), assessmentId, members[0] ?? "")}`;
    const wrong = await app.post(page, { name: "", email: "anggota2@example.com" }, { as: owner });
    expect(wrong.status).toBe(400);
    const taken = await app.post(page, { name: "Ratih", email: "anggota2@example.com" }, { as: owner });
    expect(taken.status).toBe(400);
    expect(textOf(taken.body)).toContain(m.consultant_member_taken());
    const done = await app.post(page, { name: "Ratih", email: "ratih@example.com" }, { as: owner });
    expect(done).toMatchObject({ status: 302, location: `/assessments/${assessmentId}/panel` });
    const shown = await text(`/assessments/${assessmentId}/panel`, owner);
    expect(shown).toContain(m.panel_replaces({ name: "Anggota 1" }));
    expect((await app.get(link)).status).toBe(404);
    expect((await app.get(page, { as: owner })).status).toBe(404);
  });
});

describe("one member", () => {
  it("is reminded from the table, and not twice for nothing", async () => {
    const { assessmentId, members } = anOpenAssessment(app);
    const [member = "", uninvited = ""] = members;
    inviteMember(app.context(), assessmentId, member);
    const page = `/assessments/${assessmentId}/panel`;
    const { body } = await app.get(page, { as: owner });
    expect(attributes(body, "input", "value").filter((value) => value === "remind-one")).toHaveLength(1);
    const done = await app.post(page, { intent: "remind-one", member }, { as: owner });
    expect(done.status).toBe(200);
    expect(textOf(done.body)).toContain(m.consultant_links_made({ count: 1 }));
    const none = await app.post(page, { intent: "remind-one", member: uninvited }, { as: owner });
    expect(none.status).toBe(409);
    expect(textOf(none.body)).toContain(m.panel_remind_not());
  });
});
