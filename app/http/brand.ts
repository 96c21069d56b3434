import { readBrandAddresses } from "~/use-cases/branding";
import type { RequestArgs } from "./context";

/** Has the page of this request carry what a workspace shows of itself. */
export function showBrand({ context }: Pick<RequestArgs, "context">, workspaceId: string | undefined): void {
  if (!workspaceId) return;
  const { db, secret } = context.services;
  context.stylesheet = readBrandAddresses({ db, settings: { secret } }, workspaceId).stylesheet ?? undefined;
}

/** Has the browser load the page it is sent to anew: signed in or out, it shows another brand. */
export function asDocument(answer: Response): Response {
  answer.headers.set("X-Remix-Reload-Document", "true");
  return answer;
}

/**
 * Adds the workspace's stylesheet to a page that is drawn. It stands last in the head, which React leaves alone when
 * it takes over the page: so no page needs any code for it. (A change of workspace or of brand loads a new document.)
 */
export function withStylesheet(page: string, stylesheet: string | undefined): string {
  if (!stylesheet) return page;
  return page.replace("</head>", () => `<link rel="stylesheet" href="${stylesheet}"/></head>`);
}
