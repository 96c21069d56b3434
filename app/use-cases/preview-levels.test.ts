import { beforeEach, describe, expect, it } from "vitest";
import { actingIn, refusalOf } from "../../tests/support/check-scene";
import {
  account,
  NOW,
  sampleAssessments,
  twoWorkspaces,
  workingContext,
} from "../../tests/support/small-workspace";
import { answerCheck, type CheckInput, readWaitingCheck } from "./answer-check";
import { changeState, requireAssessment } from "./assessments";
import { readMail, readOutbox } from "./outbox";
import { endPreview, readPreviewStanding, showPreview } from "./preview-levels";
import { publish, withdraw } from "./publish";
import { readChecks, readDisputed, readOpenCheck, readPreviewChecks } from "./read-check";

let db: ReturnType<typeof twoWorkspaces>;
let id: string;
let companyId: string;
let minutes: number;

beforeEach(() => {
  db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  [, id] = sampleAssessments(db);
  minutes = 0;
  companyId = assessment().companyId;
});

/** Every step a minute after the one before: which preview came before which publication is told by the clock. */
function staff() {
  minutes += 1;
  return workingContext(db, "owner", "w", new Date(NOW.getTime() + minutes * 60_000));
}
const assessment = () => requireAssessment(workingContext(db), id);
const manager = () => ({ ...actingIn(db, "ratna", "manager", companyId), now: staff().now });
const reader = { locale: "id", answers: true } as const;
const shown = () => readOpenCheck(manager(), assessment(), reader);
const keys = () => shown()?.functions.map(({ key }) => key) ?? [];
const confirm = (functionKey: string) => ({ functionKey, answer: "confirm", comment: "" }) as const;
const dispute = (functionKey: string) =>
  ({ functionKey, answer: "dispute", comment: "Tidak benar" }) as const;
const say = (input: CheckInput) => answerCheck(manager(), id, input);
const published = (number = 1) =>
  readChecks(manager(), assessment(), reader).find((check) => check.number === number) ?? null;
/** Makes the first function come out at another level: all of its judgments are moved. */
function move(functionKey: string): void {
  const level = "case when level > 1 then level - 1 else level + 1 end";
  db.$client
    .prepare(`update judgment set level = ${level} where level is not null and function_key = ?`)
    .run(functionKey);
}

describe("a preview", () => {
  it("shows levels and descriptors to the company's managers, who are told by mail", () => {
    manager();
    actingIn(db, "vera", "viewer", companyId);
    expect(showPreview(staff(), id)).toBe(1);
    expect(shown()).toMatchObject({ kind: "preview", number: 1 });
    expect(shown()?.functions[0]).toMatchObject({ state: "unanswered", informants: null, earlier: null });
    expect(readWaitingCheck(manager(), companyId)).toMatchObject({ kind: "preview", left: keys().length });
    const letters = readOutbox(staff()).filter(({ kind }) => kind === "preview");
    expect(letters.map(({ recipient }) => recipient)).toEqual(["ratna@example.com"]);
    expect(readMail(staff(), letters[0]?.id ?? "").text).toContain(
      `http://localhost/assessments/${id}/check`,
    );
  });

  it("is not shown twice, but anew once the levels are others", () => {
    showPreview(staff(), id);
    expect(showPreview(staff(), id)).toBe(1);
    expect(readPreviewStanding(staff(), assessment())?.changed).toEqual([]);
    const [first = ""] = keys();
    move(first);
    expect(readPreviewStanding(staff(), assessment())?.changed).toEqual([first]);
    expect(showPreview(staff(), id)).toBe(2);
    expect(readPreviewStanding(staff(), assessment())).toMatchObject({ number: 2, changed: [] });
    expect(refusalOf(() => say({ preview: 1, answers: [confirm(first)] }))).toBe("wrong-state");
  });

  it.each<[string, () => void]>([
    ["by hand", () => endPreview(staff(), id)],
    ["by a publication", () => void publish(staff(), id)],
    ["by opening the assessment again", () => changeState(staff(), id, "reopen", "Sanggahan")],
    ["by the archive", () => changeState(staff(), id, "archive")],
  ])("is ended %s, and can no longer be answered then", (_how, end) => {
    showPreview(staff(), id);
    const [first = ""] = keys();
    end();
    expect(readPreviewStanding(staff(), assessment())).toBeNull();
    expect(refusalOf(() => say({ preview: 1, answers: [confirm(first)] }))).toBe("wrong-state");
  });

  it.each(["open", "published", "archived"])("is refused for an assessment that is %s", (state) => {
    db.$client.prepare("update assessment set state = ? where id = ?").run(state, id);
    expect(refusalOf(() => showPreview(staff(), id))).toBe("wrong-state");
  });

  it("is refused where no function has a level, and to another workspace", () => {
    db.$client.prepare("update assessment set quorum = 99 where id = ?").run(id);
    expect(refusalOf(() => showPreview(staff(), id))).toBe("nothing-judged");
    expect(refusalOf(() => showPreview(workingContext(db, "owner", "w2"), id))).toBe("not-found");
  });

  it("is written down when it is shown and when it is ended by hand, each once", () => {
    for (const act of [showPreview, showPreview, endPreview, endPreview]) act(staff(), id);
    const actions = db.$client
      .prepare("select action from audit_event where action like 'preview.%' order by id")
      .pluck()
      .all();
    expect(actions).toEqual(["preview.show", "preview.end"]);
  });
});

