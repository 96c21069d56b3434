const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether an unsafe request comes from our own pages. Browsers say so by Sec-Fetch-Site and Origin; one that sends
 * neither is not a browser and carries no cookie of a victim's, but is still refused: every client can send Origin.
 */
export function isSameOrigin(request: Request, baseUrl: string): boolean {
  if (SAFE.has(request.method)) return true;
  const site = request.headers.get("Sec-Fetch-Site");
  if (site && site !== "same-origin") return false;
  const origin = request.headers.get("Origin");
  return origin !== null && allowedOrigins(baseUrl).includes(origin);
}

/** BASE_URL's origin; on a loopback address also its other names, since people type either. */
function allowedOrigins(baseUrl: string): string[] {
  const url = new URL(baseUrl);
  const loopback = ["localhost", "127.0.0.1", "[::1]"];
  if (!loopback.includes(url.hostname)) return [url.origin];
  return loopback.map((host) => `${url.protocol}//${host}${url.port ? `:${url.port}` : ""}`);
}
