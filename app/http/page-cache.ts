/** Bytes of all pages that are kept, in each process. */
export const ROOM = 6 * 1024 * 1024;

type Bytes = Buffer<ArrayBuffer>;
type Kept = { parts: Buffer[]; size: number };

/** Drawn pages by their tag, as the parts between what differs in each answer; what was asked for last stands last. */
const kept = new Map<string, Kept>();
let total = 0;

/**
 * The page with this tag, drawn once. A tag names all that the page shows; `own` are the texts that belong to a single
 * answer, its nonce and the number of its request: they stand anew in each, and nothing of the first one's is kept.
 */
export async function keptPage(tag: string, own: string[], draw: () => Promise<string>): Promise<Bytes> {
  const known = kept.get(tag) ?? apart(await draw(), own);
  keep(tag, known);
  return together(known.parts, own);
}

/** Which of the texts follows a part stands behind it, as a number in a buffer of one byte. */
function apart(page: string, own: string[]): Kept {
  const parts: Buffer[] = [];
  let from = 0;
  for (;;) {
    const next = own
      .map((text, index) => ({ index, at: page.indexOf(text, from), length: text.length }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    parts.push(Buffer.from(page.slice(from, next?.at)));
    if (!next) break;
    parts.push(Buffer.of(next.index));
    from = next.at + next.length;
  }
  return { parts, size: parts.reduce((sum, { byteLength }) => sum + byteLength, 0) };
}

function together(parts: Buffer[], own: string[]): Bytes {
  const texts = own.map((text) => Buffer.from(text));
  return Buffer.concat(
    parts.map((part, position) => (position % 2 === 0 ? part : (texts[part[0] ?? 0] ?? part))),
  );
}

function keep(tag: string, page: Kept): void {
  if (!kept.delete(tag)) total += page.size;
  kept.set(tag, page);
  for (const [oldest, { size }] of kept) {
    if (total <= ROOM) break;
    kept.delete(oldest);
    total -= size;
  }
}
