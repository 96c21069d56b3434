import { strFromU8 } from "fflate";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { withLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages";
import { readReadings } from "~/use-cases/read-method";
import type { Report } from "~/use-cases/read-report";
import { unpack } from "./archive";
import { defaultBrand } from "./brand";
import { madeOf } from "./pdf/test-pdf";
import { writePptx } from "./pptx/write-pptx";
import { sampleReport } from "./test-reports";
import { writeXlsx } from "./xlsx/write-xlsx";

const sample = sampleReport("en");
const [first] = sample.report.functions;
const options = { locale: "en" } as const;

/** The sample with words of a consultant. */
function withTexts(summary: string, comment: string): Report {
  return { ...sample.report, texts: { summary, comments: { [first?.key ?? ""]: comment } } };
}

const report = withTexts(
  "The company **moves** ahead.\n\n- one\n  - inner\n- [plan](https://example.com/plan)\n\n![map](https://example.com/m.png) <b>raw</b>",
  "=SUM(A1) is *no* formula",
);
const slidesOf = async (given: Report) => {
  const bytes = await withLocale("en", () => writePptx(given, sample.trend, defaultBrand));
  return Object.entries(unpack(bytes))
    .filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .map(([, part]) => strFromU8(part));
};
const workbookOf = (given: Report) =>
  withLocale("en", () => writeXlsx(given, readReadings(["ac2", "krippendorff", "interval"], "en")));

describe("the consultant's words", () => {
  it("stand in the PDF as text, links with their address, in their chapter and function", async () => {
    const { pages } = await madeOf(report, "en");
    const text = pages.join(" ");
    expect(text).toContain(m.texts_words_summary({}, options));
    expect(text).toContain("The company moves ahead.");
    expect(text).toContain("plan (https://example.com/plan)");
    expect(text).toContain("map <b>raw</b>");
    expect(text).toContain("=SUM(A1) is no formula");
    expect(text).not.toContain("**");
  });

  it("stand on slides of their own, bold where they are bold", async () => {
    const slides = await slidesOf(report);
    const own = slides.filter((xml) => xml.includes("The company "));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(/<a:rPr[^>]* b="1"[^>]*>(?:(?!<\/a:r>).)*<a:t>moves<\/a:t>/s);
    expect(own[0]).toContain("&lt;b&gt;raw&lt;/b&gt;");
    expect(slides.some((xml) => xml.includes("=SUM(A1) is "))).toBe(true);
  });

  it("stand in the workbook as text that is no formula", async () => {
    const rows = await readSheet(Buffer.from(await workbookOf(report)), m.texts_sheet({}, options));
    expect(rows.map(([about]) => about)).toEqual([
      m.texts_column_what({}, options),
      m.texts_words_summary({}, options),
      first?.name,
    ]);
    expect(String(rows[1]?.[1])).toContain("• one\n  • inner");
    expect(String(rows[2]?.[1])).toBe("'=SUM(A1) is no formula");
  });

  it("are nowhere where none are written", async () => {
    const { pages } = await madeOf(sample.report, "en");
    expect(pages.join(" ")).not.toContain(m.texts_words_summary({}, options));
    const titles = (await slidesOf(sample.report)).filter((xml) =>
      xml.includes(m.texts_words_summary({}, options)),
    );
    expect(titles).toEqual([]);
  });

  it("go on over pages and slides where they are long, and none is lost", async () => {
    const words = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${name}${index}`).join(" ");
    const long = withTexts(`${words("alpha", 420)}\n\n${words("beta", 120)}`, words("gamma", 240));
    const { pages } = await madeOf(long, "en");
    const slides = (await slidesOf(long)).join(" ");
    for (const word of ["alpha0", "alpha419", "beta119", "gamma239"]) {
      expect(pages.join(" ")).toMatch(new RegExp(`\\b${word}\\b`));
      expect(slides).toMatch(new RegExp(`\\b${word}\\b`));
    }
  });
});
