import { beat } from "#db/heartbeat";
import type { Services } from "./context";

/** Answers /livez (the process runs) and /readyz (the store takes a write); null for every other path. */
export function probe(pathname: string, services: Services): Response | null {
  if (pathname === "/livez") return text(200, "ok");
  if (pathname !== "/readyz") return null;
  try {
    beat(services.db, services.clock());
    return text(200, "ready");
  } catch (error) {
    services.log.error({ err: error }, "readyz: the store takes no write");
    return text(503, "not ready");
  }
}

function text(status: number, body: string): Response {
  return new Response(`${body}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
