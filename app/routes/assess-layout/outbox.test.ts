import { describe, expect, it } from "vitest";
import {
  answered,
  type Change,
  type Entry,
  fieldsOf,
  isComplete,
  isUnsent,
  nextOf,
  nextToSend,
  outdated,
  standing,
  taken,
  withChange,
} from "./outbox";

const draft = (key: string, rationale = key) => ({ key, fields: { level: "2", rationale } });
const change = (key: string, given: Partial<Change> = {}): Change => ({
  ...{ id: "page", functionKey: "intake", round: 1, base: 0 },
  ...given,
  draft: draft(key),
});
const begun = (given: Partial<Change> = {}, now = 1): Entry =>
  withChange(undefined, change("one", given), now);

describe("changes of one function", () => {
  it("are put together, the newest on top, made from the same version", () => {
    const entry = withChange(begun({ base: 3 }), change("two", { base: 9 }), 2);
    expect(entry).toMatchObject({ base: 3, since: 1, sending: null, waiting: draft("two") });
  });

  it("leave alone what is on its way, until it is acknowledged", () => {
    const onItsWay = withChange(taken(begun()), change("two"), 2);
    expect(onItsWay).toMatchObject({ sending: draft("one"), waiting: draft("two") });
    expect(taken(onItsWay)).toBe(onItsWay);
    const arrived = answered(onItsWay, { version: 1, done: true });
    expect(arrived).toMatchObject({
      base: 1,
      sending: null,
      waiting: draft("two"),
      saved: draft("one").fields,
    });
    expect(answered(taken(arrived), { version: 2, done: true })).toMatchObject({ base: 2, waiting: null });
  });

  it("keep their order of sending by what waited first", () => {
    const later = begun({ id: "later", functionKey: "learning" }, 5);
    const earlier = withChange(begun({ id: "earlier" }, 4), change("two"), 9);
    expect(nextToSend([later, earlier])).toBe(earlier);
    expect(nextToSend([later, answered(taken(earlier), { version: 1, done: true })])).toBe(later);
  });
});

describe("what the server refused", () => {
  const refused = answered(taken(begun()), { trouble: "invalid" });

  it("waits, and is not sent again as it is", () => {
    expect(refused).toMatchObject({ sending: null, waiting: draft("one"), trouble: "invalid" });
    expect(nextToSend([refused])).toBeNull();
    expect(isUnsent(refused)).toBe(true);
  });

  it("gives way to newer changes", () => {
    const newer = answered(withChange(taken(begun()), change("two"), 2), { trouble: "invalid" });
    expect(newer.waiting).toEqual(draft("two"));
  });

  it("is tried again once it was changed, but not while two versions stand against each other", () => {
    const changed = withChange(refused, change("two"), 2);
    expect(nextToSend([changed])).toBe(changed);
    const stale = withChange({ ...refused, trouble: "stale" }, change("two"), 2);
    expect(nextToSend([stale])).toBeNull();
    expect(fieldsOf(stale)).toEqual(draft("two").fields);
  });
});

describe("what this browser knows of a function", () => {
  const saved = answered(taken(begun({ id: "old" })), { version: 1, done: true });
  const newer = answered(taken(begun({ id: "new" })), { version: 4, done: true });
  const unsent = begun({ id: "unsent" }, 7);

  it("is the unsent change, else the newest version saved", () => {
    expect(standing([newer, unsent, saved], "intake", 1)).toBe(unsent);
    expect(standing([saved, newer], "intake", 1)).toBe(newer);
  });

  it("is nothing of another function or another round", () => {
    expect(standing([saved], "learning", 1)).toBeNull();
    expect(standing([saved], "intake", 2)).toBeNull();
  });

  it("lets go of older versions, never of something unsent", () => {
    expect(outdated([saved, newer])).toEqual([saved]);
    expect(outdated([unsent, begun({ id: "other" }, 9)])).toEqual([]);
  });
});

it.each([
  [{}, false],
  [{ rationale: "x" }, false],
  [{ level: "1" }, true],
  [{ level: "none" }, false],
  [{ level: "none", cannotJudge: "other" }, true],
])("knows whether %j answers the function", (fields, complete) => {
  expect(isComplete(fields)).toBe(complete);
});

it("goes on to the next function without an answer, round the end", () => {
  const tasks = ["a", "b", "c"].map((key) => ({ key, judged: key === "b" }));
  expect(nextOf(tasks, "a")).toBe("c");
  expect(nextOf(tasks, "c")).toBe("a");
  expect(nextOf(tasks.slice(1, 2), "b")).toBeNull();
});
