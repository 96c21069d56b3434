import { strFromU8 } from "fflate";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import { readReadings } from "~/use-cases/read-method";
import type { Report } from "~/use-cases/read-report";
import { unpack } from "../archive";
import { scaleHex } from "../colours";
import { ofSize, sampleReport, withoutResults } from "../test-reports";
import { writeXlsx } from "./write-xlsx";

const sample = sampleReport("en");
const write = (report: Report, locale: Locale = "en") =>
  withLocale(locale, () => writeXlsx(report, readReadings(["ac2", "krippendorff", "interval"], locale)));
/** The sample's workbook in English, written once. */
const written = write(sample.report);
const textsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unpack(bytes)).map(([path, part]) => [path, strFromU8(part)]));
const sheet = (bytes: Uint8Array, name: string) => readSheet(Buffer.from(bytes), name);

describe("the workbook", () => {
  it("has a sheet for each part of the report, in both languages", async () => {
    const names = await Promise.all(
      locales.map(async (locale) => {
        const parts = textsOf(await write(sampleReport(locale).report, locale));
        const workbook = parts["xl/workbook.xml"] ?? "";
        return [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((found) => found[1]);
      }),
    );
    expect(names[1]).toEqual([
      ...["Summary", "Functions", "Judgments by perspective", "Reasons and evidence", "Indicators"],
      ...["Agreement", "Change", "Method"],
    ]);
    expect(names[0]?.slice(0, 3)).toEqual(["Ringkasan", "Fungsi", "Penilaian per perspektif"]);
  });

  it("has the numbers of the report as numbers", async () => {
    const rows = await sheet(await written, "Functions");
    const [header = [], ...body] = rows;
    const column = (title: string) => body.map((row) => row[header.indexOf(title)]);
    const { functions } = sample.report;
    expect(column("Function")).toEqual(functions.map(({ name }) => name));
    expect(column("Level")).toEqual(functions.map(({ level }) => level));
    expect(column("On one level")).toEqual(functions.map(({ spread }) => spread?.shareOnMode));
    expect(column("On level 3")).toEqual(functions.map(({ spread }) => spread?.distribution[2]));
    expect(column("Difference")).toEqual(
      functions.map(({ level, previous }) => (level ?? 0) - (previous ?? 0)),
    );
  });

  it("has the date of the assessment as a date, and the coefficients unrounded", async () => {
    const bytes = await written;
    const summary = await sheet(bytes, "Summary");
    const asOf = summary.find(([item]) => item === "As of")?.[1];
    expect(asOf).toEqual(new Date(`${sample.report.assessment.asOf}T00:00:00Z`));
    const agreement = await sheet(bytes, "Agreement");
    expect(agreement[1]?.[1]).toBe(sample.report.agreement.gwet.ac2Ordinal);
    expect(agreement[2]?.[1]).toBe(sample.report.agreement.krippendorff.ordinal);
  });

  it("freezes and filters the header row of every sheet, gives columns widths and shares a percent format", async () => {
    const parts = textsOf(await written);
    const sheets = Object.entries(parts).filter(([path]) => path.startsWith("xl/worksheets/sheet"));
    expect(sheets.length).toBe(8);
    for (const [path, xml] of sheets) {
      const rows = xml.match(/<row /g)?.length;
      expect(xml, path).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(xml, path).toMatch(new RegExp(`</sheetData><autoFilter ref="A1:[A-Z]+${rows}"/><pageMargins`));
      expect(xml, path).toMatch(/<col [^>]*customWidth="1"/);
    }
    expect(parts["xl/styles.xml"]).toContain('formatCode="0%"');
    expect(parts["xl/styles.xml"]).toContain('formatCode="0.0%"');
  });

  it("fills levels from the scale of the pages", async () => {
    const styles = textsOf(await written)["xl/styles.xml"] ?? "";
    const used = new Set(sample.report.functions.flatMap(({ level }) => level ?? []));
    const steps = [0, 1, 3, 5, 8, 10];
    for (const level of used) {
      expect(styles.toLowerCase()).toContain(scaleHex("level", steps[level] ?? 1).slice(1));
    }
  });

  it("runs nothing that somebody wrote, not even where it is copied to", async () => {
    const evil = ["=1+1", "@SUM(A1)", "+1", "-1", "\t=1+1", "＝1+1", "'=1"];
    const [first, ...others] = sample.report.functions;
    if (!first) throw new Error("the sample has no function");
    const groups = first.groups.map((group) => ({ ...group, rationales: evil }));
    const functions = [{ ...first, name: "=cmd|' /C calc'!A0", groups, evidence: evil }, ...others];
    const bytes = await write({ ...sample.report, functions, company: { id: "c", name: "=HYPERLINK(1)" } });
    for (const [path, xml] of Object.entries(textsOf(bytes))) {
      if (path.startsWith("xl/worksheets/sheet")) expect(xml, path).not.toMatch(/<f[ >]|t="str"/);
    }
    const strings = textsOf(bytes)["xl/sharedStrings.xml"] ?? "";
    expect(strings).not.toMatch(/<t[^>]*>[=+\-@\t＝]/);
    const words = await sheet(bytes, "Reasons and evidence");
    expect(words.map((row) => row[3])).toContain("'=1+1");
  });

  it("survives characters that XML forbids", async () => {
    const company = { id: "c", name: "PT\u0000 A\u0008 & <B>\ud800" };
    const bytes = await write({ ...sample.report, company });
    expect((await sheet(bytes, "Summary"))[1]?.[1]).toBe("PT A & <B>");
  });

  it("names nobody of the panel, and nobody as its author", async () => {
    expect(sample.secrets.length).toBeGreaterThan(5);
    const parts = textsOf(await written);
    for (const [path, text] of Object.entries(parts)) {
      for (const { name, email } of sample.secrets) {
        expect(text.includes(name), `${name} in ${path}`).toBe(false);
        expect(text.includes(email), `${email} in ${path}`).toBe(false);
      }
    }
    expect(Object.keys(parts).filter((path) => path.startsWith("docProps"))).toEqual([]);
  });

  it("shows no spread and no group of fewer people than may be shown", async () => {
    const [first] = sample.report.functions;
    const n = first?.n ?? 0;
    const few = { ...sample.report, minimumGroup: n + 1 };
    const rows = await sheet(await write({ ...few, functions: few.functions.slice(0, 1) }), "Functions");
    const header = rows[0] ?? [];
    expect(rows[1]?.[header.indexOf("Level")]).toBe(first?.level);
    for (const title of ["On level 3", "On one level", "Mean (trend figure)"]) {
      expect(header).toContain(title);
      expect(rows[1]?.[header.indexOf(title)], title).toBeNull();
    }
  });

  it("is the same whenever it is made", async () => {
    const [one, two] = await Promise.all([written, write(sample.report)]);
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it.each([
    ["no result", withoutResults(sample.report)],
    ["one function", ofSize(sample.report, { functions: 1, levels: 2 })],
    ["fifty functions and ten levels", ofSize(sample.report, { functions: 50, levels: 10 })],
  ])("is made of a report with %s", async (_, report) => {
    const rows = await sheet(await write(report), "Functions");
    expect(rows).toHaveLength(report.functions.length + 1);
  });

  it("holds 450 rationales of 2,000 characters", async () => {
    const report = ofSize(sample.report, {
      functions: 9,
      levels: 5,
      rationales: 50,
      text: "kata ".repeat(400),
    });
    const rows = await sheet(await write(report), "Reasons and evidence");
    const long = rows.filter((row) => String(row[3]).length >= 1999);
    expect(long).toHaveLength(9 * 50);
  });
});
