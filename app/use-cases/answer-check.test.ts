import { beforeEach, describe, expect, it } from "vitest";
import { type Answer, checkScene, otherCompany, refusalOf } from "../../tests/support/check-scene";
import { workingContext } from "../../tests/support/small-workspace";
import { answerCheck } from "./answer-check";
import { changeState } from "./assessments";
import type { ScopedContext } from "./context";
import { exportUserData } from "./personal-data";
import { publish, withdraw } from "./publish";

let scene: ReturnType<typeof checkScene>;
beforeEach(() => {
  scene = checkScene();
});

const ratna = () => scene.acting("ratna", "manager");
const first = (context?: ScopedContext) => scene.newest(context).functions[0];
const system = () => ({ ...workingContext(scene.db), actor: { kind: "system" as const, name: "start" } });
const foreign = () => ({ ...ratna(), scope: { workspaceId: "w2", companyIds: [scene.companyId] } });

/** A manager of the company who was made a consultant besides. */
function both() {
  const { actor, ...context } = ratna();
  const consultant = { workspaceId: "w", role: "consultant" as const, companyId: null };
  return { ...context, actor: { ...actor, memberships: [...actor.memberships, consultant] } };
}

describe("an answer to the member check", () => {
  it("is added to those before, and the newest of each person counts", () => {
    const [author, bayu] = [ratna(), scene.acting("bayu", "manager")];
    scene.say(author, scene.dispute());
    scene.say(bayu, scene.confirm());
    expect(first()?.state).toBe("disputed");
    scene.say(author, scene.confirm(undefined, "Setelah dijelaskan"));
    expect(scene.rows().map(({ answer }) => answer)).toEqual(["dispute", "confirm", "confirm"]);
    expect(first()).toMatchObject({ state: "confirmed", given: { confirmed: 2, disputed: 0 } });
    expect(first()?.given?.answers.map(({ name, comment }) => [name, comment])).toEqual([
      ["Nama bayu", ""],
      ["Nama ratna", "Setelah dijelaskan"],
    ]);
  });

  it("that says the same again adds nothing, and one to some functions leaves the others alone", () => {
    const author = ratna();
    expect(scene.say(author, scene.confirm(), scene.dispute(scene.keys[1]))).toBe(scene.keys.length - 2);
    expect(scene.say(author, scene.confirm(), scene.dispute(scene.keys[1], "Lain"))).toBe(
      scene.keys.length - 2,
    );
    expect(scene.rows()).toHaveLength(3);
    const states = scene.newest().functions.map(({ state }) => state);
    expect(states).toEqual(["confirmed", "disputed", ...scene.keys.slice(2).map(() => "unanswered")]);
  });

  it("is the reader's own to its author only", () => {
    const author = ratna();
    scene.say(author, scene.confirm());
    expect(first(author)?.given?.answers).toMatchObject([{ own: true }]);
    expect(first(scene.acting("bayu", "manager"))?.given?.answers).toMatchObject([{ own: false }]);
  });

  it("is written down without its words", () => {
    scene.say(ratna(), scene.dispute(undefined, "Rahasia perusahaan"));
    const events = scene.db.$client.prepare("select * from audit_event where action = 'check.answer'").all();
    expect(events).toMatchObject([{ actor_id: "ratna", object_id: scene.assessmentId }]);
    expect(JSON.stringify(events)).not.toContain("Rahasia");
  });

  it("stays without its author once the account is gone, and their newest still counts", () => {
    scene.say(ratna(), scene.dispute());
    scene.say(ratna(), scene.confirm());
    scene.db.$client.exec("delete from user where id = 'ratna'");
    expect(first()?.given?.answers).toMatchObject([{ name: null, answer: "confirm", own: false }]);
  });

  it("goes along with its author's data, and nobody else's does", () => {
    scene.say(ratna(), scene.dispute(), scene.dispute(undefined, "Sekali lagi"));
    scene.say(scene.acting("bayu", "manager"), scene.dispute(undefined, "Kata Bayu"));
    const { memberChecks } = exportUserData(ratna());
    expect(memberChecks.map(({ comment, publication }) => [comment, publication])).toEqual([
      ["Tidak benar", 1],
      ["Sekali lagi", 1],
    ]);
  });
});

describe("answering is refused", () => {
  it.each<[string, () => ScopedContext, string]>([
    ["a viewer of the company", () => scene.acting("vera", "viewer"), "forbidden"],
    ["a consultant", () => scene.acting("kira", "consultant"), "forbidden"],
    ["the owner", () => scene.acting("owner", "owner"), "forbidden"],
    ["a manager who also consults here", () => both(), "forbidden"],
    ["the installation itself", () => system(), "forbidden"],
    [
      "a manager of another company",
      () => scene.acting("tono", "manager", otherCompany(scene.db)),
      "not-found",
    ],
    ["a manager of another workspace", () => foreign(), "not-found"],
  ])("to %s", (_who, context, reason) => {
    expect(refusalOf(() => scene.say(context(), scene.confirm()))).toBe(reason);
    expect(scene.rows()).toEqual([]);
  });

  it.each<[string, () => Answer, string]>([
    ["a function that is not in the rubric", () => scene.confirm("nothing"), "unknown-function"],
    ["a dispute without a reason", () => scene.dispute(undefined, ""), "incomplete"],
  ])("for %s, and then nothing of the form is kept", (_what, answer, reason) => {
    expect(refusalOf(() => scene.say(ratna(), scene.confirm(scene.keys[1]), answer()))).toBe(reason);
    expect(scene.rows()).toEqual([]);
  });

  it("for a function without a level", () => {
    const path = "$.score.functions[0].level";
    scene.db.$client.prepare("update publication set result = json_replace(result, ?, null)").run(path);
    expect(scene.newest().functions.map(({ key }) => key)).toEqual(scene.keys.slice(1));
    expect(scene.newest().withoutResult).toHaveLength(1);
    expect(refusalOf(() => scene.say(ratna(), scene.confirm()))).toBe("unknown-function");
  });

  it("while the result is withdrawn, and in the archive", () => {
    withdraw(workingContext(scene.db), scene.assessmentId);
    expect(refusalOf(() => scene.say(ratna(), scene.confirm()))).toBe("wrong-state");
    publish(workingContext(scene.db), scene.assessmentId);
    changeState(workingContext(scene.db), scene.assessmentId, "archive");
    const answer = { publication: 2, answers: [scene.confirm()] };
    expect(refusalOf(() => answerCheck(ratna(), scene.assessmentId, answer))).toBe("wrong-state");
    expect(scene.rows()).toEqual([]);
  });
});

describe("a new publication", () => {
  beforeEach(() => {
    scene.say(ratna(), scene.dispute());
    withdraw(workingContext(scene.db), scene.assessmentId);
    publish(workingContext(scene.db), scene.assessmentId);
  });

  it("starts anew, and the answers to the one before stay with it", () => {
    const [now, before] = scene.checks();
    expect(now).toMatchObject({ kind: "publication", number: 2 });
    expect(now?.functions.every(({ state }) => state === "unanswered")).toBe(true);
    expect(before?.functions[0]).toMatchObject({ state: "disputed", given: { disputed: 1 } });
  });

  it("is not answered by who looked at the one before", () => {
    expect(refusalOf(() => scene.say(ratna(), scene.confirm()))).toBe("wrong-state");
    const answer = { publication: 2, answers: [scene.confirm()] };
    expect(answerCheck(ratna(), scene.assessmentId, answer)).toBe(scene.keys.length - 1);
    expect(scene.checks().map(({ functions }) => functions[0]?.state)).toEqual(["confirmed", "disputed"]);
  });
});
