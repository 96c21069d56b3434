/** Paths whose content is the same for everybody; all other pages are private and never stored by a cache. */
const PUBLIC = /^\/((help|privacy)(\/|$)|$)/;

/**
 * The headers every response of the app carries. `nonce` is this response's own; `development` lets Vite work;
 * `formTarget` is the origin of another site to which a form of this page is redirected.
 */
export function securityHeaders(options: {
  nonce: string;
  https: boolean;
  pathname: string;
  development: boolean;
  formTarget?: string;
}): Record<string, string> {
  const { nonce, development, formTarget } = options;
  const policy = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    "style-src": development ? "'self' 'unsafe-inline'" : "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": development ? "'self' ws:" : "'self'",
    // Chromium holds the redirects that answer a form to this too.
    "form-action": formTarget ? `'self' ${formTarget}` : "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  };
  return {
    "Content-Security-Policy": Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": PUBLIC.test(options.pathname) ? "all" : "noindex, nofollow",
    "Cache-Control": "no-store",
    ...transport(options.https),
  };
}

/** The worker that gives out kept pages (public/worker.js): it asks our own server, and nobody else. */
export const WORKER = "/worker.js";

/**
 * The headers of what is no page of the app: built files and health probes. Opened by themselves, a picture or a
 * script may load nothing and run nothing; only the worker may ask the server.
 */
export function staticHeaders(https: boolean, pathname = ""): Record<string, string> {
  const connect = pathname === WORKER ? " connect-src 'self';" : "";
  return {
    "Content-Security-Policy": `default-src 'none';${connect} base-uri 'none'; frame-ancestors 'none'`,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...transport(https),
  };
}

function transport(https: boolean): Record<string, string> {
  return https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {};
}
