import { beforeEach, describe, expect, it } from "vitest";
import { listHistory } from "#db/judgments";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { LONGEST_NOTE } from "~/use-cases/judging";
import { inviteMember, removeMember } from "~/use-cases/panel";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { aCompany, anAssessment, anOpenAssessment, aPanel, judge } from "../support/factories";
import { attributes, firstText, textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let open: ReturnType<typeof anOpenAssessment>;
let memberId: string;
let assessor: Person;

beforeEach(async () => {
  app = await createTestApp();
  open = anOpenAssessment(app);
  memberId = open.members[0] ?? "";
  assessor = await app.sitDown(open.assessmentId, memberId);
});

const PAGE = "/assess/functions/intake";
const GOOD = {
  level: "3",
  confidence: "2",
  rationale: "Daftar tiket lengkap",
};
const send = (fields: Fields, path = PAGE) => app.post(path, fields, { as: assessor });
const stored = (functionKey = "intake") => listHistory(app.services.db, memberId, functionKey, 1);
const countJudgments = () => app.services.db.$client.prepare("select count(*) from judgment").pluck().get();

it("stores what is right, as it was typed", async () => {
  expect((await send(GOOD)).status).toBe(302);
  expect(stored()).toMatchObject([
    {
      level: 3,
      confidence: 2,
      rationale: GOOD.rationale,
      cannotJudge: null,
      version: 1,
    },
  ]);
});

describe("a level", () => {
  // The rubric of this test has four levels: 5 is a level elsewhere.
  it.each(["0", "5", "6", "1.5", "1,5", "3 ", " 3", "-1", "+3", "3e0", "0x3", "three", "03"])(
    "%j is refused, and everything typed is kept",
    async (level) => {
      const { status, body } = await send({ ...GOOD, level });
      expect(status).toBe(400);
      expect(textOf(body)).toContain(m.assess_level_unknown({ levels: 4 }));
      expect(firstText(body, "title")).toContain(m.error_title_prefix({ title: "" }).trim());
      expect(textOf(body)).toContain(GOOD.rationale);
      expect(stored()).toEqual([]);
    },
  );

  it("sent twice is refused", async () => {
    expect((await send({ ...GOOD, level: ["2", "3"] })).status).toBe(400);
    expect(stored()).toEqual([]);
  });

  it("is asked for where there is none", async () => {
    const { level: _, ...rest } = GOOD;
    for (const fields of [rest, { ...rest, level: "" }]) {
      const { status, body } = await send(fields);
      expect(status).toBe(400);
      expect(textOf(body)).toContain(m.assess_level_missing());
      expect(attributes(body, "a", "href")).toContain("#field-level");
    }
    expect(stored()).toEqual([]);
  });

  it("is not needed by somebody who cannot judge, but a reason is", async () => {
    expect((await send({ level: "none" })).status).toBe(400);
    expect((await send({ level: "none", cannotJudge: "tired" })).status).toBe(400);
    expect(stored()).toEqual([]);
    expect((await send({ level: "none", cannotJudge: "no-information", confidence: "3" })).status).toBe(302);
    expect(stored()).toMatchObject([{ level: null, cannotJudge: "no-information", confidence: null }]);
  });
});

describe("what goes with a level", () => {
  it.each([
    ["confidence", "4"],
    ["confidence", "high"],
    ["indicator-one-list", "maybe"],
  ])("%s cannot be %j", async (field, value) => {
    const { status, body } = await send({ ...GOOD, [field]: value });
    expect(status).toBe(400);
    expect(textOf(body)).toContain(m.form_choice_unknown());
    expect(stored()).toEqual([]);
  });

  it("of another function's indicators is not kept", async () => {
    await send({
      ...GOOD,
      "indicator-one-list": "met",
      "indicator-guide": "met",
      "indicator-__proto__": "met",
    });
    expect(stored()[0]?.indicators).toEqual({ "one-list": "met" });
  });

  it("may be long, but not longer than said, and says by how much it is too long", async () => {
    const rationale = "a".repeat(LONGEST_NOTE + 1);
    const { status, body } = await send({ ...GOOD, rationale });
    expect(status).toBe(400);
    expect(textOf(body)).toContain(m.form_too_long({ max: LONGEST_NOTE, length: LONGEST_NOTE + 1 }));
    expect(body).toContain(rationale);
    expect(stored()).toEqual([]);
    expect((await send({ ...GOOD, rationale: "a".repeat(LONGEST_NOTE) })).status).toBe(302);
  });

  it("and measures a megabyte is refused as too large, with the page and the text given back", async () => {
    const rationale = "a".repeat(1024 * 1024);
    const { status, body } = await send({ ...GOOD, rationale });
    expect(status).toBe(413);
    expect(textOf(body)).toContain(m.form_too_long({ max: LONGEST_NOTE, length: rationale.length }));
    expect(body.includes(rationale)).toBe(true);
    expect(stored()).toEqual([]);
  });

  it("cannot be markup that runs", async () => {
    const rationale = `</textarea><script>alert("x")</script>`;
    await send({ ...GOOD, rationale });
    const { body } = await app.get(PAGE, { as: assessor });
    expect(body).not.toContain("<script>alert");
    expect(textOf(body)).toContain(rationale);
  });
});

describe("what is not there", () => {
  it.each(["/assess/functions/people", "/assess/functions/toString", "/assess/functions/__proto__"])(
    "is a function that the rubric does not have: %s",
    async (path) => {
      expect((await app.get(path, { as: assessor })).status).toBe(404);
      expect((await send(GOOD, path)).status).toBe(404);
      expect(countJudgments()).toBe(0);
    },
  );

  it("is a link that nobody made, one that was replaced, and one of somebody removed", async () => {
    const replaced = inviteMember(app.context(), open.assessmentId, memberId);
    inviteMember(app.context(), open.assessmentId, memberId);
    const second = open.members[1] ?? "";
    const removed = inviteMember(app.context(), open.assessmentId, second);
    removeMember(app.context(), open.assessmentId, second);
    for (const token of ["nobody", replaced, removed]) {
      const visitor = app.visitor();
      expect((await app.get(`/i/${token}`, { as: visitor })).status).toBe(404);
      expect((await app.post(`/i/${token}`, {}, { as: visitor })).status).toBe(404);
      expect((await app.get("/assess", { as: visitor })).location).toBe("/invitation");
    }
  });

  it("is the invitation to an assessment that is still a draft", async () => {
    const draft = anAssessment(app, aCompany(app));
    const [member = ""] = aPanel(app, draft);
    const token = inviteMember(app.context(), draft, member);
    expect((await app.get(`/i/${token}`)).status).toBe(404);
  });
});

describe("an assessment", () => {
  it("that was closed takes nothing more, and gives back what was typed", async () => {
    await send(GOOD);
    changeState(app.context(), open.assessmentId, "close");
    const { status, body } = await send({ ...GOOD, level: "1", rationale: "Terlambat dikirim" });
    expect(status).toBe(409);
    expect(textOf(body)).toContain(m.assess_conflict_closed());
    expect(textOf(body)).toContain("Terlambat dikirim");
    expect(stored()).toHaveLength(1);
    expect((await app.post("/assess/check", {}, { as: assessor })).status).toBe(409);
  });

  it("takes nothing more from somebody who has handed in", async () => {
    judge(app, open, memberId, [3, 2, 1]);
    const { status, body } = await send({ ...GOOD, level: "4" });
    expect(status).toBe(409);
    expect(textOf(body)).toContain(m.assess_conflict_submitted());
    expect(stored().map(({ level }) => level)).toEqual([3]);
  });

  it("is handed in only when every function has an answer, and names those that have none", async () => {
    await send(GOOD);
    const { status, body } = await app.post("/assess/check", {}, { as: assessor });
    expect(status).toBe(400);
    for (const name of ["Penyelesaian", "Pembelajaran"]) {
      expect(textOf(body)).toContain(m.assess_missing_one({ name }));
    }
    expect(textOf(body)).not.toContain(m.assess_missing_one({ name: "Penerimaan" }));
  });
});

describe("somebody without a seat", () => {
  it("judges nothing, and does not lose what they typed", async () => {
    const visitor = app.visitor();
    const { status, body } = await app.post(PAGE, GOOD, { as: visitor });
    expect(status).toBe(409);
    expect(textOf(body)).toContain(GOOD.rationale);
    expect(countJudgments()).toBe(0);
    expect((await app.get(PAGE, { as: visitor })).location).toBe("/invitation");
  });

  it("is an account, too: judging needs the personal link", async () => {
    const owner = await app.signIn("owner");
    expect((await app.post(PAGE, GOOD, { as: owner })).status).toBe(409);
    expect(countJudgments()).toBe(0);
  });

  it("loses the seat when the link is replaced while they judge", async () => {
    inviteMember(app.context(), open.assessmentId, memberId);
    const { status, body } = await send(GOOD);
    expect(status).toBe(409);
    expect(textOf(body)).toContain(m.assess_conflict_seat());
    expect(countJudgments()).toBe(0);
  });
});

it("keeps every version of a changed mind and adds none for the same answer", async () => {
  await send(GOOD);
  await send(GOOD);
  await send({ ...GOOD, level: "2" });
  expect(stored().map(({ version, level }) => [version, level])).toEqual([
    [1, 3],
    [2, 2],
  ]);
});

it("changes nothing when a link is looked at", async () => {
  const token = inviteMember(app.context(), open.assessmentId, memberId);
  const changes = () => app.services.db.$client.prepare("select total_changes()").pluck().get();
  const before = changes();
  for (const method of ["GET", "HEAD"]) {
    const response = await app.handle(new Request(app.url(`/i/${token}`), { method }));
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
  }
  expect(changes()).toBe(before);
});
