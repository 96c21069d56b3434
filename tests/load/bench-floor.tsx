import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type EntryContext,
  type ServerBuild,
} from "@remix-run/node";
import { Links, Meta, Outlet, RemixServer, Scripts } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";

/**
 * The framework's floor: Remix with a root like that of its template and one route that reads nothing and shows
 * nothing, rendered as its template does.
 */
export function floorHandler(future: ServerBuild["future"]): (request: Request) => Promise<Response> {
  const route = { caseSensitive: undefined, index: undefined };
  const shown = { hasAction: false, hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false };
  const build = {
    entry: { module: { default: drawPage } },
    routes: {
      root: { ...route, id: "root", path: "", module: { default: Root } },
      empty: {
        ...route,
        id: "empty",
        parentId: "root",
        path: "empty",
        module: { default: Empty, loader: () => null },
      },
    },
    assets: {
      ...{ version: "floor", url: "/manifest.js", entry: { module: "/entry.js", imports: [] } },
      routes: {
        root: { ...shown, id: "root", path: "", hasLoader: false, module: "/root.js", imports: [] },
        empty: {
          ...shown,
          id: "empty",
          parentId: "root",
          path: "empty",
          hasLoader: true,
          module: "/empty.js",
          imports: [],
        },
      },
    },
    ...{
      publicPath: "/",
      assetsBuildDirectory: "build/client",
      isSpaMode: false,
      mode: "production",
      future,
    },
  } as unknown as ServerBuild;
  return createRequestHandler(build, "production");
}

function Root() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  );
}

function Empty() {
  return null;
}

function drawPage(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onShellReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
      // Whoever asks leaves in the middle when their time is up.
      onError: () => {},
    });
  });
}
