import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "#db/client";
import { listMembers } from "#db/panel";
import {
  aCompany,
  anAssessment,
  anOpenAssessment,
  aPanel,
  judge,
  MAIN_RUBRIC,
} from "../../tests/support/factories";
import { account, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { changeState, readAssessment, readCompanyAssessments } from "./assessments";
import { readChoosable } from "./choose-companies";
import { eraseMember } from "./erase-personal-data";
import { Refusal } from "./errors";
import { editMember, inviteMember } from "./panel";
import { extendByDays, extendDeadline, readSchedule, sendDueReminders, setReminders } from "./reminders";
import {
  openFromTemplate,
  readOpened,
  readTemplates,
  removeTemplate,
  requireTemplate,
  saveTemplate,
} from "./templates";
import { repeatAssessment, suggestWave } from "./waves";

const NO_FILTER = {
  ...{ search: null, industry: null, size: null, country: null, tag: null, level: null },
};

let db: Db;
let app: { context(): ReturnType<typeof workingContext> };
beforeEach(() => {
  db = twoWorkspaces();
  for (const id of ["w", "w2"]) account(db, `owner-${id}`, [[id, "owner"]]);
  app = { context: () => workingContext(db, "owner-w") };
});

const foreign = () => workingContext(db, "owner-w2", "w2");
const reasonOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return null;
};
const seats = (assessmentId: string) =>
  listMembers(db, assessmentId).map(({ name, email, perspective, weight, functions }) => ({
    ...{ name, email, perspective, weight, functions },
  }));

describe("the next wave", () => {
  it("has the same rubric, settings and panel, and no answers", () => {
    const { assessmentId, members, rubric } = anOpenAssessment(app, {
      rubricKey: MAIN_RUBRIC,
      asOf: "2026-06-30",
      quorum: 2,
    });
    const [first = ""] = members;
    const change = { name: "Wayan", email: "wayan@example.com", perspective: "expert", weight: 2 } as const;
    editMember(app.context(), assessmentId, first, {
      ...change,
      functions: [rubric.functions[0]?.key ?? ""],
    });
    const wave = { title: "Gelombang 2", asOf: "2026-12-31", deadline: "2027-01-15" };
    const id = repeatAssessment(app.context(), assessmentId, wave);
    expect(seats(id)).toEqual(seats(assessmentId));
    const [before, after] = [assessmentId, id].map((one) => readAssessment(app.context(), one));
    expect(after).toMatchObject({ ...wave, state: "draft", repeatsId: assessmentId, quorum: 2 });
    expect([after?.rubricHash, after?.options]).toEqual([before?.rubricHash, before?.options]);
  });

  it("leaves out whoever was erased, and is not called like the one before", () => {
    const open = anOpenAssessment(app, {
      rubricKey: MAIN_RUBRIC,
      asOf: "2025-06-30",
      title: "Penilaian 2025",
    });
    eraseMember(app.context(), open.assessmentId, open.members[0] ?? "");
    const wave = suggestWave(app.context(), open.assessmentId);
    expect(wave).toEqual({ title: "Penilaian 2026", asOf: "2026-07-01", deadline: null });
    const id = repeatAssessment(app.context(), open.assessmentId, wave);
    expect(seats(id).map(({ email }) => email)).toEqual(["anggota2@example.com", "anggota3@example.com"]);
    const template = saveTemplate(app.context(), open.assessmentId, { name: "T", withPanel: true });
    expect(requireTemplate(app.context(), template).settings.panel).toHaveLength(2);
  });

  it("comes after the wave it repeats and stays in the workspace", () => {
    const { assessmentId } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC, asOf: "2026-06-30" });
    const wave = { title: "x", asOf: "2026-06-30", deadline: null };
    expect(reasonOf(() => repeatAssessment(app.context(), assessmentId, wave))).toBe("not-later");
    expect(reasonOf(() => repeatAssessment(foreign(), assessmentId, { ...wave, asOf: "2027-01-01" }))).toBe(
      "not-found",
    );
  });
});

