import { createHash } from "node:crypto";

/** Characters of all that is kept, in each process. */
const ROOM = 3 * 1024 * 1024;

/** What was drawn, by what it was drawn from; what was not asked for longest goes first. */
const kept = new Map<string, string>();
let size = 0;

/**
 * What `draw` makes of the parts given, drawn once for the same ones. They are all it may show: a report that differs
 * in anything, for another reader or after an answer to the member check, is another one.
 */
export function drawOnce(parts: unknown[], draw: () => string): string {
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("base64");
  const known = kept.get(key);
  const html = known ?? draw();
  if (known === undefined) size += html.length;
  kept.delete(key);
  kept.set(key, html);
  for (const [oldest, text] of kept) {
    if (size <= ROOM) break;
    kept.delete(oldest);
    size -= text.length;
  }
  return html;
}
