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
