import { crc32, deflateSync } from "node:zlib";

/** Files that tests send as a logo. */

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

type PngGiven = { width: number; height: number; pixel?: number; said?: [width: number, height: number] };

/** A PNG of one colour, every channel and the opacity at `pixel`; its header may lie about its size. */
export function aPng(
  { width, height, pixel = 160, said = [width, height] }: PngGiven,
  more: Buffer = Buffer.alloc(0),
) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(said[0]);
  header.writeUInt32BE(said[1], 4);
  header.set([8, 6], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 4, pixel)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature: Buffer = Buffer.from("89504e470d0a1a0a", "hex");
  const parts = [chunk("IHDR", header), more, chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

/** A comment in a PNG, which says where the picture was made and by whom. */
export const pngText = (words: string) => chunk("tEXt", Buffer.from(`Comment\0${words}`, "latin1"));

/** A drawing 300 by 100 around the parts given. */
export function anSvg(inner: string, attributes = 'width="300" height="100" viewBox="0 0 300 100"'): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);
}

export const SHAPE = '<rect width="300" height="100" rx="20" fill="#7a1f3d"/>';
