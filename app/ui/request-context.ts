import { createContext, useContext } from "react";

export type RequestInfo = { nonce: string; requestId: string };

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
