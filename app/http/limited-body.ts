/** The largest form we take. Above the longest field a form keeps, so that most oversized fields still get their page back. */
export const BODY_LIMIT = 4 * 1024 * 1024;

/**
 * The request with its body read, or null when the body is larger than `limit` bytes, declared or not. Reading here
 * bounds memory before any parser runs.
 */
export async function withLimitedBody(request: Request, limit = BODY_LIMIT): Promise<Request | null> {
  if (!request.body) return request;
  if (Number(request.headers.get("Content-Length") ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: Buffer.concat(chunks),
    signal: request.signal,
  });
}
