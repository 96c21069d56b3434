import { describe, expect, it } from "vitest";
import { aStore, rows, SMALL_RUBRIC } from "~/cli/fixtures";
import { withLocale } from "~/i18n/locale.server";
import { createCompany } from "./companies";
import { compareAssessments } from "./compare-assessments";
import type { ScopedContext } from "./context";
import { Refusal } from "./errors";
import { importPast, type PastInput, PastProblems, type PastRole, previewPast } from "./import-past";
import { readTable } from "./read-table";

const WIDE: PastRole[] = ["asOf", "assessor", "fn:intake", "fn:resolution", "fn:learning"];
const TWO_WAVES = [
  "tanggal,nama,intake,resolution,learning",
  "2024-06-30,Dewi É.,1,2,2",
  "2024-06-30,Bayu,2,2,",
  "30/6/2025,Dewi E,2,3,3",
  "30/6/2025,Dewi É.,2,3,3",
  "30/6/2025,Bayu,3,3,1",
].join("\n");

function aCompany(context: ScopedContext): string {
  const kind = { industry: "other", country: "ID", size: "small", offering: "both" } as const;
  return createCompany(context, { name: "PT Lama", ...kind });
}

async function given(
  text: string,
  roles: PastRole[] = WIDE,
  more: Partial<PastInput> = {},
): Promise<PastInput> {
  const table = await readTable(text);
  return { table, roles, rubricKey: SMALL_RUBRIC, asOf: null, language: "id", ...more };
}

async function problemsOf(text: string, roles?: PastRole[], more?: Partial<PastInput>) {
  const { context, db } = aStore();
  const companyId = aCompany(context);
  const input = await given(text, roles, more);
  return withLocale("en", () => {
    const { problems } = previewPast(context, companyId, input);
    if (problems.length > 0) {
      expect(() => importPast(context, companyId, input)).toThrow(PastProblems);
      expect(rows(db, "select id from assessment")).toEqual([]);
    }
    return problems.map(({ text: said }) => said);
  });
}

describe("earlier assessments", () => {
  it("become one closed assessment for each date, with everybody handed in", async () => {
    const { context, db } = aStore();
    const companyId = aCompany(context);
    const input = await given(TWO_WAVES);
    const preview = previewPast(context, companyId, input);
    expect(preview).toEqual({
      assessments: [
        {
          asOf: "2024-06-30",
          title: "Kematangan meja layanan Juni 2024",
          assessors: 2,
          judgments: 5,
          quorum: 2,
        },
        {
          asOf: "2025-06-30",
          title: "Kematangan meja layanan Juni 2025",
          assessors: 3,
          judgments: 9,
          quorum: 3,
        },
      ],
      problems: [],
    });
    expect(rows(db, "select id from assessment")).toEqual([]);
    const ids = importPast(context, companyId, input);
    expect(
      rows(db, "select id, state, as_of, quorum, opened_at, closed_at from assessment order by as_of"),
    ).toEqual(
      [2, 3].map((quorum, index) => {
        const asOf = `${2024 + index}-06-30`;
        const at = Date.parse(`${asOf}T02:00:00Z`);
        return { id: ids[index], state: "closed", as_of: asOf, quorum, opened_at: at, closed_at: at };
      }),
    );
    const judgments = "select source, count(*) as n from judgment group by source";
    expect(rows(db, judgments)).toEqual([{ source: "import", n: 14 }]);
    expect(rows(db, "select count(*) as n from submission")).toEqual([{ n: 5 }]);
    expect(rows(db, "select object_id, detail from audit_event where action = 'assessments.import'")).toEqual(
      [{ object_id: companyId, detail: '{"assessments":2,"judgments":14}' }],
    );
  });

  it("can be compared person by person, also where two names read alike", async () => {
    const { context, db } = aStore();
    const companyId = aCompany(context);
    const [before = "", after = ""] = importPast(context, companyId, await given(TWO_WAVES));
    const addresses = (id: string) =>
      new Map(
        rows(db, "select name, email from panel_member where assessment_id = ?", id).map((row) => [
          row.name,
          row.email,
        ]),
      );
    for (const name of ["Dewi É.", "Bayu"]) {
      expect(addresses(after).get(name)).toBe(addresses(before).get(name));
    }
    expect(new Set(addresses(after).values()).size).toBe(3);
    const chosen = { waves: [before, after], before, after };
    expect(compareAssessments(context, companyId, chosen, { live: true, locale: "id" }).shared).toBe(2);
  });

  it("without assessors are one judgment a function", async () => {
    const { context, db } = aStore();
    const companyId = aCompany(context);
    const text = "fungsi;tingkat;alasan\nintake;2;\u202Eterbalik\nlearning;;\n";
    const roles: PastRole[] = ["function", "level", "rationale"];
    importPast(context, companyId, await given(text, roles, { asOf: "2023-12-31" }));
    expect(rows(db, "select name, perspective from panel_member")).toEqual([
      { name: "Hasil terdahulu", perspective: "other" },
    ]);
    expect(rows(db, "select function_key, level, cannot_judge, rationale from judgment")).toEqual([
      { function_key: "intake", level: 2, cannot_judge: null, rationale: "terbalik" },
      { function_key: "learning", level: null, cannot_judge: "other", rationale: "" },
    ]);
  });

  it("take a perspective from wherever the table says it", async () => {
    const { context, db } = aStore();
    const text = "d,n,p,intake\n2024-06-30,Ayu,,1\n2025-06-30,ayu,Pakar,2\n2025-06-30,Bima,,2\n";
    const roles: PastRole[] = ["asOf", "assessor", "perspective", "fn:intake"];
    importPast(context, aCompany(context), await given(text, roles));
    expect(rows(db, "select distinct lower(name) as name, perspective from panel_member")).toEqual([
      { name: "ayu", perspective: "expert" },
      { name: "bima", perspective: "other" },
    ]);
  });

  it("are all stored or none", async () => {
    const { context, db } = aStore();
    const companyId = aCompany(context);
    const input = await given(TWO_WAVES);
    const fail = () =>
      importPast(context, companyId, input, (done) => {
        if (done === 2) throw new Error("the disk is full");
      });
    expect(fail).toThrow("the disk is full");
    for (const table of ["assessment", "panel_member", "judgment"]) {
      expect(rows(db, `select * from ${table}`)).toEqual([]);
    }
  });

  it("of another workspace's company are refused", async () => {
    const { context } = aStore();
    const input = await given(TWO_WAVES);
    const elsewhere = { ...context, scope: { workspaceId: "elsewhere", companyIds: null } };
    expect(() => previewPast(elsewhere, aCompany(context), input)).toThrow(Refusal);
    expect(() => importPast(elsewhere, aCompany(context), input)).toThrow(Refusal);
  });
});

