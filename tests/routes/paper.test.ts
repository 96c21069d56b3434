import { beforeEach, describe, expect, it } from "vitest";
import { listMemberJudgments } from "#db/judgments";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { saveJudgment } from "~/use-cases/judging";
import { editMember } from "~/use-cases/panel";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { anOpenAssessment, judge } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let open: ReturnType<typeof anOpenAssessment>;
let owner: Person;
let memberId: string;

beforeEach(async () => {
  app = await createTestApp();
  open = anOpenAssessment(app);
  owner = await app.signIn("owner");
  memberId = open.members[0] ?? "";
});

const paper = (query = "") => app.get(`/assessments/${open.assessmentId}/paper${query}`, { as: owner });
const entry = () => `/assessments/${open.assessmentId}/panel/${memberId}/paper`;
const enter = (fields: Fields) => app.post(entry(), fields, { as: owner });
const stored = () =>
  listMemberJudgments(app.services.db, memberId, 1).map(({ functionKey, level, source }) => [
    functionKey,
    level,
    source,
  ]);
const BASES = { "intake--base": "0", "resolution--base": "0", "learning--base": "0" };
/** Which choice of a function's level is made on the page. */
const chosen = (html: string, key: string) =>
  (html.match(/<input\b[^>]*type="radio"[^>]*>/g) ?? [])
    .filter((radio) => radio.includes(`name="${key}--level"`) && /\schecked=""/.test(radio))
    .flatMap((radio) => attributes(radio, "input", "value"));

describe("the printed questionnaire", () => {
  it("is in the language asked for, whatever the page's, with every level and indicator", async () => {
    const english = textOf((await paper("?language=en")).body);
    const indonesian = textOf((await paper()).body);
    for (const fn of open.rubric.functions) {
      expect(english).toContain(fn.question.en);
      expect(indonesian).toContain(fn.question.id);
      for (const { en } of Object.values(fn.descriptors)) expect(english).toContain(en);
      for (const { text } of fn.indicators) expect(english).toContain(text.en);
    }
    expect(english).toContain("I cannot judge this function");
    expect(english).toContain(m.paper_title());
  });

  it("bears the member's name and has only their functions", async () => {
    const person = { email: "anggota1@example.com", perspective: "expert", weight: 1 } as const;
    editMember(app.context(), open.assessmentId, memberId, {
      ...{ ...person, name: "Dewi Kertas" },
      functions: ["resolution"],
    });
    const { body } = await paper(`?member=${memberId}`);
    const [fn, other] = [open.rubric.functions[1], open.rubric.functions[0]];
    const sheets = textOf(body.slice(body.indexOf('class="paper"')));
    expect(sheets).toContain("Dewi Kertas");
    expect(sheets).toContain(fn?.question.id);
    expect(sheets).not.toContain(other?.question.id);
  });

  it("is not there for a member of another panel", async () => {
    const other = anOpenAssessment(app);
    expect((await paper(`?member=${other.members[0]}`)).status).toBe(404);
    expect((await paper("?language=fr")).status).toBe(200);
  });
});

describe("entering paper answers", () => {
  it("stores what was filled in, and shows it again the next time", async () => {
    const done = await enter({
      ...BASES,
      "intake--level": "3",
      "intake--rationale": "Tertulis di kertas",
      "intake--indicator--owner": "met",
      "resolution--level": "none",
      "resolution--cannotJudge": "outside-expertise",
      "learning--level": "",
    });
    expect(done.location).toBe(`/assessments/${open.assessmentId}/panel/${memberId}`);
    expect(stored()).toEqual([
      ["intake", 3, "paper"],
      ["resolution", null, "paper"],
    ]);
    const { body } = await app.get(entry(), { as: owner });
    expect([chosen(body, "intake"), chosen(body, "resolution"), chosen(body, "learning")]).toEqual([
      ["3"],
      ["none"],
      [""],
    ]);
    expect(body).toContain("Tertulis di kertas</textarea>");
    const assessor = await app.sitDown(open.assessmentId, memberId);
    expect(textOf((await app.get("/assess", { as: assessor })).body)).toContain(
      m.assess_progress({ done: 2, total: 3 }),
    );
  });

  it("keeps everything when one answer lacks its reason, and stores nothing", async () => {
    const { status, body } = await enter({
      ...BASES,
      "intake--level": "2",
      "intake--rationale": "Panjang lebar",
      "learning--level": "none",
    });
    expect(status).toBe(400);
    expect(attributes(body, "a", "href")).toContain("#field-learning--cannotJudge");
    expect(body).toContain("Panjang lebar</textarea>");
    expect(chosen(body, "intake")).toEqual(["2"]);
    expect(stored()).toEqual([]);
  });

  it("hands in when all is answered, and says what is missing when not", async () => {
    const some = { ...BASES, "intake--level": "2", "resolution--level": "2", handIn: "on" };
    const { status, body } = await enter(some);
    expect(status).toBe(400);
    expect(attributes(body, "a", "href")).toContain("#field-learning--level");
    expect(stored()).toEqual([]);
    expect((await enter({ ...some, "learning--level": "1" })).status).toBe(302);
    expect(stored()).toHaveLength(3);
    expect(textOf((await app.get(entry(), { as: owner })).body)).toContain(
      m.paper_enter_submitted({ name: "Anggota 1" }),
    );
  });

  it("shows what the assessor saved meanwhile and replaces it only when it is sent once more", async () => {
    const actor = { kind: "assessor", memberId, assessmentId: open.assessmentId } as const;
    const judgment = { level: 4, cannotJudge: null, confidence: null, rationale: "", indicators: {} };
    saveJudgment({ ...app.context(), actor }, "intake", judgment);
    const { status, body } = await enter({ ...BASES, "intake--level": "1", "learning--level": "1" });
    expect(status).toBe(409);
    const level = m.paper_enter_stale_level({ level: 4 });
    expect(textOf(body)).toContain(m.paper_enter_stale({ name: "Anggota 1", level }));
    expect(chosen(body, "intake")).toEqual(["1"]);
    expect(stored()).toEqual([["intake", 4, "assessor"]]);
    const base = attributes(body.match(/<input[^>]*name="intake--base"[^>]*>/)?.[0] ?? "", "input", "value");
    await enter({ ...BASES, "intake--base": base[0] ?? "", "intake--level": "1", "learning--level": "1" });
    expect(stored()).toEqual([
      ["intake", 1, "paper"],
      ["learning", 1, "paper"],
    ]);
  });

  it.each([
    ["closed", () => changeState(app.context(), open.assessmentId, "close")],
    ["handed in", () => judge(app, open, memberId, [2, 2, 2])],
  ])("is refused once it is %s, with everything typed still there", async (_, change) => {
    change();
    const before = stored();
    const { status, body } = await enter({
      ...BASES,
      "intake--level": "1",
      "intake--rationale": "Masih ada",
    });
    expect(status).toBe(409);
    expect(textOf(body)).toContain(m.paper_enter_kept());
    expect(body).toContain("Masih ada</textarea>");
    expect(stored()).toEqual(before);
  });

  it("is not there for a member of another panel", async () => {
    const other = anOpenAssessment(app);
    const path = `/assessments/${open.assessmentId}/panel/${other.members[0]}/paper`;
    expect((await app.get(path, { as: owner })).status).toBe(404);
    expect((await app.post(path, BASES, { as: owner })).status).toBe(404);
  });
});
