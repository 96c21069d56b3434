import { describe, expect, it } from "vitest";
import { loadRubrics } from "~/rubric-library.server";
import { guessRoles } from "./guess-roles";
import { readDay } from "./read-day";
import { splitWaves } from "./split-waves";
import type { PastRole } from "./table";

const rubric = loadRubrics(["tests/fixtures/rubrics"]).latest()[0]?.rubric;
if (!rubric) throw new Error("There is no rubric");
const [first, second] = rubric.functions;
const wideRoles: PastRole[] = ["asOf", "assessor", `fn:${first?.key}`, `fn:${second?.key}`];

const split = (rows: string[][], roles: PastRole[], asOf: string | null = null) =>
  splitWaves({
    table: { header: [], rows: rows.map((cells, index) => ({ line: index + 2, cells })) },
    ...{ roles, asOf, nobody: "Hasil terdahulu", today: "2026-06-30" },
  });

describe("columns", () => {
  it("are told by their usual names and by the rubric's functions, each once", () => {
    const header = [
      "Tanggal",
      "Nama",
      first?.name.id ?? "",
      second?.key.toUpperCase() ?? "",
      "Level",
      "level",
      "?",
    ];
    expect(guessRoles(header, rubric)).toEqual([...wideRoles, "level", "ignore", "ignore"]);
  });
});

describe("a date", () => {
  it.each([
    ["2025-06-30", "2025-06-30"],
    ["30/6/2025", "2025-06-30"],
    ["1.12.2025", "2025-12-01"],
    ["2025-06-30T00:00:00.000Z", "2025-06-30"],
    ["31/6/2025", null],
    ["2025-02-29", null],
    ["Juni 2025", null],
    ["", null],
  ])("written as %j is %j", (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});

describe("a table of the past", () => {
  it("with functions across is one judgment a filled cell, one assessment a date", () => {
    const { waves, problems } = split(
      [
        ["30/6/2025", "Ratna", "2", "3"],
        ["2024-06-30", "Ratna", "1", ""],
        ["30/6/2025", "Bayu", "3", "3"],
      ],
      wideRoles,
    );
    expect(problems).toEqual([]);
    expect(
      waves.map(({ asOf, lines }) => [
        asOf,
        lines.map(({ line, cells }) => [line, cells.assessor, cells.function, cells.level]),
      ]),
    ).toEqual([
      ["2024-06-30", [[3, "Ratna", first?.key, "1"]]],
      [
        "2025-06-30",
        [
          [2, "Ratna", first?.key, "2"],
          [2, "Ratna", second?.key, "3"],
          [4, "Bayu", first?.key, "3"],
          [4, "Bayu", second?.key, "3"],
        ],
      ],
    ]);
  });

  it("with functions below each other may have one date for all and no assessor", () => {
    const { waves } = split(
      [[first?.key ?? "", "2", "Alasan"]],
      ["function", "level", "rationale"],
      "2025-06-30",
    );
    expect(waves).toMatchObject([
      {
        asOf: "2025-06-30",
        title: null,
        lines: [{ cells: { assessor: "Hasil terdahulu", level: "2", rationale: "Alasan" } }],
      },
    ]);
  });

  it("is refused with the line where a date is none or has not come yet, and for columns that are missing", () => {
    expect(
      split(
        [
          ["kapan", "A", "1", "1"],
          ["2026-07-01", "A", "1", "1"],
        ],
        wideRoles,
      ).problems,
    ).toEqual([
      { line: 2, problem: "date", found: "kapan" },
      { line: 3, problem: "future", found: "2026-07-01" },
    ]);
    expect(split([["x"]], ["assessor"]).problems.map(({ problem }) => problem)).toEqual([
      "no-level",
      "no-function",
      "no-date",
    ]);
    expect(split([], wideRoles).problems).toEqual([{ line: null, problem: "nothing" }]);
  });
});
