/**
 * A file for saving. `name` must be ASCII without quotation marks, as it goes into a header as it is.
 * Never kept by a cache: what may be downloaded is decided at every request.
 */
export function download(name: string, type: "application/json" | "text/csv", content: string): Response {
  return new Response(content, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

/** Data for somebody to take along, as a JSON file that the browser saves. */
export function jsonFile(name: string, content: unknown): Response {
  return download(`${name}.json`, "application/json", `${JSON.stringify(content, null, 2)}\n`);
}

/** The answer to somebody who has downloaded too often. */
export function tooMany(minutes: number): Response {
  return new Response(null, {
    status: 429,
    statusText: "Too Many Requests",
    headers: { "Retry-After": String(minutes * 60) },
  });
}
