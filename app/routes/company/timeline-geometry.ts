/** The least room for a mark with its labels, and the room a line wants for each, in px. */
const LABEL = 112;
const ROOM = 144;

/**
 * Where marks stand on a line, by their dates (yyyy-mm-dd, ascending): fractions 0..1 of its length, in proportion
 * to time, but never so near that labels touch. `width` is the least length in px that this needs.
 */
export function placeOnLine(dates: string[]): { width: number; places: number[] } {
  const gaps = dates.length - 1;
  if (gaps < 1) return { width: ROOM, places: dates.map(() => 0) };
  const width = gaps * ROOM;
  const times = dates.map((date) => Date.parse(date));
  const first = times[0] ?? 0;
  const span = (times.at(-1) ?? 0) - first;
  const wanted = times.map((time, index) => (span > 0 ? (time - first) / span : index / gaps));
  return { width, places: keepApart(wanted, LABEL / width) };
}

/** Pushes marks to the right until each has its gap, and back from the end where that ran over it. */
function keepApart(places: number[], gap: number): number[] {
  let before = Number.NEGATIVE_INFINITY;
  const forward = places.map((place) => {
    before = Math.max(place, before + gap);
    return before;
  });
  let after = 1 + gap;
  return forward
    .toReversed()
    .map((place) => {
      after = Math.min(place, after - gap);
      return after;
    })
    .toReversed();
}
