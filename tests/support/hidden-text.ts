import { inflateRawSync, inflateSync } from "node:zlib";
import { extractText, getDocumentProxy } from "unpdf";
import { unpack } from "~/report/exports/archive";

/**
 * Everything that somebody who takes a file apart could read in it: the file itself, the members of archives and the
 * archives in them, inflated streams of PDFs with the text that their fonts stand for, compressed texts of pictures,
 * and what is written in base64.
 */
export async function layersOf(bytes: Uint8Array): Promise<Buffer[]> {
  const buffer = Buffer.from(bytes);
  const layers: Buffer[] = [buffer];
  const inner: Uint8Array[] = encodedParts(buffer);
  if (buffer.subarray(0, 2).toString("latin1") === "PK") {
    for (const [path, part] of Object.entries(unpack(bytes))) inner.push(Buffer.from(path), part);
  }
  if (buffer.subarray(0, 5).toString("latin1") === "%PDF-") {
    layers.push(...pdfStreams(buffer), await pdfText(bytes));
  }
  if (buffer.subarray(1, 4).toString("latin1") === "PNG") layers.push(...pictureTexts(buffer));
  for (const part of inner) layers.push(...(await layersOf(part)));
  return layers;
}

/** Every way in which a text is searched for, as bytes in Latin-1 and in lower case. */
function spellingsOf(text: string): string[] {
  const utf16 = Buffer.from(text, "utf16le");
  // Of other letters Latin-1 would keep a few bytes that stand in any file.
  const own = Buffer.from(text, "latin1");
  const latin1 = own.toString("latin1") === text ? [own] : [];
  const encodings = [Buffer.from(text, "utf8"), utf16, Buffer.from(utf16).swap16(), ...latin1];
  const code = (letter: string, radix: number) => letter.charCodeAt(0).toString(radix);
  return [
    ...encodings.map((bytes) => bytes.toString("latin1")),
    ...encodings.map((bytes) => bytes.toString("hex")),
    encodeURIComponent(text),
    text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${code(letter, 16).padStart(4, "0")}`),
    text.replace(/[^\x20-\x7e]|['&]/g, (letter) => `&#${code(letter, 10)};`),
    text.replace(/[^\x20-\x7e]|['&]/g, (letter) => `&#x${code(letter, 16)};`),
    // Strings of PDFs write what is not ASCII in octal.
    text.replace(/[^\x20-\x7e]/g, (letter) => `\\${code(letter, 8)}`),
  ].map((spelling) => spelling.toLowerCase());
}

/** Which of the texts stand in any layer, in whichever spelling; letter case does not count. */
export function foundIn(layers: Buffer[], texts: string[]): string[] {
  const haystacks = layers.map((layer) => layer.toString("latin1").toLowerCase());
  return texts.filter((text) => {
    const spellings = [text.normalize("NFC"), text.normalize("NFD")].flatMap(spellingsOf);
    return spellings.some((spelling) => haystacks.some((haystack) => haystack.includes(spelling)));
  });
}

/** The same by the letter: for paths, of which "/Root" in every PDF would be one in lower case. */
export function foundExactly(layers: Buffer[], texts: string[]): string[] {
  return texts.filter((text) => layers.some((layer) => layer.includes(text)));
}

function encodedParts(buffer: Buffer): Buffer[] {
  const found = buffer.toString("latin1").matchAll(/;base64,([A-Za-z0-9+/=]{8,})/g);
  return [...found].map(([, data = ""]) => Buffer.from(data, "base64"));
}

function pdfStreams(buffer: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  for (let start = buffer.indexOf("stream"); start >= 0; start = buffer.indexOf("stream", start + 1)) {
    const from = start + (buffer[start + 6] === 13 ? 8 : 7);
    const end = buffer.indexOf("endstream", from);
    if (end > from) streams.push(...inflated(buffer.subarray(from, end)));
  }
  return streams;
}

/** Nothing where it was not compressed: it then stands in the file itself. */
function inflated(data: Buffer): Buffer[] {
  for (const inflate of [inflateSync, inflateRawSync]) {
    try {
      return [inflate(data)];
    } catch {}
  }
  return [];
}

/** What the glyphs of a PDF stand for, with and without the spaces between them, and what it says of itself. */
async function pdfText(bytes: Uint8Array): Promise<Buffer> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  const { info } = await pdf.getMetadata();
  return Buffer.from([text, text.replace(/\s+/g, " "), JSON.stringify(info)].join("\n"));
}

/** The texts of a PNG: keyword, end, and for the compressed kind a byte that says how. */
function pictureTexts(buffer: Buffer): Buffer[] {
  const texts: Buffer[] = [];
  for (let at = 8; at + 8 <= buffer.length; at += 12 + buffer.readUInt32BE(at)) {
    const data = buffer.subarray(at + 8, at + 8 + buffer.readUInt32BE(at));
    const type = buffer.toString("latin1", at + 4, at + 8);
    if (type === "zTXt") texts.push(...inflated(data.subarray(data.indexOf(0) + 2)));
  }
  return texts;
}
