import { beforeEach, describe, expect, it } from "vitest";
import { listHistory } from "#db/judgments";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { saveJudgment } from "~/use-cases/judging";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { anOpenAssessment } from "../support/factories";
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

const page = (key: string) => `/assess/functions/${key}`;
const save = (key: string, fields: Fields) => app.post(page(key), fields, { as: assessor });
const read = async (path: string) => (await app.get(path, { as: assessor })).body;
const CANNOT = { level: "none", cannotJudge: "outside-expertise" };

/** The values of all checked radios of the page, by name. */
function checked(html: string): Record<string, string> {
  const radios = html.match(/<input\b[^>]*type="radio"[^>]*>/g) ?? [];
  return Object.fromEntries(
    radios
      .filter((radio) => /\schecked=""/.test(radio))
      .map((radio) => [attributes(radio, "input", "name")[0], attributes(radio, "input", "value")[0]]),
  );
}

describe("the task list", () => {
  it("shows how far each function is, and leads to the first that is not judged", async () => {
    await save("intake", { level: "3" });
    await save("resolution", CANNOT);
    const body = await read("/assess");
    const text = textOf(body);
    expect(text).toContain(m.assess_progress({ done: 2, total: 3 }));
    expect(text).toContain(`Penerimaan 3 Terkelola ${m.assess_status_judged()}`);
    expect(text).toContain(`Penyelesaian ${m.assess_status_cannot()}`);
    expect(text).toContain(`Pembelajaran ${m.assess_status_none()}`);
    expect(text).toContain(m.assess_continue_with({ name: "Pembelajaran" }));
  });

  it("shows a function that was begun without an answer as begun, not as judged", async () => {
    const actor = { kind: "assessor", memberId, assessmentId: open.assessmentId } as const;
    const draft = { level: null, cannotJudge: null, confidence: 2, rationale: "Nanti" };
    saveJudgment({ ...app.context(), actor }, "intake", { ...draft, indicators: {} });
    const text = textOf(await read("/assess"));
    expect(text).toContain(`Penerimaan ${m.assess_status_begun()}`);
    expect(text).toContain(m.assess_progress({ done: 0, total: 3 }));
    expect((await app.post("/assess/check", {}, { as: assessor })).status).toBe(400);
  });
});

describe("the page of a function", () => {
  it("offers exactly the rubric's levels and the way to say no, none of them chosen", async () => {
    const body = await read(page("intake"));
    const levels = body.match(/<input\b[^>]*name="level"[^>]*>/g) ?? [];
    expect(levels.flatMap((radio) => attributes(radio, "input", "value"))).toEqual([
      "1",
      "2",
      "3",
      "4",
      "none",
    ]);
    expect(checked(body)).toEqual({});
    const text = textOf(body);
    expect(text).toContain(m.assess_position({ number: 1, total: 3 }));
    for (const { id } of Object.values(open.rubric.functions[0]?.descriptors ?? {}))
      expect(text).toContain(id);
    for (const indicator of open.rubric.functions[0]?.indicators ?? [])
      expect(text).toContain(indicator.text.id);
  });

  it("has no indicators where the rubric has none", async () => {
    expect(textOf(await read(page("learning")))).not.toContain(m.assess_indicators_hint());
  });

  it("shows again what was saved", async () => {
    const fields = { confidence: "1", rationale: "Satu daftar\nuntuk semua" };
    await save("intake", { level: "2", ...fields, "indicator-owner": "partly" });
    const body = await read(page("intake"));
    expect(checked(body)).toEqual({ level: "2", confidence: "1", "indicator-owner": "partly" });
    expect(body).toContain("Satu daftar\nuntuk semua</textarea>");
  });

  it("keeps an answer taken back: a level gives way to a reason, and the other way round", async () => {
    await save("intake", { level: "2" });
    await save("intake", CANNOT);
    expect(checked(await read(page("intake")))).toEqual(CANNOT);
    await save("intake", { level: "4", cannotJudge: "outside-expertise" });
    expect(checked(await read(page("intake")))).toEqual({ level: "4" });
    expect(listHistory(app.services.db, memberId, "intake", 1)).toHaveLength(3);
  });

  it("goes on to the next function without an answer, round the end, and then to the check", async () => {
    expect((await save("resolution", { level: "1" })).location).toBe(page("learning"));
    expect((await save("learning", { level: "1" })).location).toBe(page("intake"));
    expect((await save("resolution", { level: "2" })).location).toBe(page("intake"));
    expect((await save("intake", { level: "1" })).location).toBe("/assess/check");
  });

  it("goes back to the list when asked to", async () => {
    expect((await save("intake", { level: "1", intent: "list" })).location).toBe("/assess");
    expect(textOf(await read("/assess"))).toContain(m.assess_saved({ name: "Penerimaan" }));
  });

  it("refuses a reason alone, and keeps it", async () => {
    const { status, body } = await save("intake", { rationale: "Belum yakin", "indicator-one-list": "met" });
    expect(status).toBe(400);
    expect(textOf(body)).toContain(m.assess_level_missing());
    expect(textOf(body)).toContain("Belum yakin");
    expect(checked(body)).toEqual({ "indicator-one-list": "met" });
    expect(listHistory(app.services.db, memberId, "intake", 1)).toEqual([]);
  });
});