describe("a template", () => {
  it("opens the same assessment for several companies at once and invites its panel", () => {
    const { assessmentId } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
    const template = saveTemplate(app.context(), assessmentId, { name: "Tahunan", withPanel: true });
    const companyIds = [aCompany(app), aCompany(app)];
    const input = { companyIds, title: "Penilaian 2027", asOf: "2027-06-30", deadline: null, open: true };
    const opened = openFromTemplate(app.context(), template, input);
    expect(
      companyIds.map((id) => readCompanyAssessments(app.context(), id).map((one) => [one.id, one.state])),
    ).toEqual(opened.map((id) => [[id, "open"]]));
    for (const id of opened) expect(seats(id)).toEqual(seats(assessmentId));
    const invited = db.$client.prepare("select count(*) from mail where kind = 'invitation'").pluck().get();
    expect(invited).toBe(6);
    removeTemplate(app.context(), template);
    expect(readTemplates(app.context())).toEqual([]);
    expect(readAssessment(app.context(), opened[0] ?? "")).toBeDefined();
  });

  it("says afterwards what was opened, and beforehand which companies have something going on", () => {
    const { assessmentId, companyId } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
    const template = saveTemplate(app.context(), assessmentId, { name: "Tahunan", withPanel: true });
    const companyIds = [aCompany(app, { name: "beta" }), aCompany(app, { name: "Alfa" })];
    const later = { ...app.context(), now: new Date("2026-07-02T00:00:00.123Z") };
    const input = { companyIds, title: "t", asOf: "2027-06-30", deadline: null, open: false };
    const ids = openFromTemplate(later, template, input);
    expect(readOpened(app.context(), later.now)).toEqual([
      { id: ids[1], title: "t", companyName: "Alfa", state: "draft", members: 3 },
      { id: ids[0], title: "t", companyName: "beta", state: "draft", members: 3 },
    ]);
    expect(readOpened(foreign(), later.now)).toEqual([]);
    aCompany(app, { name: "Gama" });
    const choosable = readChoosable(app.context(), NO_FILTER);
    expect(choosable.companies.map(({ name, busy }) => [name, busy])).toEqual([
      ["Alfa", true],
      ["beta", true],
      ["Gama", false],
      [expect.any(String), true],
    ]);
    expect(choosable.companies.at(-1)?.id).toBe(companyId);
    expect(readChoosable(app.context(), { ...NO_FILTER, search: "gam" })).toMatchObject({ total: 1 });
  });

  it("opens all of them or none", () => {
    const { assessmentId } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
    const empty = saveTemplate(app.context(), assessmentId, { name: "Tanpa panel", withPanel: false });
    const company = aCompany(app);
    const input = { companyIds: [company], title: "t", asOf: "2027-06-30", deadline: null, open: true };
    expect(reasonOf(() => openFromTemplate(app.context(), empty, input))).toBe("empty-panel");
    const none = { ...input, open: false, companyIds: [] };
    expect(reasonOf(() => openFromTemplate(app.context(), empty, none))).toBe("no-company");
    const many = { ...none, companyIds: Array.from({ length: 201 }, () => company) };
    expect(reasonOf(() => openFromTemplate(app.context(), empty, many))).toBe("too-many");
    const elsewhere = aCompany({ context: foreign });
    const both = { ...input, open: false, companyIds: [company, elsewhere] };
    expect(reasonOf(() => openFromTemplate(app.context(), empty, both))).toBe("not-found");
    expect(readCompanyAssessments(app.context(), company)).toEqual([]);
    expect(
      reasonOf(() => saveTemplate(app.context(), assessmentId, { name: "Tanpa panel", withPanel: true })),
    ).toBe("name-taken");
    expect(reasonOf(() => removeTemplate(foreign(), empty))).toBe("not-found");
  });
});

