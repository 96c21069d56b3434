import { describe, expect, it } from "vitest";
import {
  aCompany,
  anAssessment,
  anOpenAssessment,
  aPanel,
  judge,
  MAIN_RUBRIC,
} from "../../tests/support/factories";
import { refusalOf } from "../../tests/support/refusal";
import { twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { readThinFunctions } from "./asking";
import { readAssessment } from "./assessments";
import { addMember, editMember, readMember, readPanel } from "./panel";
import { readBasis } from "./results";

function place() {
  const db = twoWorkspaces();
  return { db, context: () => workingContext(db) };
}

const PERSON = { name: "Ani", email: "ani@example.com", perspective: "expert", weight: 1 } as const;

describe("the functions a member is asked for", () => {
  it("are kept in the rubric's order, each once, and all of them are simply all", () => {
    const app = place();
    const { assessmentId, members, rubric } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
    const keys = rubric.functions.map(({ key }) => key);
    const asked = (functions: string[] | null) => {
      editMember(app.context(), assessmentId, members[0] ?? "", { ...PERSON, functions });
      return readMember(app.context(), assessmentId, members[0] ?? "").functions;
    };
    const [first = "", second = "", third = ""] = keys;
    expect(asked([third, first, third])).toEqual([first, third]);
    expect(asked([...keys].reverse())).toBeNull();
    expect(asked([second])).toEqual([second]);
    expect(asked(null)).toBeNull();
  });

  it("must be functions of the rubric, at least one", () => {
    const app = place();
    const { assessmentId } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
    const add = (functions: string[]) =>
      refusalOf(() => addMember(app.context(), assessmentId, { ...PERSON, functions }))?.reason;
    expect(add(["no-such-function"])).toBe("unknown-function");
    expect(add([])).toBe("nothing-asked");
    expect(readPanel(app.context(), assessmentId)).toHaveLength(3);
  });

  it("stay as they are where a change says nothing of them", () => {
    const app = place();
    const { assessmentId, members, rubric } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
    const functions = [rubric.functions[1]?.key ?? ""];
    editMember(app.context(), assessmentId, members[0] ?? "", { ...PERSON, functions });
    editMember(app.context(), assessmentId, members[0] ?? "", { ...PERSON, name: "Ani Dua" });
    expect(readMember(app.context(), assessmentId, members[0] ?? "")).toMatchObject({
      name: "Ani Dua",
      functions,
    });
  });

  it("can become fewer without what was judged being lost from the result", () => {
    const app = place();
    const open = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
    const [memberId = ""] = open.members;
    const levels = open.rubric.functions.map(() => 2);
    judge(app, open, memberId, levels);
    const functions = [open.rubric.functions[0]?.key ?? ""];
    editMember(app.context(), open.assessmentId, memberId, { ...PERSON, functions });
    const assessment = readAssessment(app.context(), open.assessmentId);
    expect(assessment && readBasis(app.context(), assessment).judgments).toHaveLength(levels.length);
    expect(readPanel(app.context(), open.assessmentId)[0]).toMatchObject({ asked: 1, judged: 1 });
  });
});

describe("functions asked of too few", () => {
  it("are named with how many are asked, once the panel itself is large enough", () => {
    const app = place();
    const id = anAssessment(app, aCompany(app), { rubricKey: MAIN_RUBRIC, quorum: 3 });
    const [first = ""] = aPanel(app, id, ["expert", "insider"]);
    editMember(app.context(), id, first, { ...PERSON, functions: ["data"] });
    expect(readThinFunctions(app.context(), id)).toEqual([]);
    addMember(app.context(), id, { ...PERSON, email: "tiga@example.com", functions: ["data", "technology"] });
    const thin = readThinFunctions(app.context(), id).map(({ key, asked }) => [key, asked]);
    expect(thin).toContainEqual(["technology", 2]);
    expect(thin).toContainEqual(["process", 1]);
    expect(thin.map(([key]) => key)).not.toContain("data");
  });
});
