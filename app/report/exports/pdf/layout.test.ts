import { describe, expect, it, vi } from "vitest";
import { withLocale } from "~/i18n/locale.server";
import type { Report } from "~/use-cases/read-report";
import { ofSize, sampleReport, withoutResults } from "../test-reports";
import { PAGE } from "./look";
import { layOut, pdfReport } from "./pdf-report";
import { inputOf, type Mark, madeOf, watchingInk } from "./test-pdf";

vi.setConfig({ testTimeout: 60_000 });

const { report } = sampleReport("id");
const LONG = "Penyelarasan-lintas-saluran dan keberlanjutan pengelolaan hubungan pelanggan terpadu ";

/** Every mark of a report, page by page. */
async function marksOf(given: Report): Promise<Mark[]> {
  const { ink, marks } = watchingInk();
  await withLocale("id", () => layOut(inputOf(given, "id"), ink, null));
  return marks;
}

function named(given: Report, name: string): Report {
  return {
    ...given,
    functions: given.functions.map((fn) => ({ ...fn, name: name + fn.number })),
    company: { ...given.company, name: name.repeat(2) },
    assessment: { ...given.assessment, title: name.repeat(2) },
  };
}

const CASES: [string, Report][] = [
  ["the sample", report],
  ["a report without any result", { ...withoutResults(report), panel: { ...report.panel, judged: 1 } }],
  ["two functions and two levels", ofSize(report, { functions: 2, levels: 2 })],
  ["thirty functions and ten levels", ofSize(report, { functions: 30, levels: 10 })],
  ["names that fill lines", named(ofSize(report, { functions: 12, levels: 7 }), LONG)],
  ["a single endless name", named(ofSize(report, { functions: 4, levels: 5 }), "a".repeat(200))],
];

describe.each(CASES)("%s", (_, given) => {
  it("stays inside the margins of its pages", async () => {
    const marks = await marksOf(given);
    const outside = marks.filter(
      ({ left, top, right, bottom }) =>
        left < PAGE.left - 3 || right > PAGE.width - PAGE.right + 3 || top < 30 || bottom > PAGE.height - 30,
    );
    expect(marks.length).toBeGreaterThan(100);
    expect(outside).toEqual([]);
  });

  it("leaves the foot of the page to the page number", async () => {
    const marks = (await marksOf(given)).filter(({ what }) => what !== "line");
    const low = marks.filter(({ bottom }) => bottom > PAGE.height - PAGE.bottom + 3);
    const pages = Math.max(...marks.map(({ page }) => page));
    // The edition and the number; a space stands alone where a text has one between two of its parts.
    expect(low.every(({ top }) => top > PAGE.height - 60)).toBe(true);
    expect(new Set(low.map(({ page }) => page)).size).toBe(pages);
  });
});

describe("a report with very much in it", () => {
  const rationale = "Pelanggan kami berpindah saluran tanpa mengulang ceritanya. ".repeat(33);
  const big = ofSize(report, { functions: 9, levels: 5, rationales: 12, text: `${rationale} Selesai.` });

  it("breaks its texts over pages and loses none", async () => {
    const { pages } = await madeOf(big, "id");
    const all = pages.join(" ");
    expect(all.match(/Selesai\./g)).toHaveLength(9 * 12);
    expect(pages.length).toBeGreaterThan(60);
  });

  it("lets others have their turn while it is drawn", async () => {
    let turns = 0;
    let drawing = true;
    const count = () => {
      turns++;
      if (drawing) setImmediate(count);
    };
    setImmediate(count);
    await pdfReport(inputOf(big, "id"));
    drawing = false;
    expect(turns).toBeGreaterThan(40);
  });
});

it("says that nothing was judged where nothing was", async () => {
  const { pages } = await madeOf(withoutResults(report), "id");
  expect(pages).toHaveLength(1);
});
