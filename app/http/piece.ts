import { createHash } from "node:crypto";
import { constants, crc32, deflateRawSync } from "node:zlib";

const PACKED = { level: 9, finishFlush: constants.Z_FULL_FLUSH };

/** A part of an answer that is sent many times: as bytes and, from the first time that is asked for, packed. */
export class Piece {
  readonly bytes: Buffer;
  #packed: Buffer | undefined;
  #digest: string | undefined;

  constructor(text: string) {
    this.bytes = Buffer.from(text);
  }

  get text(): string {
    return this.bytes.toString();
  }

  /** Names the text: equal for equal ones. */
  get digest(): string {
    this.#digest ??= createHash("sha256").update(this.bytes).digest("base64");
    return this.#digest;
  }

  /** Deflated on its own, with an end at a whole byte, so that anything may follow. */
  get packed(): Buffer {
    // A copy: what zlib returns holds on to 16 kB, however short it is.
    this.#packed ??= Buffer.from(deflateRawSync(this.bytes, PACKED));
    return this.#packed;
  }
}

/** What an answer is made of: pieces, and short texts of its own between them. */
export type Part = Piece | Buffer;

/** The server and the app's own bundle each carry a copy of the class. */
const isPiece = (part: Part): part is Piece => "packed" in part;

/** From this length on, bytes are handed on as they are. */
const LARGE = 64 * 1024;

/**
 * Bytes one after another as the body of an answer, in few chunks. A body that is given as bytes is copied, which for a
 * report takes longer than to find out what it shows.
 */
export function bodyOf(bytes: Buffer[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      let small: Buffer[] = [];
      const send = () => {
        if (small.length > 0) controller.enqueue(Buffer.concat(small));
        small = [];
      };
      for (const part of bytes) {
        if (part.byteLength < LARGE) small.push(part);
        else {
          send();
          controller.enqueue(part);
        }
      }
      send();
      controller.close();
    },
  });
}

/** How many bytes there are in all. */
export const lengthOf = (bytes: Buffer[]) => bytes.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** The parts as bytes. */
export const plain = (parts: Part[]): Buffer[] => parts.map((part) => (isPiece(part) ? part.bytes : part));

/** The parts one after another. */
export function joined(parts: Part[]): Buffer<ArrayBuffer> {
  return Buffer.concat(plain(parts));
}

/** RFC 1952: magic number, deflate, no name, no time, unknown system. */
const HEAD = Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0xff]);
/** An empty last block, which RFC 1951 wants. */
const END = Buffer.from([0x03, 0x00]);

/**
 * The parts one after another as a gzip file (RFC 1952), without packing again what was packed before: to pack a page
 * takes longer than all else that an answer needs.
 */
export function gzipped(parts: Part[]): Buffer[] {
  const packed: Buffer[] = [HEAD];
  let checksum = 0;
  let size = 0;
  for (const part of parts) {
    const bytes = isPiece(part) ? part.bytes : part;
    // Of nothing, zlib gives the checksum to begin with.
    if (bytes.byteLength === 0) continue;
    checksum = crc32(bytes, checksum);
    size += bytes.byteLength;
    packed.push(...(isPiece(part) ? [part.packed] : storedBlocks(part)));
  }
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(checksum, 0);
  tail.writeUInt32LE(size % 2 ** 32, 4);
  return [...packed, END, tail];
}

/** The most bytes of a block that is not packed. */
const LONGEST = 0xffff;

/** Bytes as they are, in blocks with their length and its complement before them (RFC 1951, 3.2.4). */
function storedBlocks(bytes: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  for (let from = 0; from < bytes.byteLength; from += LONGEST) {
    const block = bytes.subarray(from, from + LONGEST);
    const head = Buffer.alloc(5);
    head.writeUInt16LE(block.byteLength, 1);
    head.writeUInt16LE(block.byteLength ^ LONGEST, 3);
    blocks.push(head, block);
  }
  return blocks;
}
