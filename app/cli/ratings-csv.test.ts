import { expect, it } from "vitest";
import { withLocale } from "~/i18n/locale.server";
import { withFiles } from "./cli-harness";
import { MOST_PROBLEMS } from "./csv-rows";
import { parseRatings, readRatings } from "./ratings-csv";

const parsed = (text: string, levels = 5) => parseRatings(text, "r.csv", levels);
const refused = (text: string, levels = 5) => {
  try {
    withLocale("en", () => parsed(text, levels));
  } catch (error) {
    if (error instanceof Error && error.name === "CliError") return error.message;
    throw error;
  }
  return "accepted";
};

it("reads one judgment a line, an empty level as missing", () => {
  expect(parsed("unit,rater,level\ndata,Ani,3\ndata,Budi,\n")).toEqual({
    units: [{ key: "data" }],
    raters: [{ key: "Ani" }, { key: "Budi" }],
    judgments: [
      { unit: "data", rater: "Ani", level: 3, confidence: null },
      { unit: "data", rater: "Budi", level: null, confidence: null },
    ],
    ignored: [],
  });
});

it("reads what Excel in Indonesia writes: byte order mark, CRLF, semicolons, decimal commas", () => {
  const text = "\uFEFFUnit;Rater;Level;Weight\r\ndata;Ani;3;1,5\r\ndata;Budi;4;2\r\n\r\n";
  const { raters, judgments } = parsed(text);
  expect(raters).toEqual([
    { key: "Ani", weight: 1.5 },
    { key: "Budi", weight: 2 },
  ]);
  expect(judgments.map(({ level }) => level)).toEqual([3, 4]);
});

it("reads quoted fields with separators, quotes and line breaks, and any order of columns", () => {
  const { units, raters } = parsed('level,"rater",unit\n3,"Ani, ""Bu""","two\nlines"\n');
  expect(units).toEqual([{ key: "two\nlines" }]);
  expect(raters).toEqual([{ key: 'Ani, "Bu"' }]);
});

it("reads perspective, confidence and weight, each of which may be left empty", () => {
  const text = "unit,rater,level,perspective,confidence,weight\na,x,3,expert,2,\nb,x,4,,,0.5\n";
  const { raters, judgments } = parsed(text);
  expect(raters).toEqual([{ key: "x", perspective: "expert", weight: 0.5 }]);
  expect(judgments.map(({ confidence }) => confidence)).toEqual([2, null]);
});

it("takes names as equal whatever spaces stand around them and however accents are encoded", () => {
  expect(parsed("unit,rater,level\n a ,Jose\u0301,3\nb, Jos\u00e9 ,3\n").raters).toEqual([
    { key: "Jos\u00e9" },
  ]);
});

it("takes any name, also those of object properties", () => {
  const { units } = parsed("unit,rater,level\n__proto__,constructor,3\ntoString,constructor,3\n");
  expect(units.map(({ key }) => key)).toEqual(["__proto__", "toString"]);
});

it("names columns that it does not use", () => {
  expect(parsed("unit,rater,level,confidance\na,x,3,2\n").ignored).toEqual(["confidance"]);
});

it("lists every bad line with its number in the file", () => {
  const text = 'unit,rater,level,confidence,weight\na,x,7,,\n\n"a\nb",y,1.5,,\n,z,3,9,\nc,,0,,-1\nd,x, 3,,\n';
  expect(refused(text)).toBe(
    [
      "r.csv: 8 problems",
      '  line 2: level "7" is not a whole number from 1 to 5',
      '  line 4: level "1.5" is not a whole number from 1 to 5',
      "  line 6: unit is empty",
      '  line 6: confidence "9" is not a whole number from 1 to 3',
      "  line 7: rater is empty",
      '  line 7: level "0" is not a whole number from 1 to 5',
      '  line 7: weight "-1" is not a number above 0',
      '  line 8: level " 3" is not a whole number from 1 to 5',
    ].join("\n"),
  );
});

