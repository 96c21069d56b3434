import writeWorkbook from "write-excel-file/node";
import type { Report } from "~/use-cases/read-report";
import { changeText, pack, unpack } from "../archive";
import { type Brand, defaultBrand } from "../brand";
import { forOthers } from "../for-others";
import { headerRow, type SheetSpec, withHeight } from "./cells";
import { functionsSheet, groupsSheet, indicatorsSheet, wordsSheet } from "./function-sheets";
import { agreementSheet, changeSheet, methodSheet, type SheetReadings, summarySheet } from "./report-sheets";
import { textsSheet } from "./texts-sheet";

export type { SheetReadings };

/**
 * A report as an Excel workbook in the current language: typed cells, the header row of every sheet frozen and with
 * filters. Names nobody but, below the printed pages, the brand; carries no author, program or moment; the same report gives the same bytes.
 */
export async function writeXlsx(
  report: Report,
  readings: SheetReadings,
  brand: Pick<Brand, "name" | "accent"> = defaultBrand,
): Promise<Uint8Array> {
  const sheets = sheetsOf(forOthers(report), readings);
  const written = await writeWorkbook(
    sheets.map(({ name, widths, header, rows, frozenColumns }) => ({
      sheet: name,
      data: [headerRow(header, brand.accent), ...rows].map((row) => withHeight(row, widths)),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      ...(frozenColumns > 0 ? { stickyColumnsCount: frozenColumns } : {}),
      showGridLines: false,
    })),
    { fontFamily: "Calibri", fontSize: 11 },
  ).toBuffer();
  return pack(withFiltersAndPages(unpack(written), sheets, brand.name));
}

function sheetsOf(report: Report, readings: SheetReadings): SheetSpec[] {
  return [
    summarySheet(report),
    textsSheet(report),
    functionsSheet(report),
    groupsSheet(report),
    wordsSheet(report),
    indicatorsSheet(report),
    agreementSheet(report, readings),
    changeSheet(report),
    methodSheet(report),
  ].filter((sheet) => sheet !== null);
}

/** What the library cannot say: filters on the header row, and a landscape page as wide as the sheet. */
function withFiltersAndPages(
  parts: Record<string, Uint8Array>,
  sheets: readonly SheetSpec[],
  brandName: string,
) {
  const changed = sheets.map(({ header, rows }, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const part = parts[path];
    if (!part) throw new Error(`the workbook has no ${path}`);
    const range = `A1:${columnName(header.length)}${rows.length + 1}`;
    const change = (xml: string) =>
      xml
        .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
        .replace("</sheetData>", `</sheetData><autoFilter ref="${range}"/>${PAGE}${footer(brandName)}`);
    return [path, changeText(part, change)];
  });
  return { ...parts, ...Object.fromEntries(changed) };
}

/** A4 (9), as many pages down as it takes; margins in inches. */
const PAGE =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** Printed below every page: whose report it is, and which page of how many. "&" begins a command, "&&" is one. */
function footer(name: string): string {
  // At most 255 characters in all (ECMA-376, 18.3.1.46); the commands take a few.
  const said = [...name].slice(0, 100).join("").replace(/&/g, "&&");
  const xml = said.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return `<headerFooter><oddFooter>&amp;L${xml}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;
}

/** A, B, … Z, AA: the name of a column counted from 1. */
function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return number > 26 ? columnName((number - 1 - rest) / 26) + letter : letter;
}
