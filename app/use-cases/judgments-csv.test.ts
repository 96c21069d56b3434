import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withLocale } from "~/i18n/locale.server";
import { JUDGMENT_COLUMNS, type JudgmentCells, readJudgments, writeJudgments } from "./judgments-csv";

const HEADER = JUDGMENT_COLUMNS.join(",");
const row = (given: Partial<JudgmentCells> = {}): JudgmentCells => ({
  ...{
    assessor: "Ayu",
    perspective: "expert",
    function: "intake",
    level: "3",
    confidence: "2",
    rationale: "",
  },
  ...given,
});
const found = (text: string) =>
  withLocale("en", () => readJudgments(text)).problems.map(({ line, found }) => `${line}: ${found}`);

describe("writing judgments", () => {
  it("has the import's columns and a line for each judgment", () => {
    expect(writeJudgments([row({ rationale: 'Satu, "dua"' })])).toBe(
      `${HEADER}\nAyu,expert,intake,3,2,"Satu, ""dua"""\n`,
    );
  });

  it.each(["=1+1", "+62", "-3", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠a", "'=1"])(
    "lets no spreadsheet run %j",
    (rationale) => {
      const { lines } = readJudgments(writeJudgments([row({ rationale })]).replace("'", "#"));
      expect(lines[0]?.cells.rationale.startsWith("#")).toBe(true);
    },
  );

  it("leaves other text alone", () => {
    expect(writeJudgments([row({ rationale: "'tis 3 - 2 = 1" })])).toContain(",'tis 3 - 2 = 1\n");
  });

  it("gives back what was written, whatever it was", () => {
    const signs = fc.constantFrom("'", "=", "+", "-", "@", '"', ",", ";", "\n", "\t", "a", "é", " ");
    const cell = fc.array(signs, { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (texts) => {
        const written = texts.map((rationale) => row({ rationale }));
        expect(readJudgments(writeJudgments(written))).toEqual({
          lines: written.map((cells) => ({ line: expect.any(Number), cells })),
          problems: [],
        });
      }),
    );
  });
});

describe("reading judgments", () => {
  const body = "Ayu,expert,intake,3,2,Baik\nBudi,insider,intake,,,";
  const plain = readJudgments(`${HEADER}\n${body}\n`).lines;

  it("reads the cells as they are written", () => {
    expect(plain).toEqual([
      { line: 2, cells: row({ rationale: "Baik" }) },
      { line: 3, cells: row({ assessor: "Budi", perspective: "insider", level: "", confidence: "" }) },
    ]);
  });

  it.each([
    ["a byte order mark", `\uFEFF${HEADER}\n${body}`],
    ["Windows line ends", `${HEADER}\n${body}\n`.replaceAll("\n", "\r\n")],
    ["old Mac line ends", `${HEADER}\n${body}\n`.replaceAll("\n", "\r")],
    ["semicolons, as Excel in Indonesia writes them", `${HEADER}\n${body}`.replaceAll(",", ";")],
    [
      "quoted fields",
      `${HEADER}\n"Ayu","expert","intake","3","2","Baik"\n"Budi","insider","intake","","",""`,
    ],
    ["names of columns in capitals", `${HEADER.toUpperCase()}\n${body}`],
    ["empty columns at the end", `${HEADER},,\n${body.replace("Baik", "Baik,,")}`],
  ])("does not mind %s", (_, text) => {
    expect(readJudgments(text)).toEqual({ lines: plain, problems: [] });
  });

  it("reads the columns in any order", () => {
    const text = "level,rationale,assessor,confidence,function,perspective\n3,Baik,Ayu,2,intake,expert";
    expect(readJudgments(text).lines.map(({ cells }) => cells)).toEqual([row({ rationale: "Baik" })]);
  });

  it("counts lines through empty ones and through fields of several lines", () => {
    const text = `${HEADER}\r\n\r\nAyu,expert,intake,3,2,"satu\r\n\r\ndua"\r\n,,,,,\r\nBudi,expert,intake,3,2,\r\n`;
    const { lines } = readJudgments(text);
    expect(lines.map(({ line }) => line)).toEqual([3, 7]);
    expect(lines[0]?.cells.rationale).toBe("satu\n\ndua");
  });

  it.each([
    ["an empty file", "", ["1: an empty file"]],
    ["nothing but empty lines", "\n \n", ["1: an empty file"]],
    ["nothing but a header", `${HEADER}\n`, ["1: only a header line"]],
    [
      "missing columns",
      "assessor,function,level\nA,b,1",
      ["perspective", "confidence", "rationale"].map((name) => `1: no column "${name}"`),
    ],
    ["an unknown column", `${HEADER},note\n${body}`, ['1: an unknown column "note"']],
    ["a column twice", `${HEADER},level\n${body}`, ['1: the column "level" twice']],
    [
      "too few and too many fields",
      `${HEADER}\nA,b\nA,expert,intake,3,2,x,y`,
      ["2: 2 fields", "3: 7 fields"],
    ],
    [
      "a quotation mark that is not closed",
      `${HEADER}\n${body}\n"x,y\nz`,
      ["4: a quotation mark that is never closed"],
    ],
    [
      "a quotation mark inside",
      `${HEADER}\nA,expert,intake,3,2,say "x"`,
      ["2: a quotation mark in the middle of a field"],
    ],
  ])("refuses %s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
