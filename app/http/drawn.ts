import type { RequestArgs } from "./context";
import type { Piece } from "./piece";

/**
 * Hands a part of the page that the loader has drawn to the page itself, past the loader's data: there it would travel
 * twice, as what is shown and as data of it. Returns what the data keep: null, or in answers that are data only, it.
 */
export function drawnBeside({ context }: RequestArgs, part: Piece): string | null {
  if (context.dataOnly) return part.text;
  context.drawn = part;
  return null;
}
