import { describe, expect, it } from "vitest";
import { aCompany, anAssessment, aPanel, aRubric, judge, MAIN_RUBRIC } from "../../tests/support/factories";
import { account, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { type AssessmentInput, changeState } from "./assessments";
import { readDesk } from "./desk";
import { readPreviousLevel } from "./previous-level";
import { publish, withdraw } from "./publish";

/** A company whose assessments are made one by one; the last one, with a given option, is asked about. */
function history() {
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  const place = { db, context: () => workingContext(db) };
  const rubric = aRubric(place, MAIN_RUBRIC);
  const [first = "", second = ""] = rubric.functions.map(({ key }) => key);
  const companyId = aCompany(place);

  /** An assessment in which everybody gave one level to every function (null: could not judge the first one). */
  function closed(asOf: string, level: number, given: Partial<AssessmentInput> & { blank?: boolean } = {}) {
    const { blank = false, ...input } = given;
    const assessmentId = anAssessment(place, companyId, { rubricKey: MAIN_RUBRIC, asOf, ...input });
    const [member = ""] = aPanel(place, assessmentId, ["expert"]);
    changeState(place.context(), assessmentId, "open");
    const own = aRubric(place, input.rubricKey ?? MAIN_RUBRIC);
    const levels = own.functions.map((_fn, index) => (blank && index === 0 ? null : level));
    judge(place, { assessmentId, rubric: own }, member, levels);
    changeState(place.context(), assessmentId, "close");
    return assessmentId;
  }
  function published(...input: Parameters<typeof closed>): string {
    const id = closed(...input);
    publish(place.context(), id);
    return id;
  }
  function seen(
    options: Pick<AssessmentInput, "showPrevious"> = { showPrevious: true },
    functionKey = first,
  ) {
    const { showPrevious } = options;
    const assessmentId = anAssessment(place, companyId, { rubricKey: MAIN_RUBRIC, showPrevious });
    const [memberId = ""] = aPanel(place, assessmentId, ["expert"]);
    changeState(place.context(), assessmentId, "open");
    const actor = { kind: "assessor", memberId, assessmentId } as const;
    const context = { ...place.context(), actor };
    return readPreviousLevel(context, readDesk(context), functionKey);
  }
  return { place, first, second, closed, published, seen };
}

describe("the level that was published before", () => {
  it("is the latest one of the same company by the same measure, with its date and nothing else", () => {
    const { published, seen } = history();
    published("2024-06-30", 2);
    published("2025-06-30", 3);
    published("2025-12-31", 1, { rubricKey: "digital-communication" });
    published("2027-06-30", 5);
    expect(seen()).toEqual({ asOf: "2025-06-30", level: 3 });
  });

  it("is not told unless the consultant allows it", () => {
    const { published, seen } = history();
    published("2025-06-30", 3);
    expect(seen({})).toBeNull();
    expect(seen({ showPrevious: false })).toBeNull();
  });

  it("is never read from what is not published, or was withdrawn", () => {
    const { place, published, closed, seen } = history();
    published("2024-06-30", 2);
    closed("2025-01-31", 4);
    withdraw(place.context(), published("2025-06-30", 3));
    expect(seen()).toEqual({ asOf: "2024-06-30", level: 2 });
  });

  it("is missing where that publication has none for the function", () => {
    const { second, published, seen } = history();
    published("2024-06-30", 2);
    published("2025-06-30", 3, { blank: true });
    expect(seen()).toBeNull();
    expect(seen({ showPrevious: true }, second)).toEqual({ asOf: "2025-06-30", level: 3 });
  });
});
