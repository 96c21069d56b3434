import PDFDocument from "pdfkit";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { PAGE } from "./look";
import type { PdfInput } from "./pdf-report";

const TAGS = { id: "id-ID", en: "en-GB" } as const;

/** An empty document with what there is to know of it, and its bytes once it is ended. */
export function openDocument({ report, locale, brand, at, compress = true }: PdfInput): {
  doc: PDFKit.PDFDocument;
  bytes: Promise<Buffer>;
} {
  const { company, assessment, edition } = report;
  const made = edition.kind === "publication" ? edition.at : at;
  const title = m.report_page_title({ company: company.name, asOf: formatDate(assessment.asOf) });
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: TAGS[locale],
    displayTitle: true,
    compress,
    // A report full of different words would keep every one of them until it is finished.
    fontLayoutCache: false,
    // Nothing is drawn in the font that pdfkit would otherwise open.
    font: "",
    info: {
      ...{ Title: title, Author: brand.name, Subject: assessment.title },
      ...{ Creator: "Selaras", Producer: "Selaras", CreationDate: made, ModDate: made },
    },
  });
  const chunks: Buffer[] = [];
  const bytes = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  return { doc, bytes };
}
