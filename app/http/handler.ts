import { randomBytes, randomUUID } from "node:crypto";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { networkOf } from "#db/network";
import { freshen } from "#db/replica/open";
import { negotiateLocale, withLocale } from "~/i18n/locale.server";
import { clientAddress, proxyList } from "./client-address";
import { compress } from "./compress";
import type { Services } from "./context";
import { chosenLanguage } from "./cookies";
import { probe } from "./health";
import { withLimitedBody } from "./limited-body";
import { answerMetrics } from "./metrics";
import { noteRefusal } from "./note-refusal";
import { isSameOrigin } from "./origin-check";
import { plainPage } from "./plain-page";
import { remixHandler } from "./remix";
import { routePatterns } from "./route-patterns";
import { securityHeaders, staticHeaders } from "./security-headers";
import { faultBefore, sayFault, sparing, stylesOf } from "./store-fault";
import { enterUpload, readUpload } from "./upload";

export type App = (request: Request, client: { address: string }) => Promise<Response>;

/**
 * The app as a function from request to response: health probes, origin check, body limit, language, Remix, security
 * headers, compression. The server listens and calls it; tests call it without a server.
 */
export function createApp(options: {
  services: Services;
  build: ServerBuild | (() => Promise<ServerBuild>);
  development?: boolean;
  /** Names the code of the server: it differs in any two builds that draw a page otherwise. */
  release?: string;
}): App {
  const { services, development = false, release } = options;
  const https = services.env.BASE_URL.startsWith("https:");
  const proxies = proxyList(services.env.TRUSTED_PROXIES);
  const routeOf = typeof options.build === "function" ? () => "development" : routePatterns(options.build);
  const { build } = options;
  const spared = typeof build === "function" ? async () => sparing(await build()) : sparing(build);
  const styles = typeof build === "function" ? [] : stylesOf(build);
  const remix = remixHandler(spared, { development, release });

  return async (request, client) => {
    const { pathname } = new URL(request.url);
    const health = probe(pathname, services);
    if (health) return withHeaders(health, staticHeaders(https));
    const figures = await answerMetrics(request, services);
    if (figures) return withHeaders(figures, staticHeaders(https));

    const nonce = randomBytes(16).toString("base64");
    const requestId = randomUUID();
    const started = performance.now();
    const locale = negotiateLocale(chosenLanguage(request), request.headers.get("Accept-Language"));
    const address = clientAddress(client.address, request.headers.get("X-Forwarded-For"), proxies);
    const context: AppLoadContext = { services, nonce, requestId, locale, address };
    const response = await withLocale(locale, async () =>
      sayFault(request, await answer(request, context), context, styles),
    );

    const answered = changeable(response);
    const { headers } = answered;
    const { formTarget } = context;
    const security = securityHeaders({ nonce, https, pathname, development, formTarget });
    for (const [name, value] of Object.entries(security)) {
      if (!headers.has(name)) headers.set(name, value);
    }
    // Remix names the type of its data without their encoding.
    if (headers.get("Content-Type") === "text/x-script")
      headers.set("Content-Type", "text/x-script; charset=utf-8");
    headers.set("X-Request-Id", requestId);
    const { status } = answered;
    const milliseconds = Math.round(performance.now() - started);
    services.log.info({
      requestId,
      method: request.method,
      path: loggedPath(pathname),
      status,
      milliseconds,
      network: networkOf(address),
      who: context.who,
    });
    services.metrics.request({ method: request.method, route: routeOf(pathname), status, milliseconds });
    // The page that the browser has goes with the policy it came with, whose nonce its scripts bear.
    if (status === 304) headers.delete("Content-Security-Policy");
    return compress(request, answered);
  };

  async function answer(request: Request, context: AppLoadContext): Promise<Response> {
    try {
      return await answerWhole(request, context);
    } catch (error) {
      const failed = faultBefore(context, error);
      if (!failed) throw error;
      return failed;
    }
  }

  async function answerWhole(request: Request, context: AppLoadContext): Promise<Response> {
    // On one of several machines: whatever the others have acknowledged is seen.
    await freshen(services.db);
    if (!isSameOrigin(request, services.env.BASE_URL)) {
      noteRefusal({ context }, "foreign-origin");
      return plainPage(403, context.locale);
    }
    const leave = await enterUpload({ request, context });
    try {
      const limited = leave ? await uploaded(request, context) : await withLimitedBody(request);
      if (!limited) {
        noteRefusal({ context }, "body-too-large");
        return plainPage(413, context.locale);
      }
      // Remix compares it with Host, which names another host behind a proxy; our own check has decided already.
      limited.headers.delete("Origin");
      return await remix(withoutDataParameter(limited), context);
    } finally {
      leave?.();
    }
  }
}

async function uploaded(request: Request, context: AppLoadContext): Promise<Request | null> {
  const upload = await readUpload(request);
  if (upload?.tooLarge) {
    noteRefusal({ context }, "body-too-large");
    context.tooLarge = true;
  }
  return upload?.request ?? null;
}

/**
 * Beside single fetch, Remix still answers the `?_data=` requests of its first generation, halfway: an empty page, or
 * an error in the log that anybody can cause. Here the parameter means what any unknown one does, nothing.
 */
function withoutDataParameter(request: Request): Request {
  const url = new URL(request.url);
  if (!url.searchParams.has("_data")) return request;
  url.searchParams.delete("_data");
  return new Request(url, request);
}

/** The answer with headers that can still be changed, and without a body where there must be none. */
function changeable(response: Response): Response {
  const { status } = response;
  if (response.body && (status === 204 || status === 304)) return new Response(null, response);
  // Those of a `Response.redirect()` are fixed; there is no other way to find out.
  try {
    response.headers.delete("X-Request-Id");
    return response;
  } catch {
    return new Response(response.body, response);
  }
}

function withHeaders(response: Response, added: Record<string, string>): Response {
  for (const [name, value] of Object.entries(added)) response.headers.set(name, value);
  return response;
}

/** Links that are keys to something must not stand in a log, however the rest of the address is spelled. */
function loggedPath(pathname: string): string {
  return pathname.replace(/[\w%-]{40,}/g, "[token]");
}
