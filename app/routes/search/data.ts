import type { LoaderFunctionArgs } from "@remix-run/node";
import { find } from "./find.server";

/** What the command palette shows while somebody types. */
export async function loader(args: LoaderFunctionArgs) {
  const { companies, assessments } = await find(args);
  return Response.json({ companies, assessments }, { headers: { "Cache-Control": "no-store" } });
}
