/** What the list of contents of an archive says of one entry; `size` is what it claims to unpack to, in bytes. */
export type ZipEntry = { name: string; size: number; encrypted: boolean; packed: PackedEntry };
/** How an entry is packed (0 not at all, 8 deflate), into how many bytes, and where its own header begins. */
export type PackedEntry = { method: number; size: number; offset: number };
export type Zip = {
  entries: ZipEntry[];
  /** Whether the archive begins with the first byte, so that it is nothing else besides. */
  fromStart: boolean;
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
/** The longest remark that may follow the end record. */
const LONGEST_REMARK = 0xffff;
/** No document has as many parts; whoever claims more is not read further. */
const MOST_ENTRIES = 5000;

/**
 * Reads the list of contents at the end of a zip archive (PKWARE APPNOTE 4.3), unpacking nothing. Null where the
 * bytes do not end as an archive does, or where the list does not hold together; archives of the 64-bit form are none
 * of ours, since no file here is that large.
 */
export function readZip(bytes: Buffer): Zip | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  const length = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  const entries = count > MOST_ENTRIES ? null : readEntries(bytes, { start, end: start + length, count });
  if (!entries) return { entries: [], fromStart: false };
  const fromStart = start + length === end && bytes.readUInt32LE(0) === LOCAL;
  return { entries, fromStart };
}

/** Where the end record begins whose remark runs to the last byte. */
function findEnd(bytes: Buffer): number | null {
  const last = bytes.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_REMARK); at -= 1) {
    if (bytes.readUInt32LE(at) === END && bytes.readUInt16LE(at + 20) === last - at) return at;
  }
  return null;
}

function readEntries(bytes: Buffer, list: { start: number; end: number; count: number }): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = list.start;
  while (entries.length < list.count) {
    if (at + CENTRAL_LENGTH > Math.min(list.end, bytes.length) || bytes.readUInt32LE(at) !== CENTRAL)
      return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const more = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const nameAt = at + CENTRAL_LENGTH;
    entries.push({
      name: bytes.toString("utf8", nameAt, nameAt + nameLength),
      size: bytes.readUInt32LE(at + 24),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: {
        method: bytes.readUInt16LE(at + 10),
        size: bytes.readUInt32LE(at + 20),
        offset: bytes.readUInt32LE(at + 42),
      },
    });
    at = nameAt + nameLength + more;
  }
  return at === list.end ? entries : null;
}
