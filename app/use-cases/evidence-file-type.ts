import { readZip } from "./evidence-zip";

/** The largest file taken, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;
/** The most characters a file's name may have. */
const LONGEST_NAME = 150;

/** A file as it was sent: what it is called there, and what is in it. */
export type SentFile = { name: string; bytes: Uint8Array };

/** Why a file is not taken. content: it is not what its ending says. text: it is no UTF-8 text. */
export type FileFault = "empty" | "too-large" | "name" | "ending" | "content" | "text";

export type CheckedFile = { ok: true; mediaType: string } | { ok: false; fault: FileFault };

type Kind = { mediaType: string; check: (bytes: Buffer) => FileFault | null };

const OFFICE = "application/vnd.openxmlformats-officedocument";
const IMAGE_JPEG: Kind = { mediaType: "image/jpeg", check: (bytes) => agrees(isJpeg(bytes)) };

/** By the ending of the name, in small letters. */
const KINDS: Record<string, Kind> = {
  pdf: { mediaType: "application/pdf", check: (bytes) => agrees(isPdf(bytes)) },
  png: { mediaType: "image/png", check: (bytes) => agrees(isPng(bytes)) },
  jpg: IMAGE_JPEG,
  jpeg: IMAGE_JPEG,
  docx: office("wordprocessingml.document", "word/document.xml"),
  xlsx: office("spreadsheetml.sheet", "xl/workbook.xml"),
  csv: { mediaType: "text/csv; charset=utf-8", check: textFault },
  txt: { mediaType: "text/plain; charset=utf-8", check: textFault },
};

/** The endings that are taken, each with a dot before it. */
export const ENDINGS = Object.keys(KINDS).map((ending) => `.${ending}`);

/** Control characters, what separates folders, and marks that turn the direction of the text around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are looked for
const ODD_NAME = /[\u0000-\u001f\u007f-\u009f/\\:\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** Holds a file against the kind that its ending names. Says which of the accepted kinds it is, or why it is none. */
export function checkFile({ name, bytes }: SentFile): CheckedFile {
  const fault = (reason: FileFault): CheckedFile => ({ ok: false, fault: reason });
  if (bytes.byteLength === 0) return fault("empty");
  if (bytes.byteLength > LARGEST_FILE) return fault("too-large");
  if (ODD_NAME.test(name) || name.length > LONGEST_NAME || /\p{Surrogate}/u.test(name)) return fault("name");
  const ending = /[^.]\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const kind = Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined;
  if (!kind) return fault("ending");
  const wrong = kind.check(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return wrong ? fault(wrong) : { ok: true, mediaType: kind.mediaType };
}

function agrees(does: boolean): FileFault | null {
  return does ? null : "content";
}

/** The header at the very start, the end mark at the end, and no archive behind it. */
function isPdf(bytes: Buffer): boolean {
  return (
    /^%PDF-[12]\.\d/.test(bytes.toString("latin1", 0, 8)) &&
    bytes.subarray(-1024).includes("%%EOF") &&
    readZip(bytes) === null
  );
}

const PNG_START = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const PNG_END = Buffer.from("0000000049454e44ae426082", "hex");

/** From the signature to the end chunk, with nothing behind it. */
function isPng(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, PNG_START.length).equals(PNG_START) && bytes.subarray(-PNG_END.length).equals(PNG_END)
  );
}

/** Cameras and telephones write something behind the picture, so its end is not looked for; an archive is refused. */
function isJpeg(bytes: Buffer): boolean {
  const [first, second, third, marker = 0] = bytes;
  return first === 0xff && second === 0xd8 && third === 0xff && marker >= 0xc0 && readZip(bytes) === null;
}

/** The most that the parts of a document may come to when somebody unpacks it. */
const LARGEST_UNPACKED = 500 * 1024 * 1024;

function office(type: string, part: string): Kind {
  return { mediaType: `${OFFICE}.${type}`, check: (bytes) => agrees(isOffice(bytes, part)) };
}

/** A zip from its first byte to its last that holds the part, no macros, and no more than could be opened. Nothing is unpacked. */
function isOffice(bytes: Buffer, part: string): boolean {
  const zip = readZip(bytes);
  if (!zip?.fromStart) return false;
  const names = zip.entries.map(({ name }) => name);
  const unpacked = zip.entries.reduce((sum, { size }) => sum + size, 0);
  return (
    names.includes("[Content_Types].xml") &&
    names.includes(part) &&
    !names.some((name) => name.endsWith("vbaProject.bin") || name.startsWith("/") || name.includes("..")) &&
    zip.entries.every(({ encrypted }) => !encrypted) &&
    unpacked <= LARGEST_UNPACKED
  );
}

/** What begins like this is something else, whatever it is called. */
const NO_TEXT = /^\s*(<(!doctype|html|head|body|script|svg|\?xml|iframe)\b|%PDF-|\{\\rtf|#!)/i;

function textFault(bytes: Buffer): FileFault | null {
  if (bytes.includes(0)) return "text";
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return agrees(!NO_TEXT.test(text.slice(0, 1000)));
  } catch {
    return "text";
  }
}
