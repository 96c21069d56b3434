import { z } from "zod";
import type { PastTable } from "~/use-cases/import-past";
import { TableRefusal } from "~/use-cases/table-refusal";

/** How much of a form a table may be, in bytes: the form as a whole may have 4 MB. */
export const LARGEST_CARRIED = 3.5 * 1024 * 1024;

const carriedSchema = z.object({
  header: z.array(z.string()),
  rows: z.array(z.tuple([z.int().positive(), z.array(z.string())])),
});

/**
 * The table as the preview carries it along in its form, so that nothing of it is kept on the server. JSON has no line
 * break of its own that a form could change. @throws TableRefusal "too-large"
 */
export function carry({ header, rows }: PastTable): string {
  const text = JSON.stringify({ header, rows: rows.map(({ line, cells }) => [line, cells]) });
  if (Buffer.byteLength(text) > LARGEST_CARRIED) throw new TableRefusal("too-large");
  return text;
}

/** What `carry` wrote; null when it is something else. */
export function readCarried(text: string): PastTable | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  const { data } = carriedSchema.safeParse(found);
  return data ? { header: data.header, rows: data.rows.map(([line, cells]) => ({ line, cells })) } : null;
}
