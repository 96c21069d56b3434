/** Paths whose content is the same for everybody; all other pages are private and never stored by a cache. */
const PUBLIC = /^\/(help(\/|$)|$)/;

/** The headers every response of the app carries. `nonce` is this response's own; `development` lets Vite work. */
export function securityHeaders(options: {
  nonce: string;
  https: boolean;
  pathname: string;
  development: boolean;
}): Record<string, string> {
  const { nonce, development } = options;
  const policy = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    "style-src": development ? "'self' 'unsafe-inline'" : "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": development ? "'self' ws:" : "'self'",
    "form-action": "'self'",
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
    ...(options.https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
