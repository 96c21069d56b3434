/**
 * A page of Remix apart: its HTML, and the data in its script as the browser reads them. Written down, data may count
 * equal texts once or twice, which makes no difference to anybody.
 */
export function drawnPage(text: string) {
  const [html, data, end] = text.split(/(?<=streamController\.enqueue\()(".*?")(?=\);)/s);
  if (data === undefined) return { html };
  const [written = "", ...more] = (JSON.parse(data) as string).split("\n").filter(Boolean);
  return { html, end, more, data: valueAt(JSON.parse(written), 0) };
}

/** What turbo-stream has written flat: an object names its keys and values by their places. */
function valueAt(flat: unknown[], place: number): unknown {
  const value = place < 0 ? `code ${place}` : flat[place];
  if (Array.isArray(value))
    return value.map((part) => (typeof part === "number" ? valueAt(flat, part) : part));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, at]) => [String(flat[Number(key.slice(1))]), valueAt(flat, at)]),
  );
}
