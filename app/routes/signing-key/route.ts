import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicKeyOf } from "~/bundle/sign";
import { signingKey } from "~/signing-key.server";

/** The key that the bundles of this installation are signed with, for whoever wants to compare. */
export function loader({ context }: LoaderFunctionArgs) {
  const { pem } = publicKeyOf(signingKey(context.services.env.DATA_DIR));
  return new Response(pem, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
