import { beforeEach, describe, expect, it } from "vitest";
import { locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { readMail, readOutbox } from "~/use-cases/outbox";
import { inviteMember } from "~/use-cases/panel";
import { createTestApp, type TestApp } from "../support/app";
import { aJudgedAssessment, anOpenAssessment } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Account, Person } from "../support/people";

/** Levels of three functions; the last has too few judgments for one. */
const ROWS = [
  [2, 3, null],
  [2, 3, null],
  [2, 3, 4],
];
const MINUTE = 60_000;

let app: TestApp;
let made: ReturnType<typeof aJudgedAssessment>;
let overview: string;
let page: string;
let manager: Account;
let consultant: Account;
let first: string;
let second: string;

beforeEach(async () => {
  app = await createTestApp();
  made = aJudgedAssessment(app, ROWS, { quorum: 2 });
  overview = `/assessments/${made.assessmentId}`;
  page = `${overview}/check`;
  manager = await app.signIn("manager", made.companyId);
  consultant = await app.signIn("consultant");
  [first = "", second = ""] = made.rubric.functions.map(({ key }) => key);
});

/** Pressed by the consultant, a minute after whatever was before. */
async function press(intent: string, more: Record<string, string> = {}) {
  app.advance(MINUTE);
  const answer = await app.post(overview, { intent, ...more }, { as: consultant });
  expect(answer.status).toBe(302);
  return answer;
}
const read = (path: string, as: Person) => app.get(path, { as, headers: { "Accept-Language": "id" } });
const stored = () =>
  app.services.db.$client
    .prepare("select function_key, answer, comment, member_id is not null from member_check order by id")
    .raw()
    .all();
const confirmed = (key: string) => ({ [`answer-${key}`]: "confirm" });
const disputed = (key: string, comment: string) => ({
  [`answer-${key}`]: "dispute",
  [`comment-${key}`]: comment,
});

describe("levels that are shown before publication", () => {
  it("are not there for the company until the consultant shows them", async () => {
    expect((await read(page, manager)).status).toBe(404);
    expect((await app.post(page, { preview: "1", ...confirmed(first) }, { as: manager })).status).toBe(404);
    const staff = await read(page, consultant);
    expect(textOf(staff.body)).toContain(m.check_show_title());
    expect(attributes(staff.body, "input", "value")).toContain("preview");
  });

  it.each(locales)("are a form for managers that says nothing is published (%s)", async (locale) => {
    await press("preview");
    const { status, body } = await app.get(page, { as: manager, headers: { "Accept-Language": locale } });
    const text = textOf(body);
    expect(status).toBe(200);
    for (const said of [m.check_preview_title({}, { locale }), m.check_preview_notice({}, { locale })]) {
      expect(text).toContain(said);
    }
    const fn = made.rubric.functions[0];
    const reached = made.rubric.levels[1];
    expect(text).toContain(`1 ${fn?.name[locale]} 2 ${reached?.name[locale]}`);
    expect(text).toContain(fn?.descriptors[reached?.key ?? ""]?.[locale]);
    expect(attributes(body, "a", "href")).not.toContain(`${overview}/report`);
    expect((await read(`${overview}/report`, manager)).status).toBe(404);
  });

  it("are for managers of the company only", async () => {
    await press("preview");
    const viewer = await app.signIn("viewer", made.companyId);
    for (const as of [viewer, consultant]) {
      expect((await app.post(page, { preview: "1", ...confirmed(first) }, { as })).status).toBe(404);
    }
    expect((await read(page, viewer)).status).toBe(404);
    for (const intent of ["preview", "end-preview", "ask-informants"]) {
      for (const as of [viewer, manager]) {
        expect((await app.post(overview, { intent }, { as })).status).toBe(404);
      }
    }
    expect(stored()).toEqual([]);
  });

  it("are disputed, which the consultant reads on the assessment's page, and the report tells after", async () => {
    await press("preview");
    const answers = { ...confirmed(first), ...disputed(second, "Belum begitu") };
    expect((await app.post(page, { preview: "1", ...answers }, { as: manager })).location).toBe(page);
    const told = textOf((await read(overview, consultant)).body);
    expect(told).toContain(m.check_disputes_title({ count: 1 }, { locale: "id" }));
    await press("publish");
    const report = textOf((await read(`${overview}/report`, manager)).body);
    expect(report).toContain(m.check_counts({ confirmed: 1, disputed: 1, unanswered: 0 }, { locale: "id" }));
    expect(report).toContain(m.check_before({}, { locale: "id" }));
    expect(report).toContain("Belum begitu");
    // What was said before is on the form again, and saving it as it is adds nothing.
    await app.post(page, { publication: "1", ...answers }, { as: manager });
    expect(stored()).toHaveLength(2);
  });

  it("are handed back when the preview ends meanwhile, and the company finds words and no dead end", async () => {
    await press("preview");
    await press("end-preview");
    const late = await app.post(page, { preview: "1", ...disputed(first, "Sudah ditulis") }, { as: manager });
    expect(late.status).toBe(409);
    expect(textOf(late.body)).toContain(m.check_ended());
    expect(textOf(late.body)).toContain("Sudah ditulis");
    const { status, body } = await read(page, manager);
    expect(status).toBe(200);
    expect(textOf(body)).toContain(m.check_preview_ended_title());
    expect(stored()).toEqual([]);
  });

  it("tell the consultant when the judgments no longer give them", async () => {
    await press("preview");
    app.services.db.$client.prepare("update judgment set level = 4 where function_key = ?").run(first);
    const text = textOf((await read(page, consultant)).body);
    expect(text).toContain(
      m.check_changed({ list: made.rubric.functions[0]?.name.id ?? "" }, { locale: "id" }),
    );
    await press("preview");
    expect(textOf((await read(page, consultant)).body)).not.toContain(
      m.check_show_again({}, { locale: "id" }),
    );
  });

  it("lead a manager from the company's page, as long as something is left", async () => {
    await press("preview");
    const links = async () =>
      attributes((await read(`/companies/${made.companyId}`, manager)).body, "a", "href");
    expect(await links()).toContain(page);
    await app.post(page, { preview: "1", ...confirmed(first), ...confirmed(second) }, { as: manager });
    expect(await links()).not.toContain(page);
  });
});

