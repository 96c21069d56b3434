import { crc32 } from "node:zlib";
import type { SentFile } from "~/use-cases/evidence-file-type";

/** Small files of every kind that is taken as evidence, and of every kind that is not. */

const text = (content: string) => new Uint8Array(Buffer.from(content, "utf8"));
const bytes = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part))),
  );

export type ZipPart = { name: string; content?: string; flags?: number; claims?: number };

/** A zip archive with its parts stored as they are; `claims` is what a part says it unpacks to. */
export function zip(parts: ZipPart[], remark = ""): Uint8Array {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, content = "", flags = 0, claims } of parts) {
    const data = Buffer.from(content);
    const size = claims ?? data.length;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt32LE(crc32(data) as number, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from("504b01021400", "hex"), common, rest, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("504b0506", 0, "hex");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(remark.length, 20);
  return bytes(...locals, directory, end, remark);
}

const TYPES = { name: "[Content_Types].xml", content: "<Types/>" };
const docx = (...more: ZipPart[]) =>
  zip([TYPES, { name: "word/document.xml", content: "<w:document/>" }, ...more]);
const PDF = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const JPEG = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");

/** One file of each kind that is taken. */
export const GOOD_FILES: SentFile[] = [
  { name: "Pedoman merek.pdf", bytes: bytes(PDF) },
  { name: "layar.png", bytes: bytes(PNG) },
  { name: "toko.jpg", bytes: bytes(JPEG) },
  { name: "TOKO.JPEG", bytes: bytes(JPEG, "what a telephone writes behind a picture") },
  { name: "notulen rapat.docx", bytes: docx() },
  { name: "anggaran.xlsx", bytes: zip([TYPES, { name: "xl/workbook.xml" }]) },
  { name: "kunjungan.csv", bytes: text("\ufeffbulan;jumlah\nJuni;2.340\n") },
  { name: "catatan.txt", bytes: text("Pelanggan menunggu di dua saluran – €5") },
];

type Refused = "ending" | "content" | "text" | "empty" | "name";

/** Files that are not taken, and why. */
export const BAD_FILES: [why: string, fault: Refused, file: SentFile][] = [
  ["a program", "ending", { name: "pasang.exe", bytes: text("MZ") }],
  ["a page", "ending", { name: "halaman.html", bytes: text("<p>") }],
  ["a picture with scripts", "ending", { name: "logo.svg", bytes: text("<svg/>") }],
  ["a document with macros", "ending", { name: "anggaran.xlsm", bytes: docx() }],
  ["a second ending", "ending", { name: "laporan.pdf.exe", bytes: bytes(PDF) }],
  ["no ending", "ending", { name: "laporan", bytes: bytes(PDF) }],
  ["nothing but an ending", "ending", { name: ".pdf", bytes: bytes(PDF) }],
  ["an ending with something behind it", "ending", { name: "laporan.pdf ", bytes: bytes(PDF) }],
  ["a name every object has", "ending", { name: "x.constructor", bytes: text("x") }],
  ["a page called PDF", "content", { name: "laporan.pdf", bytes: text("<html></html>") }],
  ["a PDF with something before it", "content", { name: "laporan.pdf", bytes: bytes("GIF89a", PDF) }],
  ["a PDF cut off", "content", { name: "laporan.pdf", bytes: bytes(PDF.slice(0, 30)) }],
  [
    "a PDF that is an archive, too",
    "content",
    { name: "laporan.pdf", bytes: bytes(PDF, zip([TYPES], "%%EOF")) },
  ],
  ["a picture called document", "content", { name: "notulen.docx", bytes: bytes(PNG) }],
  ["a JPEG called PNG", "content", { name: "layar.png", bytes: bytes(JPEG) }],
  ["a PNG with something behind it", "content", { name: "layar.png", bytes: bytes(PNG, "<script>") }],
  ["a PNG cut off", "content", { name: "layar.png", bytes: bytes(PNG.subarray(0, 40)) }],
  ["a JPEG that is an archive, too", "content", { name: "toko.jpg", bytes: bytes(JPEG, zip([TYPES])) }],
  ["an archive without the parts", "content", { name: "notulen.docx", bytes: zip([{ name: "x.txt" }]) }],
  ["a document called spreadsheet", "content", { name: "anggaran.xlsx", bytes: docx() }],
  ["a document with something before it", "content", { name: "notulen.docx", bytes: bytes(PDF, docx()) }],
  ["a document with something behind it", "content", { name: "notulen.docx", bytes: bytes(docx(), "more") }],
  ["a document without its list", "content", { name: "notulen.docx", bytes: docx().slice(0, -60) }],
  ["macros in a document", "content", { name: "notulen.docx", bytes: docx({ name: "word/vbaProject.bin" }) }],
  ["a locked document", "content", { name: "notulen.docx", bytes: docx({ name: "x", flags: 1 }) }],
  ["a part that climbs out", "content", { name: "notulen.docx", bytes: docx({ name: "../../x" }) }],
  [
    "a document that would fill a disk",
    "content",
    {
      name: "notulen.docx",
      bytes: docx(...[1, 2, 3].map((n) => ({ name: `x${n}`, claims: 200 * 1024 ** 2 }))),
    },
  ],
  ["a page called text", "content", { name: "catatan.txt", bytes: text("\n <!DOCTYPE html><p>") }],
  ["a PDF called text", "content", { name: "catatan.txt", bytes: bytes(PDF) }],
  ["bytes called text", "text", { name: "catatan.txt", bytes: bytes("a\0b") }],
  ["another encoding", "text", { name: "kunjungan.csv", bytes: bytes("caf\xe9;1") }],
  ["UTF-16", "text", { name: "kunjungan.csv", bytes: new Uint8Array(Buffer.from("\ufeffa;1", "utf16le")) }],
  ["nothing", "empty", { name: "laporan.pdf", bytes: new Uint8Array() }],
  ["a way out of the folder", "name", { name: "../../laporan.pdf", bytes: bytes(PDF) }],
  ["a folder of Windows", "name", { name: "C:\\laporan.pdf", bytes: bytes(PDF) }],
  ["a line break in the name", "name", { name: "lap\r\noran.pdf", bytes: bytes(PDF) }],
  ["a NUL in the name", "name", { name: "laporan.exe\0.pdf", bytes: bytes(PDF) }],
  ["a name read backwards", "name", { name: "laporan\u202efdp.pdf", bytes: bytes(PDF) }],
  ["half a character in the name", "name", { name: "laporan\ud800.pdf", bytes: bytes(PDF) }],
  ["a very long name", "name", { name: `${"a".repeat(200)}.pdf`, bytes: bytes(PDF) }],
];

/** A text file of so many bytes. */
export const textOfSize = (size: number, name = "besar.txt"): SentFile => ({
  name,
  bytes: new Uint8Array(size).fill(97),
});
