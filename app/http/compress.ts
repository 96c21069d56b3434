import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
/** A stream of events is text, too, but never whole. */
const TEXT = /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json)|image\/svg)/;
const SMALLEST = 1024;

/** Each with no weight, or with one that is more than nothing. */
const ACCEPTED = {
  br: /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/,
  gzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/,
};

/** Whether whoever asks can read an answer in this encoding. */
export function accepts(asked: Headers, encoding: keyof typeof ACCEPTED): boolean {
  return ACCEPTED[encoding].test(asked.get("Accept-Encoding") ?? "");
}

/** Compresses a textual response as the client accepts it. Pages are whole, never streamed, so the body is read. */
export async function compress(request: Request, response: Response): Promise<Response> {
  const { headers: asked } = request;
  const encoding = accepts(asked, "br") ? "br" : accepts(asked, "gzip") ? "gzip" : null;
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
