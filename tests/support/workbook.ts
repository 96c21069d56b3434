import { strToU8, type Zippable, zipSync } from "fflate";
import writeXlsxFile from "write-excel-file/node";

type Value = string | number | boolean | Date | null;

/** An Excel workbook with these sheets, as Excel would save it. */
export async function aWorkbook(...sheets: Value[][][]): Promise<Buffer> {
  const data = sheets.map((rows, index) => ({
    sheet: `Lembar ${index + 1}`,
    data: rows.map((row) => row.map(toCell)),
  }));
  return writeXlsxFile(data).toBuffer();
}

function toCell(value: Value) {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: "dd/mm/yyyy" };
  return { value };
}

/** A workbook with one sheet of this XML, and whatever else is to be in the archive. */
export function aRawWorkbook(sheetData: string, more: Zippable = {}): Buffer {
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
  return Buffer.from(
    zipSync({
      "xl/_rels/workbook.xml.rels": xml(
        `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      "xl/workbook.xml": xml(
        `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      "xl/worksheets/sheet1.xml": xml(
        `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
      ),
      ...more,
    }),
  );
}
