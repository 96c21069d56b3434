import { createContext, useContext } from "react";

export type RequestInfo = {
  nonce: string;
  requestId: string;
  importMap: string | null;
  /** A part of the page that its loader has drawn. */
  drawn?: string;
};

/** What the server knows of the request while it draws; the browser has none of it. */
export const RequestContext = createContext<RequestInfo | null>(null);

/** The nonce for this page's inline scripts. Browsers hide it from scripts, so there it is undefined. */
export function useNonce(): string | undefined {
  return useContext(RequestContext)?.nonce;
}

/** The id under which the server logged this request; the document carries it to the browser. */
export function useRequestId(): string | undefined {
  const info = useContext(RequestContext);
  return typeof document === "undefined" ? info?.requestId : document.documentElement.dataset.requestId;
}

/** The page's import map as JSON; null where it has none. */
export function useImportMap(): string | null {
  const info = useContext(RequestContext);
  if (typeof document === "undefined") return info?.importMap ?? null;
  return document.querySelector("script[type=importmap]")?.textContent ?? null;
}
