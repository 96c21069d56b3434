import { redirect } from "@remix-run/node";
import type { RequestArgs } from "./context";
import { flashCookie, readToken } from "./cookies";

/** Goes to one of our own pages after something was done, and has that page say so once. */
export async function redirectSaying(args: RequestArgs, to: string, message: string): Promise<Response> {
  return redirect(to, { headers: { "Set-Cookie": await flashCookie(args).serialize(message) } });
}

/** The message left for this page, with the header that takes it away; null when there is none. */
export async function takeFlash(args: RequestArgs): Promise<{ message: string; header: string } | null> {
  const jar = flashCookie(args);
  const message = await readToken(jar, args.request);
  return message === null ? null : { message, header: await jar.serialize("", { maxAge: 0 }) };
}
