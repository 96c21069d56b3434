import { bundleJsonSchema } from "~/bundle/schema";

/** It changes only with Selaras itself. */
const SCHEMA = `${JSON.stringify(bundleJsonSchema(), null, 2)}\n`;

/** What a bundle looks like, as JSON Schema made of the same description that bundles are checked by. */
export function loader() {
  return new Response(SCHEMA, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
  });
}