it("refuses a unit and rater that stand twice, with both lines", () => {
  expect(refused("unit,rater,level\na,x,3\nb,x,3\na,x,\n")).toBe(
    'r.csv: 1 problem\n  line 4: unit "a" and rater "x" already stand on line 2',
  );
});

it("refuses a rater with two perspectives or two weights", () => {
  const text = "unit,rater,level,perspective,weight\na,x,3,expert,1\nb,x,3,insider,2\n";
  expect(refused(text)).toContain('line 3: rater "x" is "insider" here and "expert" before');
  expect(refused(text)).toContain('line 3: rater "x" weighs 2 here and 1 before');
});

it("counts what it does not list", () => {
  const bad = Array.from({ length: MOST_PROBLEMS + 7 }, (_, index) => `u${index},x,9`);
  const lines = refused(`unit,rater,level\n${bad.join("\n")}\n`).split("\n");
  expect(lines[0]).toBe(`r.csv: ${MOST_PROBLEMS + 7} problems`);
  expect(lines).toHaveLength(MOST_PROBLEMS + 2);
  expect(lines.at(-1)).toBe("  and 7 more");
});

it("refuses a file without content, without ratings and without its columns", () => {
  expect(refused("")).toBe("r.csv: is empty; the first line must be unit,rater,level");
  expect(refused("\uFEFF\r\n\r\n")).toContain("is empty");
  expect(refused("unit,rater,level\n")).toBe("r.csv: has a header but no ratings");
  expect(refused("unit,rater\na,x\n")).toBe("r.csv: line 1: missing column level (found unit, rater)");
  expect(refused("a,x,3\nb,x,4\n")).toContain("missing column unit, rater, level");
  expect(refused("unit,rater,level,level\na,x,3,4\n")).toBe("r.csv: line 1: column level stands there twice");
});

it("refuses records with too few or too many fields and broken quotes", () => {
  expect(refused("unit,rater,level\na,x,3\nb,x\nc,x,3,4\n")).toBe(
    "r.csv: 2 problems\n  line 3: has 2 fields where the header has 3\n  line 4: has 4 fields where the header has 3",
  );
  expect(refused('unit,rater,level\na,"x,3\n')).toBe("r.csv: line 2: a quotation mark that is never closed");
  expect(refused('unit,rater,level\na,"x"y,3\n')).toBe(
    "r.csv: line 2: a quotation mark in the middle of a field",
  );
  expect(refused('unit,rater,level\na,x"y,3\n')).toContain(
    "line 2: a quotation mark in the middle of a field",
  );
});

it("passes over the empty cells and rows that spreadsheets leave behind", () => {
  expect(parsed("unit,rater,level,,\na,x,3,,\n,,,,\n").judgments).toHaveLength(1);
});

it("does not read numbers that are written in another way", () => {
  for (const level of ["03", "3.0", "+3", "1e0", "0x3", "III", "3 "]) {
    expect(refused(`unit,rater,level\na,x,${level}\n`), level).toContain("line 2: level");
  }
  expect(refused("unit,rater,level,weight\na,x,3,1e3\n")).toContain('weight "1e3"');
  expect(parsed("unit,rater,level\na,x,10\n", 10).judgments[0]?.level).toBe(10);
});

it("says what is wrong with a file that cannot be read", async () => {
  await withFiles({ "latin.csv": Buffer.from("unit,rater,level\na,Jos\xe9,3\n", "latin1") }, (path) => {
    expect(() => readRatings(path("none.csv"), 5)).toThrow(/none\.csv: there is no such file/);
    expect(() => readRatings(path("."), 5)).toThrow(/is a folder/);
    expect(() => readRatings(path("latin.csv"), 5)).toThrow(/is not UTF-8 text/);
  });
});

it("reads 200,000 rows", () => {
  const rows = Array.from(
    { length: 200_000 },
    (_, i) => `u${i % 400},r${Math.floor(i / 400)},${(i % 5) + 1}`,
  );
  const { units, raters, judgments } = parsed(`unit,rater,level\n${rows.join("\n")}\n`);
  expect([units.length, raters.length, judgments.length]).toEqual([400, 500, 200_000]);
});
