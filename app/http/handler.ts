import { randomBytes, randomUUID } from "node:crypto";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Locale } from "~/i18n/locale";
import { negotiateLocale, withLocale } from "~/i18n/locale.server";
import { compress } from "./compress";
import type { Services } from "./context";
import { probe } from "./health";
import { withLimitedBody } from "./limited-body";
import { isSameOrigin } from "./origin-check";
import { plainPage } from "./plain-page";
import { securityHeaders } from "./security-headers";

export type App = (request: Request, client: { address: string }) => Promise<Response>;

/**
 * The app as a function from request to response: health probes, origin check, body limit, language, Remix, security
 * headers, compression. The server listens and calls it; tests call it without a server.
 */
export function createApp(options: {
  services: Services;
  build: ServerBuild | (() => Promise<ServerBuild>);
  development?: boolean;
}): App {
  const { services, development = false } = options;
  const https = services.env.BASE_URL.startsWith("https:");
  const remix = createRequestHandler(options.build, development ? "development" : "production");

  return async (request, client) => {
    const { pathname } = new URL(request.url);
    const health = probe(pathname, services);
    if (health) return health;

    const nonce = randomBytes(16).toString("base64");
    const requestId = randomUUID();
    const started = performance.now();
    const locale = negotiateLocale(readLanguage(request), request.headers.get("Accept-Language"));
    const response = await withLocale(locale, () => answer(request, { nonce, requestId, locale, client }));

    const headers = new Headers(response.headers);
    for (const [name, value] of Object.entries(securityHeaders({ nonce, https, pathname, development }))) {
      if (!headers.has(name)) headers.set(name, value);
    }
    headers.set("X-Request-Id", requestId);
    const { status, statusText } = response;
    const milliseconds = Math.round(performance.now() - started);
    services.log.info({
      requestId,
      method: request.method,
      path: loggedPath(pathname),
      status,
      milliseconds,
    });
    const body = status === 204 || status === 304 ? null : response.body;
    return compress(request, new Response(body, { status, statusText, headers }));
  };

  async function answer(
    request: Request,
    info: { nonce: string; requestId: string; locale: Locale; client: { address: string } },
  ): Promise<Response> {
    if (!isSameOrigin(request, services.env.BASE_URL)) return plainPage(403, info.locale);
    const limited = await withLimitedBody(request);
    if (!limited) return plainPage(413, info.locale);
    const { nonce, requestId, locale } = info;
    // Remix compares Origin with Host. Ours has been compared with BASE_URL, and a proxy may change the Host.
    const origin = limited.headers.get("Origin");
    if (origin) limited.headers.set("Host", new URL(origin).host);
    return remix(limited, { services, nonce, requestId, locale, address: info.client.address });
  }
}

function readLanguage(request: Request): string | null {
  return /(?:^|;\s*)lang=([a-z]{2})(?:;|$)/.exec(request.headers.get("Cookie") ?? "")?.[1] ?? null;
}

/** Links that are keys to something must not stand in a log. */
function loggedPath(pathname: string): string {
  return pathname.replace(/^\/(i|account)\/.+/, "/$1/[token]");
}
