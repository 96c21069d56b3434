import { beforeEach, describe, expect, it } from "vitest";
import {
  aCompany,
  aJudgedAssessment,
  anAssessment,
  aRubric,
  MAIN_RUBRIC,
} from "../../tests/support/factories";
import { account, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { readAssessment } from "./assessments";
import { Refusal } from "./errors";
import { type Goal, readGoals, setGoals } from "./goals";

let app: { context(): ReturnType<typeof workingContext> };
let id: string;
let first: string;
beforeEach(() => {
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  app = { context: () => workingContext(db) };
  id = anAssessment(app, aCompany(app), { rubricKey: MAIN_RUBRIC });
  first = aRubric(app, MAIN_RUBRIC).functions[0]?.key ?? "";
});

const goal = (given: Partial<Goal> = {}): Goal => ({
  ...{ functionKey: first, target: 4, due: "2027-06-30", targetReason: "Rencana direksi" },
  ...{ weight: 1, weightReason: "" },
  ...given,
});
const told = () =>
  readGoals(app.context(), id).history.map(({ kind, value, due, reason, by }) => [
    kind,
    value,
    due,
    reason,
    by,
  ]);

const reasonOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return null;
};

describe("targets and weights", () => {
  it("stand with the assessment, with a date and a reason, and what was before is kept", () => {
    expect(setGoals(app.context(), id, [goal({ weight: 2, weightReason: "Inti usaha" })])).toBe(2);
    expect(
      setGoals(app.context(), id, [
        goal({ target: 5, targetReason: "Lebih tinggi", weight: 2, weightReason: "Inti usaha" }),
      ]),
    ).toBe(1);
    expect(readAssessment(app.context(), id)?.options).toMatchObject({
      targets: { [first]: 5 },
      weights: { [first]: 2 },
    });
    expect(
      setGoals(app.context(), id, [goal({ target: null, due: null, targetReason: "Dibatalkan", weight: 1 })]),
    ).toBe(2);
    expect(readAssessment(app.context(), id)?.options).toMatchObject({ targets: {}, weights: {} });
    expect(told()).toEqual([
      ["target", 4, "2027-06-30", "Rencana direksi", "Nama owner"],
      ["weight", 2, null, "Inti usaha", "Nama owner"],
      ["target", 5, "2027-06-30", "Lebih tinggi", "Nama owner"],
      ["target", null, null, "Dibatalkan", "Nama owner"],
      ["weight", 1, null, "", "Nama owner"],
    ]);
    const [now] = readGoals(app.context(), id).goals;
    expect(now).toEqual({
      ...{ functionKey: first, target: null, due: null, targetReason: "", weight: 1, weightReason: "" },
    });
  });

  it("that say the same again are no change", () => {
    setGoals(app.context(), id, [goal()]);
    expect(setGoals(app.context(), id, [goal()])).toBe(0);
    expect(told()).toHaveLength(1);
  });

  it("must be of the rubric and within reason, all or none of them", () => {
    const refused = (given: Partial<Goal>) =>
      reasonOf(() => setGoals(app.context(), id, [goal({ target: 2 }), goal(given)]));
    expect(refused({ functionKey: "lain" })).toBe("unknown-function");
    expect(refused({ target: 6 })).toBe("unknown-level");
    expect(refused({ target: 2.5 })).toBe("unknown-level");
    for (const weight of [0, -1, 11, Number.NaN]) expect(refused({ weight })).toBe("unknown-weight");
    expect(told()).toEqual([]);
  });

  it("cannot change what is published", () => {
    const row = new Array(9).fill(3);
    const { assessmentId } = aJudgedAssessment(app, [row, row, row], {
      rubricKey: MAIN_RUBRIC,
      published: true,
    });
    expect(reasonOf(() => setGoals(app.context(), assessmentId, [goal()]))).toBe("wrong-state");
    const elsewhere = { ...app.context(), scope: { workspaceId: "w2", companyIds: null } };
    expect(reasonOf(() => setGoals(elsewhere, id, [goal()]))).toBe("not-found");
  });
});
