import type { Locale } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import type { Report } from "~/use-cases/read-report";
import type { Brand } from "../brand";
import { forOthers } from "../for-others";
import { openDocument } from "./document";
import { drawReport } from "./draw-report";
import { blindInk, type Ink } from "./ink";
import { pdfInk } from "./pdf-ink";
import type { Readings } from "./sections/agreement";
import { edges } from "./sections/edges";
import { type Plan, Sheet } from "./sheet";

export type PdfInput = {
  /** In the language of `locale`. */
  report: Report;
  /** The method's sentences, in the same language. */
  readings: Readings;
  locale: Locale;
  brand: Brand;
  /** When it is made; a published report bears the moment of its publication instead. */
  at: Date;
  /** False writes the pages as plain text, for looking into them. */
  compress?: boolean;
};

/**
 * The report as a PDF: A4, tagged, with its typeface inside. The same input gives the same bytes. Others have their
 * turn while it is drawn.
 */
export function pdfReport(input: PdfInput): Promise<Buffer> {
  const report = forOthers(input.report);
  const given = { ...input, report };
  return withLocale(input.locale, async () => {
    const plan = await planReport(given);
    const { doc, bytes } = openDocument(given);
    await layOut(given, pdfInk(doc), plan);
    doc.end();
    return bytes;
  });
}

/** Lays the report out without drawing it: how many pages there are, and what stands where. */
async function planReport(input: PdfInput): Promise<Plan> {
  const { page, places, boxes } = await layOut(input, blindInk(), null);
  return { pages: page, places, boxes };
}

/** Lays the report out with any ink. */
export async function layOut(input: PdfInput, ink: Ink, plan: Plan | null): Promise<Sheet> {
  const sheet = new Sheet(ink, input.brand, plan, edges(input.report));
  await drawReport(sheet, input);
  return sheet;
}
