import { notFound } from "~/http/guards";

/** The number of the publication that an address asks for by `?version=`; null without one, 404 for what is none. */
export function wantedVersion(request: Request): number | null {
  const asked = new URL(request.url).searchParams.get("version");
  if (asked === null) return null;
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw notFound();
  return Number(asked);
}
