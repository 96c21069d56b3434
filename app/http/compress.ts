import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
/** A stream of events is text, too, but never whole. */
const TEXT = /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json)|image\/svg)/;
const SMALLEST = 1024;

/** Compresses a textual response as the client accepts it. Pages are whole, never streamed, so the body is read. */
export async function compress(request: Request, response: Response): Promise<Response> {
  const accepted = request.headers.get("Accept-Encoding") ?? "";
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
  const type = response.headers.get("Content-Type") ?? "";
  if (!encoding || !response.body || !TEXT.test(type) || response.headers.has("Content-Encoding"))
    return response;
  const body = Buffer.from(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append("Vary", "Accept-Encoding");
  if (body.byteLength < SMALLEST) return new Response(body, { status: response.status, headers });
  const packed =
    encoding === "br"
      ? await toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : await toGzip(body, { level: 6 });
  headers.set("Content-Encoding", encoding);
  headers.set("Content-Length", String(packed.byteLength));
  return new Response(packed, { status: response.status, statusText: response.statusText, headers });
}