describe("an insider of the panel", () => {
  const own = "/assess/levels";

  /** Asked by the consultant, and seated by the link in the message. */
  async function informant(): Promise<Person> {
    await press("preview");
    await press("ask-informants", { since: "" });
    return follow();
  }

  async function follow(): Promise<Person> {
    const mail = readOutbox(app.context()).find(({ kind }) => kind === "informant");
    const link = /\/i\/[\w-]+/.exec(readMail(app.context(), mail?.id ?? "").text)?.[0] ?? "";
    const person = app.visitor();
    const invitation = await app.get(link, { as: person });
    expect(textOf(invitation.body)).toContain(m.check_invite_start());
    expect((await app.post(link, {}, { as: person })).location).toBe(own);
    return person;
  }

  it("comes by the link in the message, sees levels only, and confirms and disputes", async () => {
    const person = await informant();
    const { status, body } = await app.get(own, { as: person });
    const text = textOf(body);
    expect(status).toBe(200);
    expect(text).toContain(m.check_preview_notice());
    expect(text).toContain(made.rubric.functions[0]?.name.id);
    expect(text).not.toContain("Anggota 1");
    const saved = await app.post(own, { preview: "1", ...confirmed(first) }, { as: person });
    expect(saved).toMatchObject({ status: 302, location: own });
    expect(textOf((await app.get(own, { as: person })).body)).toContain(m.check_saved_left({ left: 1 }));
    expect(stored()).toEqual([[first, "confirm", "", 1]]);
    const staff = textOf((await read(page, consultant)).body);
    expect(staff).toContain(m.check_informants_count({ confirmed: 1, answered: 1 }, { locale: "id" }));
    // One insider is too few to be shown to the company, before the publication and after it.
    await press("publish");
    for (const path of [page, `${overview}/report`]) {
      expect(textOf((await read(path, manager)).body)).not.toContain("orang dalam");
    }
  });

  it("finds the way from the list of tasks, too", async () => {
    expect(attributes((await app.get("/assess", { as: await informant() })).body, "a", "href")).toContain(
      own,
    );
  });

  it("gets a refused form back with what was typed, escaped", async () => {
    const person = await informant();
    const bad = { preview: "1", [`comment-${first}`]: "Kata <b>saya</b>", [`answer-${second}`]: "dispute" };
    const { status, body } = await app.post(own, bad, { as: person });
    expect(status).toBe(400);
    expect(attributes(body, "a", "href").filter((href) => href.startsWith("#field-"))).toEqual([
      `#field-answer-${first}`,
      `#field-comment-${second}`,
    ]);
    expect(textOf(body)).toContain("Kata <b>saya</b>");
    expect(body).not.toContain("<b>saya");
    expect(stored()).toEqual([]);
  });

  it("gets back what was typed when the link was replaced or the preview has ended", async () => {
    const person = await informant();
    await press("end-preview");
    const typed = { preview: "1", ...disputed(first, "Sudah ditulis") };
    const late = await app.post(own, typed, { as: person });
    expect(late.status).toBe(409);
    expect(textOf(late.body)).toContain("Sudah ditulis");
    app.services.db.$client.exec("delete from session");
    const gone = await app.post(own, typed, { as: person });
    expect(gone.status).toBe(409);
    expect(textOf(gone.body)).toContain(m.check_own_lost());
    expect(textOf(gone.body)).toContain("Sudah ditulis");
    expect(textOf(gone.body)).not.toContain(made.rubric.functions[0]?.name.id);
    expect(stored()).toEqual([]);
  });

  it("is asked once by two clicks", async () => {
    await informant();
    await press("ask-informants", { since: "" });
    expect(readOutbox(app.context()).filter(({ kind }) => kind === "informant")).toHaveLength(1);
  });

  it("is told that there is nothing to check where nobody was asked", async () => {
    const open = anOpenAssessment(app);
    const person = app.visitor();
    const link = `/i/${inviteMember(app.context(), open.assessmentId, open.members[1] ?? "")}`;
    expect((await app.post(link, {}, { as: person })).location).toBe("/assess");
    expect(textOf((await app.get(own, { as: person })).body)).toContain(m.check_own_none_title());
    expect((await app.post(own, { preview: "1", ...confirmed(first) }, { as: person })).status).toBe(409);
    expect(stored()).toEqual([]);
  });
});