describe("reminders", () => {
  const at = (day: string) => ({
    ...app.context(),
    now: new Date(`${day}T05:00:00+07:00`),
    actor: { kind: "system", name: "t" } as const,
  });

  it("go out on the days asked for, once a day, to those who have not handed in", () => {
    const open = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC, deadline: "2026-07-15" });
    const { assessmentId, members, rubric } = open;
    setReminders(app.context(), assessmentId, [1, 7, 7]);
    expect(readAssessment(app.context(), assessmentId)?.reminderDays).toEqual([7, 1]);
    // Nobody was invited yet, so nobody is reminded.
    expect(sendDueReminders(at("2026-07-08"))).toBe(0);
    db.$client.exec("delete from reminder_day");
    for (const member of members.slice(0, 2)) inviteMember(app.context(), assessmentId, member);
    judge(
      app,
      { assessmentId, rubric },
      members[0] ?? "",
      rubric.functions.map(() => 2),
    );
    expect(sendDueReminders(at("2026-07-07"))).toBe(0);
    expect(sendDueReminders(at("2026-07-08"))).toBe(1);
    expect(sendDueReminders(at("2026-07-08"))).toBe(0);
    extendDeadline(app.context(), assessmentId, "2026-07-20");
    expect(sendDueReminders(at("2026-07-14"))).toBe(0);
    expect(sendDueReminders(at("2026-07-19"))).toBe(1);
    changeState(app.context(), assessmentId, "close");
    expect(sendDueReminders(at("2026-07-13"))).toBe(0);
  });

  it("are seen beforehand and afterwards", () => {
    const { assessmentId, members } = anOpenAssessment(app, {
      rubricKey: MAIN_RUBRIC,
      deadline: "2026-07-15",
    });
    const schedule = (day: string) => readSchedule(at(day), assessmentId);
    expect(schedule("2026-07-02")).toEqual({ days: [], next: null, waiting: 0, past: [] });
    setReminders(app.context(), assessmentId, [7, 1]);
    for (const member of members.slice(0, 2)) inviteMember(app.context(), assessmentId, member);
    expect(schedule("2026-07-02")).toMatchObject({ next: "2026-07-08", waiting: 2 });
    expect(schedule("2026-07-08")).toMatchObject({ next: "2026-07-08" });
    sendDueReminders(at("2026-07-08"));
    inviteMember(at("2026-07-10"), assessmentId, members[0] ?? "", "reminder");
    expect(schedule("2026-07-10")).toMatchObject({
      next: "2026-07-14",
      past: [
        { day: "2026-07-10", sent: 1, due: false },
        { day: "2026-07-08", sent: 2, due: true },
      ],
    });
    expect(schedule("2026-07-16").next).toBeNull();
    changeState(app.context(), assessmentId, "close", "Cukup");
    expect(schedule("2026-07-10").next).toBeNull();
    const said = db.$client
      .prepare("select detail from audit_event where action = 'assessment.close'")
      .pluck();
    expect(said.get()).toBe('{"reason":"Cukup"}');
  });

  it("wait longer once there is more time, counted from today where the deadline has passed", () => {
    const { assessmentId } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC, deadline: "2026-07-15" });
    expect(extendByDays(at("2026-07-02"), assessmentId, 7)).toBe("2026-07-22");
    expect(extendByDays(at("2026-08-01"), assessmentId, 7)).toBe("2026-08-08");
    expect(reasonOf(() => extendDeadline(at("2026-09-01"), assessmentId, "2026-08-31"))).toBe("not-later");
    extendDeadline(at("2026-09-01"), assessmentId, "2026-09-01");
    expect(readAssessment(app.context(), assessmentId)?.deadline).toBe("2026-09-01");
  });

  it("are asked for sensibly", () => {
    const id = anAssessment(app, aCompany(app), { rubricKey: MAIN_RUBRIC });
    for (const day of [-1, 91, 1.5])
      expect(reasonOf(() => setReminders(app.context(), id, [day]))).toBe("unknown-day");
    expect(reasonOf(() => extendDeadline(app.context(), id, "2026-09-01"))).toBe("wrong-state");
    aPanel(app, id);
    changeState(app.context(), id, "open");
    extendDeadline(app.context(), id, "2026-09-01");
    expect(reasonOf(() => extendDeadline(app.context(), id, "2026-09-01"))).toBe("not-later");
  });
});
