import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { withStylesheet } from "./http/brand";
import { handOver } from "./http/hand-over";
import { keptPage } from "./http/page-cache";
import { REVALIDATED, revalidated, tagOf } from "./http/revalidate";
import { withLocale } from "./i18n/locale.server";
import { importMap, preloadAlone } from "./i18n/one-language";
import { RequestContext } from "./ui/request-context";

/**
 * Draws the page whole: the store answers in microseconds, so there is nothing to stream. A page of what was published
 * is not drawn for a browser that has it as it still is.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const draw = () => drawPage(request, remixContext, context);
  // As bytes at once: a body given as text is read through twice more.
  const answer = (page: Buffer<ArrayBuffer>) => new Response(page, { status, headers });
  if (status !== 200 || headers.get("Cache-Control") !== REVALIDATED)
    return answer(Buffer.from(await draw()));
  const { locale, drawn, stylesheet = "", nonce, requestId } = context;
  const { loaderData } = remixContext.staticHandlerContext;
  // All that a page shows comes from these.
  const tag = tagOf(request.url, locale, remixContext.manifest.version, stylesheet, drawn, loaderData);
  return revalidated(request, { tag, headers }, async () =>
    answer(await keptPage(tag, [nonce, requestId], draw)),
  );
}

/** All data are there before a page is drawn; Remix would hold on to them for five seconds in case they were not. */
export const streamTimeout = 20;

async function drawPage(
  request: Request,
  { serverHandoffStream, ...remixContext }: EntryContext,
  { nonce, locale, requestId, stylesheet, drawn, manifest = remixContext.manifest }: AppLoadContext,
): Promise<string> {
  const info = { nonce, requestId, importMap: importMap(manifest, locale), drawn };
  const app = (
    <RequestContext.Provider value={info}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </RequestContext.Provider>
  );
  const html = preloadAlone(
    withLocale(locale, () => renderToString(app)),
    locale,
  );
  const page = withStylesheet(`<!DOCTYPE html>${html}`, stylesheet);
  // Only a page with scripts can take the data.
  const wanted = serverHandoffStream && remixContext.renderMeta?.didRenderScripts;
  return wanted ? page + (await handOver(serverHandoffStream, nonce)) : page;
}

/** An unexpected error goes to the log with the request's id; the page shows only the id. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  context.services.log.error({ err: error, requestId: context.requestId }, "a request failed");
}
