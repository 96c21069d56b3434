import { crc32 } from "node:zlib";
import { LogoRefused } from "./logo-fault";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
/** The parts that pixels are made of. Everything else (text, profiles, animation, what is behind the end) is left out. */
const KEPT = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];
const MOST_PIXELS = 6_000_000;
const LONGEST_SIDE = 6000;

export const isPng = (bytes: Buffer) => bytes.subarray(0, 8).equals(SIGNATURE);

/**
 * A PNG reduced to its pixels, still packed, with its size as its header says it. Nothing is unpacked here: a picture
 * that would unpack to more than we draw is refused by its header (PNG, third edition, 11.2.1).
 */
export function pngPixels(bytes: Buffer): { png: Buffer; width: number; height: number } {
  const kept: Buffer[] = [];
  for (let at = 8; ; ) {
    const length = at + 12 <= bytes.length ? bytes.readUInt32BE(at) : Number.POSITIVE_INFINITY;
    const end = at + 12 + length;
    if (end > bytes.length) throw new LogoRefused("content");
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (bytes.readUInt32BE(end - 4) !== crc32(bytes.subarray(at + 4, end - 4)))
      throw new LogoRefused("content");
    if (KEPT.includes(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") break;
    at = end;
  }
  const [header] = kept;
  if (header?.length !== 25 || header.toString("latin1", 4, 8) !== "IHDR") throw new LogoRefused("content");
  const [width, height] = [header.readUInt32BE(8), header.readUInt32BE(12)];
  const fits = Math.min(width, height) > 0 && Math.max(width, height) <= LONGEST_SIDE;
  if (!fits || width * height > MOST_PIXELS) throw new LogoRefused("dimensions");
  return { png: Buffer.concat([SIGNATURE, ...kept]), width, height };
}
