import { createHash } from "node:crypto";
import { Piece } from "~/http/piece";
import { Recent } from "~/http/recent";

/** Bytes of all that is kept, in each process. */
const ROOM = 3 * 1024 * 1024;

/** What was drawn, by what it was drawn from. */
const kept = new Recent<Piece>(ROOM, ({ bytes }) => bytes.byteLength);

/** A number for each store: what is frozen in one under an id is not what another has under it. */
const stores = new WeakMap<object, number>();
let lastStore = 0;

/**
 * What `draw` makes of the parts given and of what `store` keeps for ever, drawn once for the same ones. The parts are
 * plain data and all else that it may show: a report that rests on anything else, for another reader or after an
 * answer to the member check, is another one.
 */
export function drawOnce(store: object, parts: unknown[], draw: () => string): Piece {
  const from = JSON.stringify([numberOf(store), ...parts]);
  const key = createHash("sha256").update(from).digest("base64");
  const known = kept.get(key);
  if (known) return known;
  const drawn = new Piece(draw());
  kept.set(key, drawn);
  return drawn;
}

function numberOf(store: object): number {
  const number = stores.get(store) ?? ++lastStore;
  stores.set(store, number);
  return number;
}