describe("a table with mistakes", () => {
  it("is told by line and by the file's own names of columns", async () => {
    const text = `${TWO_WAVES}\n2025-06-30,Bayu,9,,x\nkapan,Bayu,1,1,1`;
    expect(await problemsOf(text)).toEqual([
      'Line 7, intake: found "9"; allowed: a whole number from 1 to 4, or nothing for "cannot judge"',
      'Line 7: found a second judgment of "intake" by "Bayu"; allowed: one only; the first is on line 6',
      'Line 7, learning: found "x"; allowed: a whole number from 1 to 4, or nothing for "cannot judge"',
      'Line 7: found a second judgment of "learning" by "Bayu"; allowed: one only; the first is on line 6',
      'Line 8: found "kapan"; allowed: a date such as 2025-06-30 or 30/6/2025',
    ]);
  });

  it.each<[string, string, PastRole[], string]>([
    ["the future", "d,i\n2026-07-02,1", ["asOf", "fn:intake"], 'Line 2: "2026-07-02" has not come yet'],
    ["no row", "d,i", ["asOf", "fn:intake"], "The table has a header but no rows."],
    ["no level", "d,n\n2025-06-30,A", ["asOf", "assessor"], "Choose the column that holds the level"],
    [
      "two columns alike",
      "d,i,j\n2025-06-30,1,1",
      ["asOf", "fn:intake", "fn:intake"],
      'The columns "i", "j"',
    ],
    ["nothing judged", "d,i,x\n2025-06-30,,1", ["asOf", "fn:intake", "ignore"], "There is no judgment as of"],
    [
      "two titles at a date",
      "d,t,i\n2025-06-30,A,1\n2025-06-30,B,1",
      ["asOf", "title", "fn:intake"],
      'Line 3: the title "B"; as of 30 June 2025 an earlier line has the title "A"',
    ],
    [
      "a title that is too long",
      `d,t,i\n2025-06-30,${"t".repeat(161)},1`,
      ["asOf", "title", "fn:intake"],
      `"${"t".repeat(60)}…": found 161 characters; allowed: at most 160 characters`,
    ],
  ])("is refused for %s", async (_, text, roles, expected) => {
    expect((await problemsOf(text, roles)).join("\n")).toContain(expected);
  });

  it("is refused where it would hold up everybody else", async () => {
    const lines = Array.from({ length: 2501 }, (_, index) => `2024-06-30,Orang ${index},1,2`);
    expect(await problemsOf(`d,n,i,r\n${lines.join("\n")}`, WIDE.slice(0, 4))).toEqual([
      expect.stringContaining("The table has 5,002 judgments; at most 5,000"),
    ]);
  });

  it("is refused where there is an assessment of the same date by the same rubric", async () => {
    const { context } = aStore();
    const companyId = aCompany(context);
    const input = await given(TWO_WAVES);
    importPast(context, companyId, input);
    const { problems } = withLocale("en", () => previewPast(context, companyId, input));
    expect(problems.map(({ text }) => text)).toEqual([
      "There is an assessment by this rubric as of 30 June 2024 already: Kematangan meja layanan Juni 2024.",
      "There is an assessment by this rubric as of 30 June 2025 already: Kematangan meja layanan Juni 2025.",
    ]);
    expect(() => importPast(context, companyId, input)).toThrow(PastProblems);
  });
});
