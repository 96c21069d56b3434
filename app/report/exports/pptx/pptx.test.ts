import { strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import { estimateWidth } from "~/report/figures/text-layout";
import type { Report } from "~/use-cases/read-report";
import { unpack } from "../archive";
import { type Brand, defaultBrand } from "../brand";
import { ofSize, sampleReport, withoutResults } from "../test-reports";
import { fitText } from "./fit-text";
import { writePptx } from "./write-pptx";

const sample = sampleReport("en");
const write = (report: Report, locale: Locale = "en", brand: Brand = defaultBrand) =>
  withLocale(locale, () => writePptx(report, sample.trend, brand));
/** Every part as text, the workbooks of the charts opened, too. */
function textsOf(bytes: Uint8Array, before = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unpack(bytes)).flatMap(([path, part]) =>
      path.endsWith(".xlsx")
        ? Object.entries(textsOf(part, `${path}/`))
        : [[`${before}${path}`, strFromU8(part)] as const],
    ),
  );
}
/** The sample's slides in English, written once. */
const written = write(sample.report);
const plain = (xml = "") => xml.replace(/<\/a:p>/g, "\n").replace(/<[^>]+>/g, "");
const slides = (parts: Record<string, string>) =>
  Object.keys(parts)
    .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .sort((a, b) => a.length - b.length || a.localeCompare(b))
    .map((path) => parts[path] ?? "");
const charts = (parts: Record<string, string>) =>
  Object.keys(parts)
    .filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
    .sort()
    .map((path) => parts[path] ?? "");
/** Series by name with the values that the chart shows. */
const seriesOf = (chart = "") =>
  Object.fromEntries(
    [...chart.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([xml]) => {
      const name = /<c:tx>.*?<c:v>([^<]*)/s.exec(xml)?.[1] ?? "";
      const values = /<c:val>.*<\/c:val>/s.exec(xml)?.[0] ?? "";
      return [name, [...values.matchAll(/<c:v>([^<]*)/g)].map((found) => Number(found[1]))];
    }),
  );

