import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { addMember, readMember } from "~/use-cases/panel";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { anOpenAssessment, judge } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let open: ReturnType<typeof anOpenAssessment>;
let assessor: Person;
/** A colleague who is asked for the second function only. */
let colleague: string;

async function begin(named = false) {
  app = await createTestApp();
  open = anOpenAssessment(app, { named });
  assessor = await app.sitDown(open.assessmentId, open.members[0] ?? "");
  colleague = addMember(app.context(), open.assessmentId, {
    ...{ name: "Sari Rekan", email: "sari@example.com", perspective: "other", weight: 1 },
    functions: ["resolution"],
  });
}

const page = (key: string) => `/assess/functions/${key}/pass`;
const pass = (key: string, fields: Fields) => app.post(page(key), fields, { as: assessor });
const text = async (path: string) => textOf((await app.get(path, { as: assessor })).body);
const asked = () => readMember(app.context(), open.assessmentId, colleague).functions;

describe("in a panel whose members are not shown to each other", () => {
  beforeEach(() => begin());

  it("a function goes to the address of a colleague, and the list says so", async () => {
    const form = await app.get(page("intake"), { as: assessor });
    expect(textOf(form.body)).toContain(m.assess_pass_email());
    expect(form.body).not.toContain("Sari Rekan");
    const done = await pass("intake", { to: "SARI@example.com", note: "Tolong" });
    expect(done).toMatchObject({ status: 302, location: "/assess" });
    expect(asked()).toEqual(["intake", "resolution"]);
    const list = await text("/assess");
    expect(list).toContain(m.assess_pass_done({ name: "Penerimaan" }));
    expect(list).toContain(m.assess_asked_some({ asked: 2, total: 3 }));
    expect((await app.get("/assess/functions/intake", { as: assessor })).status).toBe(404);
  });

  it("an address of nobody, of somebody asked already and one's own get one and the same answer", async () => {
    const tries = ["entah@example.com", "anggota2@example.com", "anggota1@example.com"];
    for (const to of tries) {
      const { status, body } = await pass("intake", { to, note: "Catatan saya" });
      expect(status).toBe(400);
      expect(textOf(body)).toContain(m.assess_pass_no_match());
      expect(attributes(body, "input", "value")).toContain(to);
      expect(body).toContain("Catatan saya</textarea>");
    }
    expect(asked()).toEqual(["resolution"]);
  });

  it("addresses cannot be tried without end", async () => {
    const answers = [];
    for (let count = 0; count < 11; count += 1) {
      answers.push((await pass("intake", { to: `${count}@example.com` })).status);
    }
    expect(answers).toEqual([...Array(10).fill(400), 429]);
    expect((await pass("intake", { to: "sari@example.com" })).status).toBe(429);
  });

  it("what one is not asked for cannot be passed on, nor a form without an address be sent", async () => {
    expect((await app.get(page("no-such"), { as: assessor })).status).toBe(404);
    expect((await pass("no-such", { to: "sari@example.com" })).status).toBe(404);
    expect((await pass("intake", { to: "" })).status).toBe(400);
  });

  it("a judged function stays, and its page offers no passing on", async () => {
    expect(await text("/assess/functions/intake")).toContain(m.assess_pass_link());
    await app.post("/assess/functions/intake", { level: "2" }, { as: assessor });
    expect(await text("/assess/functions/intake")).not.toContain(m.assess_pass_link());
    expect(await text(page("intake"))).toContain(m.assess_pass_judged());
    const { status, body } = await pass("intake", { to: "sari@example.com" });
    expect(status).toBe(409);
    expect(textOf(body)).toContain(m.assess_pass_judged());
  });

  it.each([
    ["closed", () => m.assess_pass_closed(), () => changeState(app.context(), open.assessmentId, "close")],
    ["handed in", () => m.assess_pass_submitted(), () => judge(app, open, open.members[0] ?? "", [1, 1, 1])],
  ])("nothing is passed on once it is %s; what was typed stays", async (_, message, change) => {
    change();
    const { status, body } = await pass("intake", { to: "sari@example.com", note: "Catatan" });
    expect(status).toBe(409);
    expect(textOf(body)).toContain(message());
    expect(body).toContain("Catatan</textarea>");
    expect((await app.get(page("intake"), { as: assessor })).location).toBe("/assess");
  });
});

describe("in a named panel", () => {
  beforeEach(() => begin(true));

  it("free colleagues are offered by name, and only an id of one of them is taken", async () => {
    const { body } = await app.get(page("intake"), { as: assessor });
    expect(attributes(body, "option", "value")).toEqual(["", colleague]);
    expect(textOf(body)).toContain("Sari Rekan");
    const asking = textOf((await pass("intake", { to: open.members[1] ?? "" })).body);
    expect(asking).toContain(m.assess_pass_asked());
    expect((await pass("intake", { to: "sari@example.com" })).status).toBe(400);
    expect((await pass("intake", { to: colleague })).status).toBe(302);
    expect(asked()).toEqual(["intake", "resolution"]);
  });

  it("the consultant reads on both members' pages who passed what to whom", async () => {
    await pass("intake", { to: colleague });
    const owner = await app.signIn("owner");
    const of = async (id: string) =>
      textOf((await app.get(`/assessments/${open.assessmentId}/panel/${id}`, { as: owner })).body);
    const fn = "Penerimaan";
    expect(await of(open.members[0] ?? "")).toContain(
      m.consultant_asked_passed_to({ fn, name: "Sari Rekan" }),
    );
    expect(await of(colleague)).toContain(m.consultant_asked_passed_from({ fn, name: "Anggota 1" }));
  });
});
