import { beforeEach, describe, expect, it } from "vitest";
import { checkScene } from "../../tests/support/check-scene";
import { workingContext } from "../../tests/support/small-workspace";
import { readWaitingCheck } from "./answer-check";
import { readMail, readOutbox } from "./outbox";
import { publish, withdraw } from "./publish";
import { readReport } from "./read-report";

let scene: ReturnType<typeof checkScene>;
beforeEach(() => {
  scene = checkScene();
});

describe("what is left to a manager", () => {
  it("is everything of the newest published result that they have not answered themselves", () => {
    const [ratna, bayu] = [scene.acting("ratna", "manager"), scene.acting("bayu", "manager")];
    const open = { assessmentId: scene.assessmentId, total: scene.keys.length };
    expect(readWaitingCheck(ratna, scene.companyId)).toMatchObject({ ...open, left: scene.keys.length });
    scene.say(ratna, scene.confirm());
    expect(readWaitingCheck(ratna, scene.companyId)).toMatchObject({ ...open, left: scene.keys.length - 1 });
    scene.say(ratna, ...scene.keys.map((key) => scene.confirm(key)));
    expect(readWaitingCheck(ratna, scene.companyId)).toBeNull();
    expect(readWaitingCheck(bayu, scene.companyId)).toMatchObject({ left: scene.keys.length });
  });

  it("is nothing while nothing is published", () => {
    withdraw(workingContext(scene.db), scene.assessmentId);
    expect(readWaitingCheck(scene.acting("ratna", "manager"), scene.companyId)).toBeNull();
  });
});

describe("the report", () => {
  const report = (answers: boolean | undefined) =>
    readReport(workingContext(scene.db), scene.assessment(), {
      ...{ live: false, locale: "id", answers },
    });

  it("tells everybody the state, and what was written only to those who may see it", () => {
    scene.say(scene.acting("ratna", "manager"), scene.dispute(undefined, "Rahasia perusahaan"));
    for (const reader of [undefined, false]) {
      const read = report(reader);
      expect(read?.check?.functions[0]).toMatchObject({ state: "disputed", given: null });
      expect(JSON.stringify(read)).not.toMatch(/Rahasia|ratna/);
    }
    expect(report(true)?.check?.functions[0]?.given?.answers).toMatchObject([
      { comment: "Rahasia perusahaan", name: "Nama ratna" },
    ]);
  });
});

it("is asked of the company's managers when a result is published, and viewers are told of the report", () => {
  scene.acting("ratna", "manager");
  scene.acting("vera", "viewer");
  const context = workingContext(scene.db);
  withdraw(context, scene.assessmentId);
  publish(context, scene.assessmentId);
  const letters = readOutbox(context).map(({ id }) => readMail(context, id));
  const page = `http://localhost/assessments/${scene.assessmentId}`;
  expect(Object.fromEntries(letters.map(({ recipient, kind }) => [recipient, kind]))).toEqual({
    "ratna@example.com": "member-check",
    "vera@example.com": "published",
  });
  for (const { kind, text } of letters) {
    expect(text).toContain(kind === "published" ? `${page}/report` : `${page}/check`);
    expect(text).not.toContain(kind === "published" ? `${page}/check` : `${page}/report`);
  }
});
