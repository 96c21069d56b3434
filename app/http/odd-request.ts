import type { IncomingMessage, ServerResponse } from "node:http";

/** Methods that the Fetch standard does not let anybody make a Request of. */
const FORBIDDEN = ["CONNECT", "TRACE", "TRACK"];

/**
 * Answers a request that can never be one to a page, and says whether it was: a method that echoes or tunnels (405),
 * or a target that is no path of ours, as proxies are sent ("http://other/", "*", 400).
 */
export function refuseOdd(
  { method = "", url = "" }: Pick<IncomingMessage, "method" | "url">,
  response: Pick<ServerResponse, "writeHead" | "end">,
  headers: Record<string, string> = {},
): boolean {
  const status = FORBIDDEN.includes(method) ? 405 : url.startsWith("/") ? null : 400;
  if (status === null) return false;
  response.writeHead(status, {
    ...headers,
    "Content-Type": "text/plain; charset=utf-8",
    Connection: "close",
  });
  response.end();
  return true;
}
