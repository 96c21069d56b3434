import { extractText, getDocumentProxy } from "unpdf";
import type { Locale } from "~/i18n/locale";
import { readReadings } from "~/use-cases/read-method";
import type { Report } from "~/use-cases/read-report";
import { defaultBrand } from "../brand";
import type { Ink } from "./ink";
import { type PdfInput, pdfReport } from "./pdf-report";

/** PDFs for the tests: made, opened again by a reader of its own, and watched while they are drawn. */

export const AT = new Date("2026-07-03T02:00:00Z");

export function inputOf(report: Report, locale: Locale, given: Partial<PdfInput> = {}): PdfInput {
  const readings = readReadings(["ac2", "krippendorff", "interval"], locale);
  return { report, locale, readings, brand: defaultBrand, at: AT, ...given };
}

export async function madeOf(report: Report, locale: Locale, given: Partial<PdfInput> = {}) {
  const bytes = await pdfReport(inputOf(report, locale, given));
  return { bytes, ...(await opened(bytes)) };
}

/** What a reader of PDFs finds: the text of every page with its spaces made one, the pages, and what is said of it. */
async function opened(bytes: Buffer) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  const { info } = await pdf.getMetadata();
  return { pdf, info: info as Record<string, unknown>, pages: text.map((page) => page.replace(/\s+/g, " ")) };
}

/** Every object of a PDF that was written without compression, as text. */
export const plainText = (bytes: Buffer) => bytes.toString("latin1");

/** How a text stands in the objects of a PDF where it has letters beyond ASCII. */
export function asUtf16(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("latin1");
}

export type Mark = { page: number; left: number; top: number; right: number; bottom: number; what: string };

/** An ink that draws nothing and remembers how far every mark reaches, with half the width of its line. */
export function watchingInk(): { ink: Ink; marks: Mark[] } {
  const marks: Mark[] = [];
  let page = 0;
  const mark = (what: string, edges: [number, number, number, number], width = 0) => {
    const [left, top, right, bottom] = edges;
    const half = width / 2;
    marks.push({
      page,
      what,
      left: left - half,
      top: top - half,
      right: right + half,
      bottom: bottom + half,
    });
  };
  const line = ({ stroke, width = 1 }: { stroke?: string; width?: number }) => (stroke ? width : 0);
  const nothing = () => {};
  const ink: Ink = {
    page() {
      page++;
    },
    text({ text, span, width }, x, baseline) {
      mark(text, [x, baseline - span.size, x + width, baseline + span.size * 0.25]);
    },
    box: (x, y, width, height, _, paint) => mark("box", [x, y, x + width, y + height], line(paint)),
    circle: (x, y, r, paint) => mark("circle", [x - r, y - r, x + r, y + r], line(paint)),
    line: (x1, y1, x2, y2, paint) =>
      mark("line", [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)], line(paint)),
    path(data, x, y, scale, paint) {
      // Lines from point to point, as the figures have them; the mark and the legends' signs have other commands.
      if (!/^[ML\d .-]+Z?$/.test(data)) return;
      const numbers = (data.match(/-?\d+(\.\d+)?/g) ?? []).map((one) => Number(one) * scale);
      const xs = numbers.filter((_, index) => index % 2 === 0).map((one) => x + one);
      const ys = numbers.filter((_, index) => index % 2 === 1).map((one) => y + one);
      mark("path", [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], line(paint));
    },
    picture: (_, x, y, width, height) => mark("picture", [x, y, x + width, y + height]),
    artifact: (draw) => draw(),
    ...{ open: nothing, close: nothing, target: nothing, jump: nothing, bookmark: nothing },
  };
  return { ink, marks };
}
