import { expect, it } from "vitest";
import { splitCsv } from "./csv-records";

const fields = (text: string) => splitCsv(text).records.map((record) => record.fields);

it("takes the separator that Excel is told by a first line, and still counts lines from the top", () => {
  const { records, delimiter } = splitCsv("sep=;\r\na;b,c\r\n1;2\r\n");
  expect(delimiter).toBe(";");
  expect(records).toEqual([
    { line: 2, fields: ["a", "b,c"] },
    { line: 3, fields: ["1", "2"] },
  ]);
});

it("takes the separator that the header has more of", () => {
  expect(fields("a;b\n1,5;2\n")).toEqual([
    ["a", "b"],
    ["1,5", "2"],
  ]);
  expect(fields('"a;b;c",d\n1,2\n')).toEqual([
    ["a;b;c", "d"],
    ["1", "2"],
  ]);
});

it("counts the lines inside quoted fields, whatever ends them", () => {
  const { records } = splitCsv('a,b\r\n"x\r\ny",1\r\nz,2\r\n');
  expect(records.map(({ line }) => line)).toEqual([1, 2, 4]);
  expect(records[1]?.fields[0]).toBe("x\ny");
});

it("says where the quoting goes wrong and keeps what came before", () => {
  const { records, broken } = splitCsv('a,b\n1,2\n"x,3\n');
  expect(records).toHaveLength(2);
  expect(broken?.line).toBe(3);
});
