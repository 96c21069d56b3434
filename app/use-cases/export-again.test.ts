import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "~/canonical-json";
import { anAssessment, aStore, judged, PANEL, rows } from "~/cli/fixtures";
import { readAssessments, requireAssessment } from "./assessments";
import type { ScopedContext } from "./context";
import { exportAssessment, readExport } from "./export-assessment";
import { importJudgments } from "./import-judgments";
import { importPast } from "./import-past";
import { guessRoles } from "./past/guess-roles";
import { readTable } from "./read-table";
import { requireRubric } from "./rubrics";
import { seedSample } from "./seed-sample";

/** The result of an assessment as bytes, without what only names it. */
function resultOf(context: ScopedContext, id: string): string {
  const { rubric, method, overall, functions, agreement } = exportAssessment(context, id).json;
  return canonicalJson({ rubric, method, overall, functions, agreement });
}

/** Everything that can be taken out, taken in again: as judgments of a fresh assessment, and as a past one. */
async function comeBack(context: ScopedContext, id: string): Promise<string[]> {
  const { rubricKey, quorum, options } = requireAssessment(context, id);
  const { csv } = exportAssessment(context, id);
  const copy = anAssessment(context, { rubricKey, quorum, leftOut: options.leftOut });
  importJudgments(context, copy, csv);
  const table = await readTable(Buffer.from(`\uFEFF${csv}`));
  const roles = guessRoles(table.header, requireRubric(context, rubricKey).rubric);
  const before = new Set(readAssessments(context).map((one) => one.id));
  const { companyId } = requireAssessment(context, copy);
  importPast(context, companyId, { table, roles, rubricKey, asOf: "2019-06-30", language: "id" });
  const past = readAssessments(context).find((one) => !before.has(one.id));
  return [copy, past?.id ?? ""].map((one) => resultOf(context, one));
}

describe("judgments that come back as they went out", () => {
  it("give the same result, byte by byte, as judgments and as an earlier assessment", async () => {
    const { context } = aStore();
    const id = judged(context, PANEL);
    const result = resultOf(context, id);
    expect(await comeBack(context, id)).toEqual([result, result]);
  });

  it("do so for the sample, with texts that a spreadsheet would run", async () => {
    const { context, db, services } = aStore();
    seedSample(context, services.root);
    db.$client.prepare("update judgment set rationale = '=1+1' || char(10) || '@x' where id % 2 = 0").run();
    for (const { id } of readAssessments(context)) {
      const result = resultOf(context, id);
      expect(await comeBack(context, id)).toEqual([result, result]);
    }
    const taken = rows(db, "select distinct rationale from judgment where rationale like '%1+1%'");
    expect(taken.map(({ rationale }) => rationale)).toEqual(["=1+1\n@x"]);
  });
});

describe("the results of the functions as CSV", () => {
  const linesOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

  it("have the level, the target and how far it is", () => {
    const { context, db } = aStore();
    const id = judged(context, PANEL);
    const targets = JSON.stringify({ intake: 4, resolution: 2 });
    db.$client
      .prepare("update assessment set options = json_set(options, '$.targets', json(?))")
      .run(targets);
    const { functionsCsv, json } = exportAssessment(context, id);
    const lines = linesOf(functionsCsv);
    expect(lines.map((line) => [line.function, line.level, line.target, line.gap, line.judgments])).toEqual([
      ["intake", "3", "4", "1", "7"],
      ["resolution", "3", "2", "-1", "7"],
      ["learning", "1", "", "", "4"],
    ]);
    const [intake] = json.functions;
    expect(lines[0]).toMatchObject({
      name_en: expect.stringMatching(/\w/),
      consensus: intake?.consensus ?? "",
      agreement_a: String(intake?.agreementA),
      interval_low: String(intake?.interval?.low),
    });
    expect(json.targets).toEqual([
      { key: "intake", target: 4, gap: 1 },
      { key: "resolution", target: 2, gap: -1 },
      { key: "learning", target: null, gap: null },
    ]);
  });

  it("are no formulas whatever a function is called, and stay empty where nothing is known", () => {
    const { context, db } = aStore();
    const id = anAssessment(context);
    db.$client
      .prepare("update rubric_snapshot set document = json_set(document, '$.functions[0].name.en', '=cmd()')")
      .run();
    const exported = readExport(context, requireAssessment(context, id), { live: true });
    const [first] = linesOf(exported?.functionsCsv ?? "");
    expect(first).toMatchObject({ name_en: "'=cmd()", level: "", target: "", gap: "", judgments: "0" });
  });
});
