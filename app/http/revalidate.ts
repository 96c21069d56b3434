import { createHash } from "node:crypto";
import type { RequestArgs } from "./context";

/** For what was published: the browser may keep it, and asks each time whether it is still so. */
export const REVALIDATED = "private, no-cache";

/** What an answer depends on beside its address; a shared cache must not keep it anyway. */
const VARY = "Cookie, Accept-Language";

/** Names a state of what is answered: equal for equal parts. Weak, since the same may be sent compressed or not. */
export function tagOf(...parts: unknown[]): string {
  const hash = createHash("sha256");
  for (const part of parts)
    hash.update(typeof part === "string" ? part : (JSON.stringify(part) ?? "")).update("\0");
  return `W/"${hash.digest("base64url").slice(0, 32)}"`;
}

/**
 * The answer with its tag, or 304 without a body where the browser has it already: then nothing is made. `headers` go
 * with either.
 */
export async function revalidated(
  request: Request,
  { tag, headers }: { tag: string; headers?: Headers },
  make: () => Response | Promise<Response>,
): Promise<Response> {
  const known = (request.headers.get("If-None-Match") ?? "").split(",").map((one) => one.trim());
  const response = known.includes(tag) ? new Response(null, { status: 304, headers }) : await make();
  // A page that could not be drawn is none that anybody may keep.
  if (response.status !== 200 && response.status !== 304) return response;
  response.headers.set("Cache-Control", REVALIDATED);
  response.headers.set("ETag", tag);
  response.headers.append("Vary", VARY);
  return response;
}

/** The headers of a page that shows a publication; what is not published is kept nowhere. */
export function ofEdition({ context }: RequestArgs, edition: { kind: string }): Record<string, string> {
  const revalidates = edition.kind === "publication" && !context.dataOnly;
  return revalidates ? { "Cache-Control": REVALIDATED } : {};
}
