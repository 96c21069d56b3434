import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { editAssessment, readAssessment } from "~/use-cases/assessments";
import { readGoals } from "~/use-cases/goals";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { aCompany, aJudgedAssessment, anAssessment, aRubric } from "../support/factories";
import { textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let owner: Person;
let id: string;
let keys: string[];
beforeEach(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
  id = anAssessment(app, aCompany(app));
  keys = aRubric(app).functions.map(({ key }) => key);
});

const page = () => `/assessments/${id}/goals`;
const headers = { "Accept-Language": "id" };

/** The form as it is sent: every field of every function, those named filled in otherwise. */
function form(given: Fields = {}): Fields {
  const kinds = { target: "", due: "", targetReason: "", weight: "1", weightReason: "" };
  const all = keys.flatMap((key) => Object.entries(kinds).map(([kind, value]) => [`${kind}.${key}`, value]));
  return { ...Object.fromEntries(all), ...given };
}
const send = (given: Fields = {}) => app.post(page(), form(given), { as: owner, headers });
const first = (kind: string) => `${kind}.${keys[0]}`;

describe("targets and weights", () => {
  it("are saved as one form, and their history says who, when, what and why", async () => {
    const answer = await send({
      ...{ [first("target")]: "4", [first("due")]: "2027-06-30", [first("targetReason")]: "Rencana direksi" },
      ...{ [`weight.${keys[1]}`]: "2,5", [`weightReason.${keys[1]}`]: "Inti usaha" },
    });
    expect(answer).toMatchObject({ status: 302, location: page() });
    expect(readAssessment(app.context(), id)?.options).toMatchObject({
      targets: { [keys[0] ?? ""]: 4 },
      weights: { [keys[1] ?? ""]: 2.5 },
    });
    const { body } = await app.get(page(), { as: owner, headers });
    const text = textOf(body);
    expect(text).toContain(m.compare_goals_saved({ count: 2 }));
    expect(text).toMatch(/, paling lambat 30 Juni 2027 Rencana direksi owner/);
    expect(text).toMatch(/Bobot 2,5 Inti usaha owner/);
    expect(body).toMatch(/<input(?=[^>]*value="2.5")[^>]*name="weight\./);
  });

  it("keep what was typed when something is wrong, and save nothing", async () => {
    const answer = await send({
      ...{ [first("target")]: "3", [first("targetReason")]: "Tetap di sini" },
      ...{ [first("weight")]: "11", [`due.${keys[1]}`]: "2027-06-30" },
    });
    expect(answer.status).toBe(400);
    const text = textOf(answer.body);
    expect(text).toContain(m.compare_goals_weight_wrong({ least: "0,1", most: "10" }));
    expect(answer.body).toContain('value="Tetap di sini"');
    expect(answer.body).toContain('value="11"');
    expect(readGoals(app.context(), id).history).toEqual([]);
  });

  it.each(["0", "-1", "10.1", "1.25", "dua", ""])("refuse the weight %j", async (weight) => {
    expect((await send({ [first("weight")]: weight })).status).toBe(400);
    expect(readAssessment(app.context(), id)?.options.weights).toEqual({});
  });

  it("do not drop a date or a reason that belongs to nothing", async () => {
    const alone = await send({ [first("due")]: "2027-06-30" });
    expect(alone.status).toBe(400);
    expect(textOf(alone.body)).toContain(m.compare_goals_target_missing());
    const normal = await send({ [first("weightReason")]: "Inti usaha" });
    expect(normal.status).toBe(400);
    expect(textOf(normal.body)).toContain(m.compare_goals_weight_normal({ weight: "1" }));
  });

  it("can be taken away again with what stood beside them", async () => {
    await send({ [first("target")]: "4", [first("due")]: "2027-06-30", [first("targetReason")]: "Rencana" });
    const answer = await send({ [first("due")]: "2027-06-30", [first("targetReason")]: "Dibatalkan" });
    expect(answer.status).toBe(302);
    expect(readAssessment(app.context(), id)?.options.targets).toEqual({});
    const { body } = await app.get(page(), { as: owner, headers });
    expect(textOf(body)).toMatch(new RegExp(`${m.compare_goals_did_clear()} Dibatalkan`));
  });

  it("refuse a form that is not whole, and a level that there is not", async () => {
    expect((await app.post(page(), {}, { as: owner })).status).toBe(400);
    expect((await send({ [first("target")]: "6" })).status).toBe(400);
    expect((await send({ [first("due")]: "besok", [first("target")]: "3" })).status).toBe(400);
  });

  it("stand in the history beside what is left out of the overall", async () => {
    const before = readAssessment(app.context(), id);
    if (!before) throw new Error("made above");
    const { title, asOf, deadline, quorum, language } = before;
    const input = { title, asOf, deadline, quorum, language };
    editAssessment(app.context(), id, { ...input, leftOut: keys.slice(0, 1) });
    editAssessment(app.context(), id, { ...input, leftOut: keys.slice(1, 2) });
    expect(
      readGoals(app.context(), id).history.map(({ kind, functionKey, value }) => [kind, functionKey, value]),
    ).toEqual([
      ["overall", keys[0], 0],
      ["overall", keys[1], 0],
      ["overall", keys[0], 1],
    ]);
    const { body } = await app.get(page(), { as: owner, headers });
    expect(textOf(body)).toContain(m.compare_goals_did_leave_out());
  });

  it("can only be read once the result is published", async () => {
    const { assessmentId } = aJudgedAssessment(
      app,
      [
        [2, 2, 2],
        [2, 2, 2],
        [2, 2, 2],
      ],
      { published: true },
    );
    id = assessmentId;
    const { status, body } = await app.get(page(), { as: owner, headers });
    expect(status).toBe(200);
    expect(textOf(body)).toContain(m.compare_goals_frozen());
    expect(body).not.toContain('name="weight.');
    expect((await send({ [first("weight")]: "2" })).status).toBe(409);
  });
});