describe("the slides", () => {
  it("tell the finding in their titles, in both languages", async () => {
    const [id, en] = await Promise.all(
      locales.map(async (locale) =>
        slides(textsOf(await write(sampleReport(locale).report, locale))).map(plain),
      ),
    );
    expect(en?.[0]).toContain("PT Contoh Jasa Magang");
    expect(en?.[1]).toContain("Typical level 3, Cross-channel: 8 of 9 functions stand here or above");
    expect(id?.[1]).toContain(
      "Tingkat umum 3, Cross-channel: 8 dari 9 fungsi berada di sini atau lebih tinggi",
    );
    expect(en?.[2]).toContain("Behind, on level 2 Multi-channel: Data-driven approach");
    expect(en).toHaveLength(8);
  });

  it("have a radar with now, before and the targets as their own series", async () => {
    const [radar] = charts(textsOf(await written));
    const { functions } = sample.report;
    expect(radar).toContain("<c:radarChart>");
    expect(seriesOf(radar)).toEqual({
      "Before, 30 June 2025": functions.map(({ previous }) => previous),
      "30 June 2026": functions.map(({ level }) => level),
      Target: functions.map(({ target }) => target),
    });
  });

  it("have the distributions as stacked bars, and their workbook says the same", async () => {
    const parts = textsOf(await written);
    const bars = charts(parts)[1] ?? "";
    const { functions, levels } = sample.report;
    expect(bars).toContain('<c:grouping val="stacked"/>');
    const expected = levels.map(({ number, name }) => [
      `${number} ${name}`,
      functions.map(({ spread }) => spread?.distribution[number - 1] ?? 0),
    ]);
    expect(seriesOf(bars)).toEqual(Object.fromEntries(expected));
    const workbook = parts["ppt/embeddings/Microsoft_Excel_Worksheet2.xlsx/xl/worksheets/sheet1.xml"];
    const kept = [...(workbook ?? "").matchAll(/<c r="[B-Z]\d+"><v>(\d+)<\/v>/g)].map((cell) =>
      Number(cell[1]),
    );
    // A cell of nobody is left empty.
    expect(kept).toEqual(functions.flatMap(({ spread }) => spread?.distribution.filter(Boolean) ?? []));
  });

  it("have the trend as a line", async () => {
    const trend = charts(textsOf(await written))[2] ?? "";
    expect(trend).toContain("<c:lineChart>");
    expect(seriesOf(trend)["Typical level"]).toEqual(sample.trend?.points.map(({ typical }) => typical));
  });

  it("leave out a trend that is not there", async () => {
    const parts = textsOf(await withLocale("en", () => writePptx(sample.report, null, defaultBrand)));
    expect(charts(parts)).toHaveLength(2);
  });

  it("have the numbers in the notes, one line each, and a text in place of every chart", async () => {
    const parts = textsOf(await written);
    const notes = plain(parts["ppt/notesSlides/notesSlide2.xml"]);
    for (const { name, level, n } of sample.report.functions) {
      expect(notes).toMatch(new RegExp(`^${name}: ${level} [^\\n]*; n = ${n}; `, "m"));
    }
    for (const chart of ["Radar chart.", "Stacked bar chart:", "Line chart"]) {
      expect(slides(parts).join("")).toContain(`descr="${chart}`);
    }
  });

  it("show every function with its level in a table", async () => {
    const table = slides(textsOf(await written)).find((xml) => xml.includes("<a:tbl>"));
    for (const { name } of sample.report.functions) expect(plain(table)).toContain(name);
  });

  it("carry the brand: name, colour and logo", async () => {
    const logo = {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20"/></svg>',
    };
    const brand = { name: "Konsultan <Maju> & Rekan", accent: "#7a1f3d", logo };
    const parts = textsOf(await write(sample.report, "en", brand));
    expect(parts["docProps/core.xml"]).toContain(
      "<dc:creator>Konsultan &lt;Maju&gt; &amp; Rekan</dc:creator>",
    );
    expect(parts["docProps/app.xml"]).toContain("<Company>Konsultan &lt;Maju&gt; &amp; Rekan</Company>");
    expect(Object.values(parts).join("")).toContain('val="7A1F3D"');
    expect(Object.keys(parts).some((path) => /^ppt\/media\/.*\.png$/.test(path))).toBe(true);
  });

  it("are well-formed whatever a company is called", async () => {
    const company = { id: "c", name: "PT \u0000A & <B> \"C\" 'D'" };
    const parts = textsOf(await write({ ...sample.report, company }));
    for (const [path, xml] of Object.entries(parts)) {
      if (!/\.(xml|rels)$/.test(path)) continue;
      expect(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml), path).toBe(false);
      expect(xml.includes("\u0000"), path).toBe(false);
    }
    expect(plain(slides(parts)[0])).toContain("PT A &amp; &lt;B&gt;");
  });

  it("name nobody of the panel in any part, and no program or moment", async () => {
    const parts = textsOf(await written);
    for (const [path, text] of Object.entries(parts)) {
      for (const { name, email } of sample.secrets) {
        expect(text.includes(name), `${name} in ${path}`).toBe(false);
        expect(text.includes(email), `${email} in ${path}`).toBe(false);
      }
      expect(text.includes("PptxGenJS"), path).toBe(false);
    }
    expect(Object.keys(parts).filter((path) => path.includes(".xlsx/")).length).toBeGreaterThan(3);
    const asOf = sample.report.assessment.asOf;
    expect(parts["docProps/core.xml"]).toContain(`${asOf}T00:00:00Z</dcterms:created>`);
  });

  it("are the same whenever they are made", async () => {
    const [one, two] = [await written, await write(sample.report)];
    const differing = Object.entries(textsOf(one)).filter(([path, text]) => textsOf(two)[path] !== text);
    expect(differing.map(([path]) => path)).toEqual([]);
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it("say on every slide when they are not published", async () => {
    const live = textsOf(await written);
    expect(plain(live["ppt/slides/slide1.xml"])).toContain("Not published");
    const layouts = Object.entries(live).filter(([path]) => path.startsWith("ppt/slideLayouts/slideLayout"));
    expect(layouts.some(([, xml]) => plain(xml).includes("Not published"))).toBe(true);
    const edition = { kind: "publication" as const, number: 2, at: new Date("2026-07-21T03:00:00Z") };
    const published = textsOf(await write({ ...sample.report, edition }));
    expect(plain(Object.values(published).join(""))).not.toContain("Not published");
    expect(plain(published["ppt/slides/slide1.xml"])).toContain("Publication 2, 21 July 2026");
  });

  it.each([
    ["no result", withoutResults(sample.report)],
    ["one function", ofSize(sample.report, { functions: 1, levels: 2 })],
    ["fifty functions and ten levels", ofSize(sample.report, { functions: 50, levels: 10 })],
  ])("are made of a report with %s", async (_, report) => {
    const made = textsOf(await write(report));
    expect(slides(made).length).toBeGreaterThanOrEqual(5);
    expect(charts(made).join("")).not.toMatch(/<c:v><\/c:v>|NaN|undefined/);
  });
});

describe("a text in a box", () => {
  it("is as large as fits, and cut where nothing fits", () => {
    const box = { w: 3, h: 0.6 };
    expect(fitText("Anggaran", box, { most: 20, least: 8 })).toEqual({ text: "Anggaran", fontSize: 20 });
    const long = fitText("Proses bisnis dan tata kelola lintas saluran", box, { most: 20, least: 8 });
    expect(long.fontSize).toBeLessThan(20);
    const cut = fitText("kata ".repeat(400), box, { most: 20, least: 8 });
    expect(cut.text).toMatch(/…$/);
    expect(estimateWidth(cut.text, 8)).toBeLessThanOrEqual(
      box.w * 72 * Math.floor((box.h * 72) / (8 * 1.22)),
    );
  });
});
