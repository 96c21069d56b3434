import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import type { ReactNode } from "react";
import "./app.css";
import { AppLink } from "./app-link";
import { m } from "./i18n/messages";
import { getLocale } from "./i18n/paraglide/runtime.js";
import { describeError, ErrorPage } from "./ui/error-page";
import { fontUrl } from "./ui/font";
import { LinkProvider } from "./ui/link";
import { useImportMap, useNonce, useRequestId } from "./ui/request-context";

export const links: LinksFunction = () => [
  { rel: "preload", href: fontUrl, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export function loader({ context }: LoaderFunctionArgs) {
  return { refused: context.refused ?? false };
}

export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${describeError(error).title} · ${m.app_name()}` : m.app_name() },
];

/** The document around every page and every error page. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const importMap = useImportMap();
  return (
    <html lang={getLocale()} data-request-id={useRequestId()} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* Under the header's no-referrer, Chromium posts a plain form with "Origin: null", which the origin check
            refuses. This lets our own pages say where they come from to ourselves, and still to nobody else. */}
        <meta name="referrer" content="same-origin" />
        {importMap ? (
          <script
            type="importmap"
            nonce={nonce}
            suppressHydrationWarning
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made of the names of our own files
            dangerouslySetInnerHTML={{ __html: importMap }}
          />
        ) : null}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <LinkProvider value={AppLink}>
      <Outlet />
    </LinkProvider>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