describe("what was said before the publication", () => {
  it("counts where the level is the one that was checked, and else stands as said to an earlier level", () => {
    showPreview(staff(), id);
    const [first = "", second = "", third = ""] = keys();
    const before = shown()?.functions[0]?.level;
    say({ preview: 1, answers: [dispute(first), confirm(second)] });
    expect(readDisputed(staff(), assessment(), "id")).toHaveLength(1);
    changeState(staff(), id, "reopen", "Sanggahan");
    move(first);
    changeState(staff(), id, "close");
    publish(staff(), id);
    const functions = published()?.functions ?? [];
    expect(functions[0]).toMatchObject({
      ...{ key: first, state: "unanswered", checkedBefore: false, given: { answers: [] } },
      earlier: {
        level: before,
        state: "disputed",
        given: { answers: [{ comment: "Tidak benar", before: true }] },
      },
    });
    expect(functions[1]).toMatchObject({
      key: second,
      state: "confirmed",
      checkedBefore: true,
      earlier: null,
    });
    expect(functions[2]).toMatchObject({ key: third, state: "unanswered", checkedBefore: false });
    expect(readDisputed(staff(), assessment(), "id")).toEqual([]);
  });

  it("gives way to what the same person says to the publication, and is not asked for again", () => {
    showPreview(staff(), id);
    const [first = "", second = ""] = keys();
    say({ preview: 1, answers: [confirm(first), confirm(second)] });
    publish(staff(), id);
    expect(readWaitingCheck(manager(), companyId)).toMatchObject({ left: keys().length - 2 });
    say({ publication: 1, answers: [dispute(first), confirm(second)] });
    const [one, two] = published()?.functions ?? [];
    expect(one).toMatchObject({
      state: "disputed",
      checkedBefore: false,
      given: { confirmed: 0, disputed: 1 },
    });
    expect(two).toMatchObject({ state: "confirmed", checkedBefore: true, given: { confirmed: 1 } });
  });

  it("counts for the publication it came before, and only of the last preview", () => {
    showPreview(staff(), id);
    const [first = "", second = ""] = keys();
    say({ preview: 1, answers: [confirm(first)] });
    endPreview(staff(), id);
    showPreview(staff(), id);
    say({ preview: 2, answers: [confirm(second)] });
    publish(staff(), id);
    withdraw(staff(), id);
    publish(staff(), id);
    const states = (number: number) =>
      published(number)
        ?.functions.map(({ state }) => state)
        .slice(0, 2);
    expect(states(1)).toEqual(["unanswered", "confirmed"]);
    expect(states(2)).toEqual(["unanswered", "unanswered"]);
    const previews = readPreviewChecks(staff(), assessment(), { ...reader, staff: true });
    expect(previews.map(({ number, functions }) => [number, functions[0]?.state])).toEqual([
      [2, "unanswered"],
      [1, "confirmed"],
    ]);
  });
});
