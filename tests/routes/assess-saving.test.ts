import { beforeEach, describe, expect, it } from "vitest";
import { listHistory } from "#db/judgments";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
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
const post = (path: string, fields: Fields, as = assessor) => app.post(path, fields, { as });
const history = () => listHistory(app.services.db, memberId, "intake", 1);

/** What the page's script sends, and what it is told. */
async function save(fields: Fields, as = assessor) {
  const { status, body, headers } = await post(`${page("intake")}/save`, fields, as);
  return { status, type: headers.get("Content-Type"), said: body ? JSON.parse(body) : null };
}

/** The fields of a form as a browser would send them again, hidden ones included. */
function hidden(html: string, form = html): Record<string, string> {
  const inputs = form.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.map((input) => [
      attributes(input, "input", "name")[0] ?? "",
      attributes(input, "input", "value")[0] ?? "",
    ]),
  );
}

describe("a save by the page itself", () => {
  it("is stored once however often it arrives", async () => {
    const fields = { level: "2", rationale: "Satu kali", key: "the-first-key", base: "0", round: "1" };
    const first = await save(fields);
    expect(first).toMatchObject({ status: 200, said: { version: 1, done: true } });
    expect(first.type).toContain("application/json");
    expect((await save({ ...fields })).said).toEqual(first.said);
    expect(history()).toHaveLength(1);
  });

  it.each([
    [{ rationale: "Belum memilih" }, { level: null, cannotJudge: null, rationale: "Belum memilih" }],
    [{ level: "none" }, { level: null, cannotJudge: null }],
    [
      { confidence: "2", "indicator-owner": "met" },
      { confidence: 2, indicators: { owner: "met" } },
    ],
  ])("keeps what is not finished: %j", async (fields, stored) => {
    expect(await save(fields)).toMatchObject({ status: 200, said: { version: 1, done: false } });
    expect(history()[0]).toMatchObject(stored);
  });

  it("made from an older version is not taken, and says so", async () => {
    await save({ level: "2", base: "0", key: "key-of-one-tab" });
    const { status, said } = await save({ level: "4", base: "0", key: "key-of-another" });
    expect([status, said]).toEqual([409, { reason: "stale", version: 1 }]);
    expect(history()).toHaveLength(1);
  });

  it("is taken beside those of others at the same moment, each with an answer of its own", async () => {
    const other = await app.sitDown(open.assessmentId, open.members[1] ?? "");
    const answers = await Promise.all([
      save({ level: "2", base: "0", key: "key-of-one-tab" }),
      save({ level: "4", base: "0", key: "key-of-another" }),
      save({ level: "2", base: "0", key: "key-of-one-tab" }),
      save({ level: "3", base: "0", key: "key-of-somebody" }, other),
      save({ level: "9" }, other),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 400, 409]);
    const [first, late, again, others] = answers;
    expect(first?.said).toEqual({ version: 1, done: true });
    expect(late?.said).toEqual({ reason: "stale", version: 1 });
    expect([again?.said, others?.said]).toEqual([first?.said, first?.said]);
    expect(history()).toMatchObject([{ level: 2 }]);
  });

  it("written in another round is not taken", async () => {
    expect((await save({ level: "2", round: "2" })).said).toMatchObject({ reason: "round" });
    expect(history()).toEqual([]);
  });

  it.each([[{ level: "9" }], [{ confidence: "4" }], [{ rationale: "x".repeat(4001) }]])(
    "with a field that is not as it must be names the field: %j",
    async (fields) => {
      const { status, said } = await save({ level: "2", ...fields });
      expect(status).toBe(400);
      expect(Object.keys(said.errors)).toEqual(Object.keys(fields));
      expect(history()).toEqual([]);
    },
  );

  it("of a function that nobody is asked for is not found", async () => {
    expect((await post(`${page("nothing")}/save`, { level: "2" })).status).toBe(404);
  });

  it("after closing, or without a seat, is told why", async () => {
    expect(await save({ level: "2" }, app.visitor())).toMatchObject({
      status: 409,
      said: { reason: "seat" },
    });
    changeState(app.context(), open.assessmentId, "close");
    expect(await save({ level: "2" })).toMatchObject({ status: 409, said: { reason: "closed" } });
    expect(history()).toEqual([]);
  });

  it("that had arrived before the assessment was closed stays acknowledged", async () => {
    const fields = { level: "2", key: "sent-before-the-end" };
    await save(fields);
    changeState(app.context(), open.assessmentId, "close");
    expect(await save(fields)).toMatchObject({ status: 200, said: { version: 1 } });
  });
});

describe("a form without JavaScript", () => {
  const read = async () => hidden((await app.get(page("intake"), { as: assessor })).body);

  it("sent twice is stored once", async () => {
    const fields = { ...(await read()), level: "2" };
    for (const _ of [1, 2]) expect((await post(page("intake"), fields)).location).toBe(page("resolution"));
    expect(history()).toHaveLength(1);
  });

  it("from an older page shows both texts, and the choice stands", async () => {
    const [one, two] = [await read(), await read()];
    await post(page("intake"), { ...one, level: "2", rationale: "Dari tab pertama" });
    const refused = await post(page("intake"), {
      ...{ ...two, level: "4", rationale: "Dari tab kedua", "indicator-owner": "met" },
    });
    expect(refused.status).toBe(409);
    expect(firstText(refused.body, "h1")).toBe(m.saving_two_title());
    const text = textOf(refused.body);
    for (const words of ["Dari tab pertama", "Dari tab kedua", "2 · ", "4 · "]) expect(text).toContain(words);
    // What both say alike is no choice.
    expect(text).not.toContain(m.assess_confidence());
    expect(history()).toHaveLength(1);

    const form = /<form[^>]*>(?:(?!<\/form>).)*name="intent".*?<\/form>/s.exec(refused.body)?.[0] ?? "";
    expect((await post(page("intake"), hidden(form))).status).toBe(302);
    expect(history().map(({ level, rationale }) => [level, rationale])).toEqual([
      [2, "Dari tab pertama"],
      [4, "Dari tab kedua"],
    ]);
    expect(history()[1]?.indicators).toEqual({ owner: "met" });
  });

  it("from an older page leads on without a trace when what is stored shall stand", async () => {
    const [one, two] = [await read(), await read()];
    await post(page("intake"), { ...one, level: "2" });
    const { body } = await post(page("intake"), { ...two, level: "4" });
    expect(attributes(body, "a", "href")).toContain(page("resolution"));
    expect(history().map(({ level }) => level)).toEqual([2]);
  });
});
