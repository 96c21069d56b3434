import type { LoaderFunctionArgs } from "@remix-run/node";
import { orNotFound } from "~/http/guards";
import { readBrandFile } from "~/use-cases/branding";

/**
 * The stylesheet and the logo of a workspace, also for those without an account: invitations, shared reports. The
 * address is known to whoever was given a page that names it.
 */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { db, secret } = context.services;
  const { workspaceId = "", brandFile = "" } = params;
  const { type, content } = orNotFound(readBrandFile({ db, settings: { secret } }, workspaceId, brandFile));
  const body = typeof content === "string" ? content : new Uint8Array(content);
  return new Response(body, {
    headers: {
      "Content-Type": type === "text/css" ? "text/css; charset=utf-8" : type,
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
