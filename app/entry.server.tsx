import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { withLocale } from "./i18n/locale.server";
import { importMap, preloadAlone } from "./i18n/one-language";
import { RequestContext } from "./ui/request-context";

/** Draws the page whole: the store answers in microseconds, so there is nothing to stream. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, locale, requestId }: AppLoadContext,
): Promise<Response> {
  const app = (
    <RequestContext.Provider
      value={{ nonce, requestId, importMap: importMap(remixContext.manifest, locale) }}
    >
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </RequestContext.Provider>
  );
  const page = preloadAlone(await withLocale(locale, () => renderWhole(app, nonce)), locale);
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(page, { status, headers });
}

function renderWhole(app: ReactElement, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sink = new PassThrough();
    const stream = renderToPipeableStream(app, {
      nonce,
      onAllReady: () => resolve(text(stream.pipe(sink)).then(withoutNul)),
      onShellError: reject,
      onError: reject,
    });
  });
}

/**
 * React 18.3 pads its buffer with NUL where a character of several bytes would straddle the end of it. NUL is no
 * character of HTML, so none of them is ours.
 */
function withoutNul(page: string): string {
  return page.replaceAll("\0", "");
}

/** An unexpected error goes to the log with the request's id; the page shows only the id. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  context.services.log.error({ err: error, requestId: context.requestId }, "a request failed");
}