describe("a level above indicators that are not met", () => {
  const indicators = {
    "indicator-one-list": "met",
    "indicator-owner": "not-met",
    "indicator-review": "not-met",
  };

  it("is pointed out on the page and in the check, and stays as it is", async () => {
    await save("intake", { level: "3", ...indicators });
    for (const path of [page("intake"), "/assess/check"]) {
      const text = textOf(await read(path));
      expect(text).toContain(m.assess_contradiction({ level: 3, count: 1 }));
    }
    expect(checked(await read(page("intake"))).level).toBe("3");
  });

  it("is not, where the level does not ask for them", async () => {
    await save("intake", { level: "2", ...indicators });
    expect(textOf(await read("/assess/check"))).not.toContain(m.assess_contradiction_hint());
  });
});

describe("checking and handing in", () => {
  it("shows what is missing first, each with its link, and offers no sending", async () => {
    await save("resolution", { level: "2", rationale: "Panduan dipakai setiap hari" });
    const body = await read("/assess/check");
    const text = textOf(body);
    const links = attributes(body, "a", "href").filter((href) => href.startsWith("/assess/functions"));
    expect(links.slice(0, 3)).toEqual([page("intake"), page("learning"), page("resolution")]);
    expect(text).toContain(m.assess_missing_title({ count: 2 }));
    expect(text).toContain("Panduan dipakai setiap hari");
    expect(text).not.toContain(m.assess_submit());
  });

  it("ends with a receipt, once, and everything to read and nothing to change", async () => {
    await save("intake", { level: "3", confidence: "3", rationale: "Alasan pertama" });
    await save("resolution", CANNOT);
    await save("learning", { level: "1" });
    const sent = await app.post("/assess/check", {}, { as: assessor });
    expect([sent.status, sent.location]).toEqual([302, "/assess/done"]);
    expect((await app.post("/assess/check", {}, { as: assessor })).location).toBe("/assess/done");
    const receipts = app.services.db.$client.prepare("select receipt from submission").pluck().all();
    expect(receipts).toHaveLength(1);

    const done = textOf(await read("/assess/done"));
    for (const words of [String(receipts[0]), "Alasan pertama", "Terkelola", m.assess_status_cannot()]) {
      expect(done).toContain(words);
    }
    const tasks = await read("/assess");
    expect(textOf(tasks)).toContain(m.assess_submitted_title());
    expect(attributes(tasks, "a", "href").filter((href) => href.startsWith("/assess/functions"))).toEqual([]);
    expect((await app.get(page("intake"), { as: assessor })).location).toBe("/assess");
    expect((await app.get("/assess/check", { as: assessor })).location).toBe("/assess/done");
  });

  it("has nothing to thank for before that", async () => {
    expect((await app.get("/assess/done", { as: assessor })).location).toBe("/assess");
  });
});

it("shows somebody who came too late what they had saved, to be read", async () => {
  await save("intake", { level: "4", rationale: "Tersimpan sebelum ditutup" });
  changeState(app.context(), open.assessmentId, "close");
  const body = await read("/assess");
  expect(firstText(body, "h1")).toBe("Penilaian uji");
  expect(textOf(body)).toContain(m.assess_closed_body());
  expect(textOf(body)).toContain("Tersimpan sebelum ditutup");
  expect((await app.get(page("intake"), { as: assessor })).location).toBe("/assess");
});
