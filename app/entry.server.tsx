import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { withStylesheet } from "./http/brand";
import { handOver } from "./http/hand-over";
import type { DrawnPage } from "./http/page-template";
import { withLocale } from "./i18n/locale.server";
import { importMap, preloadAlone } from "./i18n/one-language";
import { RequestContext } from "./ui/request-context";

/** Draws the page whole: the store answers in microseconds, so there is nothing to stream. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const { html, script } = await drawPage(request, remixContext, context);
  const { sheet } = context;
  // As bytes at once: a body given as text is read through twice more.
  const page = sheet ? sheet.finish({ html, script }, status, headers) : Buffer.from(html + script);
  return new Response(page, { status, headers });
}

async function drawPage(
  request: Request,
  { serverHandoffStream, ...remixContext }: EntryContext,
  context: AppLoadContext,
): Promise<DrawnPage> {
  const { locale, stylesheet, manifest = remixContext.manifest } = context;
  const { nonce, requestId } = context.sheet ?? context;
  const drawn = context.sheet ? context.sheet.drawn : context.drawn?.text;
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
  // Only a page with scripts can take the data.
  const wanted = serverHandoffStream && remixContext.renderMeta?.didRenderScripts;
  return {
    html: withStylesheet(`<!DOCTYPE html>${html}`, stylesheet),
    script: wanted ? await handOver(serverHandoffStream, nonce) : "",
  };
}

/** An unexpected error goes to the log with the request's id; the page shows only the id. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  context.services.log.error({ err: error, requestId: context.requestId }, "a request failed");
}
