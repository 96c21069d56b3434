import { redirect } from "@remix-run/node";
import { type Pending, resolvePending } from "~/use-cases/sessions";
import type { RequestArgs } from "./context";
import { readToken, userCookie } from "./cookies";

/**
 * The person who has given the password and still owes the second factor; anybody else is sent to sign in. Whoever
 * has an authenticator is asked for its code and can set up no other, whoever has none is asked to set one up.
 */
export async function requirePending(args: RequestArgs): Promise<Pending> {
  const { services } = args.context;
  const token = await readToken(userCookie(args), args.request);
  const pending = token && resolvePending(services.db, token, services.clock());
  if (!pending) throw redirect("/sign-in");
  const { pathname, search } = new URL(args.request.url);
  const page = `/sign-in/${pending.owes}`;
  if (pathname !== page) throw redirect(page + search);
  return pending;
}

/** The browser's name for itself, for the list of sessions. */
export function userAgent(request: Request): string {
  return request.headers.get("User-Agent") ?? "";
}
