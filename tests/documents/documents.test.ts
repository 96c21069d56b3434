import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readAssessments } from "~/use-cases/assessments";
import { createTestApp, type TestApp } from "../support/app";
import { aRubric, MAIN_RUBRIC } from "../support/factories";
import type { Person } from "../support/people";
import { temporaryFolder } from "../support/temporary-folder";
import { factsOfPdf, fontsOfPdf, printed, type Sheet, sheetsOfPdf, textOfPdf } from "./tools";

const LANGUAGES = ["id", "en"] as const;

let app: TestApp;
let reader: Person;
let assessmentId: string;
beforeAll(async () => {
  app = await createTestApp({ sample: true });
  reader = await app.signIn("consultant");
  assessmentId = readAssessments(app.context()).find(({ state }) => state === "published")?.id ?? "";
});

async function bytesOf(file: string): Promise<Uint8Array> {
  const request = new Request(app.url(`/assessments/${assessmentId}/${file}`), {
    headers: { Cookie: reader.jar.header() },
  });
  const response = await app.handle(request);
  expect(response.status, file).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** Names of the functions in a language. */
const functionNames = (locale: "id" | "en") =>
  aRubric(app, MAIN_RUBRIC).functions.map(({ name }) => name[locale]);

/** Text without line breaks, as columns and pages put them anywhere. */
const flat = (text: string) => text.replace(/\s+/g, " ");

/** How much ink lies within so many dots of the paper's edge. */
function inkAtTheEdge({ width, height, pixels }: Sheet, margin: number): number {
  let ink = 0;
  for (const [index, value] of pixels.entries()) {
    const [x, y] = [index % width, Math.floor(index / width)];
    const inside = x >= margin && x < width - margin && y >= margin && y < height - margin;
    if (!inside && value < 200) ink++;
  }
  return ink;
}

describe.each(LANGUAGES)("the report in %s", (locale) => {
  it("is a PDF that poppler reads, with every function, its fonts inside and nothing cut off", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "report.pdf");
    writeFileSync(file, await bytesOf(`report.pdf?lang=${locale}`));
    const facts = await factsOfPdf(file);
    expect(facts).toMatchObject({ Tagged: "yes", "Page size": expect.stringContaining("(A4)") });
    const text = flat(await textOfPdf(file));
    for (const name of functionNames(locale)) expect(text).toContain(name);
    const fonts = await fontsOfPdf(file);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    const sheets = await sheetsOfPdf(file, folder);
    expect(sheets).toHaveLength(Number(facts.Pages));
    // A figure that is cut off by the paper would reach its edge.
    expect(sheets.map((sheet) => inkAtTheEdge(sheet, 8))).toEqual(sheets.map(() => 0));
    for (const { pixels } of sheets) expect(pixels.some((value) => value < 128)).toBe(true);
  });

  it("is a deck that LibreOffice opens, a page for every slide", async () => {
    const folder = temporaryFolder();
    const pdf = await printed(await bytesOf(`report.pptx?lang=${locale}`), "report.pptx", folder);
    const text = flat(await textOfPdf(pdf));
    for (const name of functionNames(locale)) expect(text).toContain(name);
    const pages = join(folder, "pages");
    mkdirSync(pages);
    const sheets = await sheetsOfPdf(pdf, pages);
    expect(sheets.length).toBeGreaterThan(5);
    for (const { width, height } of sheets) expect(width / height).toBeCloseTo(16 / 9, 1);
    for (const { pixels } of sheets) expect(pixels.some((value) => value < 128)).toBe(true);
  });

  it("is a workbook that LibreOffice opens, with every function and no error in a cell", async () => {
    const folder = temporaryFolder();
    const pdf = await printed(await bytesOf(`report.xlsx?lang=${locale}`), "report.xlsx", folder);
    const text = flat(await textOfPdf(pdf));
    for (const name of functionNames(locale)) expect(text).toContain(name);
    expect(text).not.toMatch(/#(REF|NAME|VALUE|DIV\/0|N\/A)|Err:\d{3}/);
  });
});
