import type { Server } from "node:http";

/** How long requests in flight may take to finish once the process is told to stop. */
export const GRACE = 10_000;

/**
 * Calls `stop` once on SIGTERM or SIGINT. A terminal signals every process of the group, and whoever started this one
 * passes the signal on, so that it comes twice: the second one changes nothing.
 */
export function onStopSignal(stop: () => void): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    stop();
  };
  process.on("SIGTERM", once);
  process.on("SIGINT", once);
}

/** On SIGTERM or SIGINT: end what would not end, take no new connection, let running requests finish, close, exit. */
export function stopOnSignal(server: Server, { first, last }: { first: () => void; last: () => void }): void {
  onStopSignal(() => {
    first();
    const forced = setTimeout(() => server.closeAllConnections(), GRACE);
    forced.unref();
    server.close(() => {
      clearTimeout(forced);
      last();
      process.exit(0);
    });
    server.closeIdleConnections();
  });
}
