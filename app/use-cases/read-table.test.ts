import { describe, expect, it } from "vitest";
import { aRawWorkbook, aWorkbook } from "../../tests/support/workbook";
import { readTable } from "./read-table";
import { MOST_COLUMNS, MOST_ROWS, TableRefusal } from "./table-refusal";

async function refusalOf(content: Uint8Array | string, sheet?: string | number): Promise<string> {
  try {
    await readTable(content, { sheet });
  } catch (error) {
    if (error instanceof TableRefusal) return error.reason;
    throw error;
  }
  return "read";
}

const cell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join("")}</row>`;

describe("a table", () => {
  const expected = {
    header: ["Nama", "Tingkat"],
    rows: [
      { line: 2, cells: ["Ratna, M.M.", "2"] },
      { line: 4, cells: ["Bayu", ""] },
    ],
  };

  it.each([
    ["CSV", 'Nama,Tingkat\n"Ratna, M.M.",2\n\nBayu,\n'],
    [
      "CSV with semicolons, as Excel in Indonesia writes it",
      "Nama;Tingkat\r\nRatna, M.M.;2\r\n;\r\nBayu;\r\n",
    ],
    ["cells copied from a spreadsheet", "Nama\tTingkat\nRatna, M.M.\t2\n\t\nBayu\t\n"],
    ["columns at the end with nothing in them", "Nama;Tingkat;;\nRatna, M.M.;2;;\n\nBayu;;;\n"],
  ])("is read from %s", async (_, text) => {
    expect(await readTable(text)).toEqual(expected);
    expect(await readTable(Buffer.from(text))).toEqual(expected);
  });

  it("is read from a workbook, each row with its number there", async () => {
    const file = await aWorkbook([["Nama", "Tingkat"], ["Ratna, M.M.", 2], [null], ["Bayu", null]]);
    expect(await readTable(file)).toEqual(expected);
  });

  it("is read from what Excel calls Unicode text", async () => {
    const file = Buffer.from("\uFEFFNama\tTingkat\r\nRatna, M.M.\t2\r\n\r\nBayu\t\r\n", "utf16le");
    expect(await readTable(file)).toEqual(expected);
  });

  it("keeps quotation marks inside copied cells", async () => {
    expect((await readTable('a\tb\nsebut "omni"\t"dua\nbaris"')).rows).toEqual([
      { line: 2, cells: ['sebut "omni"', "dua\nbaris"] },
    ]);
  });

  it("loses the apostrophe that keeps a formula from running", async () => {
    const [first] = (await readTable("a,b\n'=1+1,'tis\n")).rows;
    expect(first?.cells).toEqual(["=1+1", "'tis"]);
  });
});

describe("a workbook", () => {
  it("gives dates as days and numbers as they are", async () => {
    const file = await aWorkbook([["a"], [new Date("2025-06-30T00:00:00Z"), 3, 2.5, 0, true, 1234567]]);
    expect((await readTable(file)).rows[0]?.cells).toEqual([
      "2025-06-30",
      "3",
      "2.5",
      "0",
      "true",
      "1234567",
    ]);
  });

  it("gives its first sheet, or the one that is named or numbered", async () => {
    const file = await aWorkbook([["satu"], ["1"]], [["dua"], ["2"]]);
    const headers = [undefined, 2, "Lembar 2"].map(
      async (sheet) => (await readTable(file, { sheet })).header,
    );
    expect(await Promise.all(headers)).toEqual([["satu"], ["dua"], ["dua"]]);
    expect(await refusalOf(file, "Lembar 3")).toBe("no-sheet");
    expect(await refusalOf(file, 3)).toBe("no-sheet");
  });

  it("may have cells of which a formula made nothing", async () => {
    const failed = `<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`;
    const file = aRawWorkbook(row(1, cell("A1", "a"), cell("B1", "b")) + row(2, cell("A2", "x"), failed));
    expect((await readTable(file)).rows).toEqual([{ line: 2, cells: ["x", ""] }]);
  });

  it("is refused before it is unpacked when too much is packed in it", async () => {
    const zeros = new Uint8Array(70 * 1024 * 1024);
    const file = aRawWorkbook(row(1, cell("A1", "a")), { "xl/media.xml": zeros });
    expect(file.length).toBeLessThan(200_000);
    expect(await refusalOf(file)).toBe("unpacked-too-large");
  });

  it("is refused when it says of itself that less is packed in it than there is", async () => {
    const honest = aRawWorkbook(row(1, cell("A1", "a")), { "xl/x.xml": new Uint8Array(1_000_000) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(1_000_000);
    const lie = Buffer.from(honest);
    for (let at = lie.indexOf(size); at >= 0; at = lie.indexOf(size, at + 1)) lie.writeUInt32LE(10, at);
    expect(await refusalOf(honest)).toBe("read");
    expect(await refusalOf(lie)).toBe("unpacked-too-large");
  });

  it("is refused when it has more parts than any workbook", async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 5001 }, (_, index) => [`xl/${index}.bin`, new Uint8Array(1)]),
    );
    expect(await refusalOf(aRawWorkbook(row(1, cell("A1", "a")), parts))).toBe("broken");
  });

  it("has entities of its own making neither read nor multiplied", async () => {
    const own = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>`;
    const sheet = `<worksheet><sheetData>${row(1, cell("A1", "kop"))}${row(2, cell("A2", "&b;|&f;"))}</sheetData></worksheet>`;
    const file = aRawWorkbook("", { "xl/worksheets/sheet1.xml": Buffer.from(own + sheet) });
    expect(await readTable(file)).toEqual({ header: ["kop"], rows: [{ line: 2, cells: ["&b;|&f;"] }] });
  });

  it.each([
    ["a row far down", row(1_048_576, cell("A1048576", "x")), "too-many-rows"],
    ["a cell far down", row(1, cell("A9999999", "x")), "too-many-rows"],
    ["a cell far to the right", row(1, cell("XFD1", "x")), "too-many-columns"],
    ["a column there is none of", row(1, cell("ZZZZZZZZZ1", "x")), "broken"],
    ["an address in other words", row(1, cell("&#65;1", "x")), "broken"],
  ])("is refused for %s, which would fill the memory with empty cells", async (_, sheet, reason) => {
    expect(await refusalOf(aRawWorkbook(sheet))).toBe(reason);
  });
});

