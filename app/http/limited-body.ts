/** The largest form we take. Above the longest field a form keeps, so that most oversized fields still get their page back. */
export const BODY_LIMIT = 4 * 1024 * 1024;

/**
 * The request with its body read, or null when the body is larger than `limit` bytes, declared or not. Reading here
 * bounds memory before any parser runs.
 */
export async function withLimitedBody(request: Request, limit = BODY_LIMIT): Promise<Request | null> {
  if (!request.body) return request;
  if (Number(request.headers.get("Content-Length") ?? 0) > limit) return null;
  const { bytes, whole } = await readUpTo(request, limit);
  return whole ? withBody(request, bytes) : null;
}

type Bytes = Buffer<ArrayBuffer>;

/** What there is of a body, up to `limit` bytes; `whole` says whether that is all. */
export async function readUpTo(request: Request, limit: number): Promise<{ bytes: Bytes; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    chunks.push(chunk);
    if (size > limit) return { bytes: Buffer.concat(chunks).subarray(0, limit), whole: false };
  }
  return { bytes: Buffer.concat(chunks), whole: true };
}

/** The same request with another body. */
export function withBody(request: Request, body: Bytes): Request {
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, body, signal });
}
