import type { RequestArgs } from "~/http/context";
import { readToken, shareCookie } from "~/http/cookies";
import { visitorContext } from "~/http/guards";
import { readShared, type Shared } from "~/use-cases/share-links";

const DAY = 24 * 60 * 60;

type Args = RequestArgs & { params: { token?: string } };

/** The report that a link leads to, for a browser that may see it: without a passphrase, or where that was given. */
export type Door = { shared: Shared; open: boolean };

/** Null for a link that opens nothing, whatever killed it. */
export async function readDoor(args: Args): Promise<Door | null> {
  const shared = readShared(visitorContext(args), args.params.token ?? "");
  if (!shared) return null;
  const { seal } = shared;
  // The cookie goes no further than this link, and is worth nothing once its passphrase is another.
  return { shared, open: seal === null || (await readToken(shareCookie(args), args.request)) === seal };
}

/** The path of everything that is read by this link. */
export const sharePath = (token: string | undefined) => `/share/${encodeURIComponent(token ?? "")}`;

/** The cookie that says that the passphrase was given: for a day at most, and no longer than the link lives. */
export function openingCookie(args: Args, { link, seal }: Shared): Promise<string> {
  const left = (link.expiresAt.getTime() - args.context.services.clock().getTime()) / 1000;
  const maxAge = Math.max(1, Math.floor(Math.min(left, DAY)));
  return shareCookie(args, sharePath(args.params.token)).serialize(seal, { maxAge });
}

/**
 * Whether a request opens the report, as somebody does who follows the link: not a look at its head, a fetch ahead, a
 * script's request, nor moving about in what is open already (another language, the same page again).
 */
export function isOpening({ method, headers }: Request): boolean {
  const purpose = headers.get("Sec-Purpose") ?? headers.get("Purpose") ?? "";
  const destination = headers.get("Sec-Fetch-Dest") ?? "document";
  const from = headers.get("Sec-Fetch-Site");
  return (
    method === "GET" && !purpose.includes("prefetch") && destination === "document" && from !== "same-origin"
  );
}