describe("what is no table", () => {
  it.each([
    ["nothing", "", "empty"],
    ["empty lines", " \n,,\n", "empty"],
    ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ", "latin1"), "unknown-kind"],
    ["a PDF in plain letters", "%PDF-1.7\n", "unknown-kind"],
    ["CSV in another encoding", Buffer.from("nama\nRené\n", "latin1"), "unknown-kind"],
    ["bytes", Buffer.from([0, 1, 2, 3]), "unknown-kind"],
    ["an encrypted or an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "old-excel"],
    ["the beginning of a workbook", Buffer.from("PK\u0003\u0004 and no more"), "broken"],
    ["open quotation marks", 'a,b\n"x,1\n', "quotes"],
    ["too many rows", `a\n${"1\n".repeat(MOST_ROWS + 1)}`, "too-many-rows"],
    ["too many columns", `a\n${",".repeat(MOST_COLUMNS)}1\n`, "too-many-columns"],
    ["too large a text", "a".repeat(4 * 1024 * 1024 + 1), "too-large"],
  ])("is refused: %s", async (_, content, reason) => {
    expect(await refusalOf(content)).toBe(reason);
  });

  it("is refused: an archive of something else", async () => {
    const workbook = await aWorkbook([["a"], ["1"]]);
    const other = Buffer.from(
      workbook.toString("latin1").replaceAll("workbook.xml", "worXbook.xml"),
      "latin1",
    );
    expect(await refusalOf(other)).toBe("broken");
  });
});
