import type { RequestArgs } from "./context";
import { requireAssessor, requireCan } from "./guards";
import { BODY_LIMIT, readUpTo, withBody } from "./limited-body";

/** A file of 10 MB and the form around it. */
export const UPLOAD_LIMIT = 10.5 * 1024 * 1024;
/** How many large bodies are in memory at the same time; whoever comes later waits for their turn. */
const AT_ONCE = 8;
/** As much of a form as is kept when its file is too large: more than its longest fields. */
const FIELDS = 128 * 1024;

/** Where files are sent, and who may send them there. */
const ADDRESSES: { path: RegExp; guard: (args: RequestArgs) => Promise<unknown> }[] = [
  {
    path: /^\/assess\/(functions\/[^/]+\/evidence\/(new|upload)|evidence\/[^/]+(\/upload)?)(\.data)?$/,
    guard: requireAssessor,
  },
  { path: /^\/companies\/[^/]+\/files(\.data)?$/, guard: (args) => requireCan(args, "company:manage") },
];

let inside = 0;
const waiting: (() => void)[] = [];

/**
 * Lets in a request that brings more than other forms may: to an address for evidence from somebody with a seat in a
 * panel, to one for a company's files from staff. Gives back what to call when it is answered; null for any other request.
 */
export async function enterUpload(args: RequestArgs): Promise<(() => void) | null> {
  const { method, headers, url } = args.request;
  const declared = headers.get("Content-Length");
  const small = declared !== null && Number(declared) <= BODY_LIMIT;
  const { pathname } = new URL(url);
  const address = ADDRESSES.find(({ path }) => path.test(pathname));
  if (method !== "POST" || small || !address || !(await isLetIn(args, address.guard))) return null;
  while (inside >= AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
  inside += 1;
  return () => {
    inside -= 1;
    waiting.shift()?.();
  };
}

async function isLetIn(args: RequestArgs, guard: (args: RequestArgs) => Promise<unknown>): Promise<boolean> {
  try {
    await guard(args);
    return true;
  } catch (refusal) {
    if (refusal instanceof Response) return false;
    throw refusal;
  }
}

/**
 * The request with its body read. Of a body that is too large only the fields before the file are left, and `tooLarge`
 * says so: whoever sent it gets back what they typed. Null where not even that can be told apart.
 */
export async function readUpload(request: Request): Promise<{ request: Request; tooLarge: boolean } | null> {
  const declared = Number(request.headers.get("Content-Length") ?? 0);
  const { bytes, whole } = await readUpTo(request, declared > UPLOAD_LIMIT ? FIELDS : UPLOAD_LIMIT);
  if (whole) return { request: withBody(request, bytes), tooLarge: false };
  const fields = fieldsBeforeFile(bytes.subarray(0, FIELDS), request.headers.get("Content-Type") ?? "");
  return fields && { request: withBody(request, fields), tooLarge: true };
}

/** Cuts a multipart form before its first file and closes it. */
function fieldsBeforeFile(bytes: Buffer, type: string): Buffer<ArrayBuffer> | null {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]+)/i.exec(type)?.[1];
  if (!boundary) return null;
  const line = `--${boundary}`;
  const file = bytes.indexOf("filename=");
  const end = file < 0 ? -1 : bytes.lastIndexOf(line, file);
  return end < 0 ? null : Buffer.concat([bytes.subarray(0, end), Buffer.from(`${line}--\r\n`)]);
}
