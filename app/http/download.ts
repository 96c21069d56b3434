/**
 * A file for saving. `name` must be ASCII without quotation marks, as it goes into a header as it is.
 * Never kept by a cache: what may be downloaded is decided at every request.
 */
export function download(
  name: string,
  type: "application/json" | "text/csv" | "image/svg+xml",
  content: string,
): Response {
  return asFile(name, `${type}; charset=utf-8`, content);
}

/** The same for a file that is no text. */
export function downloadBytes(name: string, type: string, content: Uint8Array): Response {
  return asFile(name, type, new Uint8Array(content));
}

function asFile(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(content, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

/** Data for somebody to take along, as a JSON file that the browser saves. */
export function jsonFile(name: string, content: unknown): Response {
  return download(`${name}.json`, "application/json", `${JSON.stringify(content, null, 2)}\n`);
}

/** Without it Excel takes the file for the machine's old code page. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A table as CSV that spreadsheets open in the right letters. */
export function csvFile(name: string, csv: string): Response {
  return download(`${name}.csv`, "text/csv", `${BYTE_ORDER_MARK}${csv}`);
}

/** The answer to somebody who has downloaded too often. */
export function tooMany(minutes: number): Response {
  return new Response(null, {
    status: 429,
    statusText: "Too Many Requests",
    headers: { "Retry-After": String(minutes * 60) },
  });
}

/**
 * A file that somebody else has sent, under the name it had then (RFC 6266, RFC 8187): for saving only. Whatever is in
 * it, the browser neither guesses a type nor runs or loads anything.
 */
export function attachment(file: { name: string; mediaType: string; bytes: Buffer<ArrayBuffer> }): Response {
  const ending = /\.[a-z]+$/i.exec(file.name)?.[0] ?? "";
  // The plain form is for programs that do not know the other one.
  const plain = `evidence${ending}`;
  const encoded = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(file.bytes, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.bytes.byteLength),
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store",
    },
  });
}
