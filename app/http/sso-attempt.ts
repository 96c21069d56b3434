import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { RequestArgs } from "./context";
import { readToken, ssoCookie, ssoErrorCookie } from "./cookies";
import type { Attempt } from "./oidc";

/** How long somebody may take to sign in at the provider. */
const LIFETIME = 10 * 60 * 1000;
const DEFAULT_TARGET = "/companies";

const schema = z.object({
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  next: z.string(),
  startedAt: z.number(),
});

/** Goes to the provider, and has the browser keep what the answer must match and the path of ours it wanted. */
export async function leaveFor(
  args: RequestArgs,
  to: { url: string; attempt: Attempt; next: string },
): Promise<Response> {
  const startedAt = args.context.services.clock().getTime();
  const kept: z.infer<typeof schema> = { ...to.attempt, next: to.next, startedAt };
  return redirect(to.url, { headers: { "Set-Cookie": await ssoCookie(args).serialize(kept) } });
}

/** The attempt this browser has begun; null without one, or when it took too long. */
export async function readAttempt(args: RequestArgs): Promise<(Attempt & { next: string }) | null> {
  // A cookie that is not ours or not even text parses to null or throws; both are no attempt.
  const value: unknown = await ssoCookie(args)
    .parse(args.request.headers.get("Cookie"))
    .catch(() => null);
  const { success, data: kept } = schema.safeParse(value);
  if (!success) return null;
  const age = args.context.services.clock().getTime() - kept.startedAt;
  return age < LIFETIME ? kept : null;
}

/** Goes to one of our pages with the cookies given; the attempt is over, however it went. */
export async function endAttempt(args: RequestArgs, to: string, cookies: string[]): Promise<Response> {
  const headers = new Headers({ "Set-Cookie": await ssoCookie(args).serialize("", { maxAge: 0 }) });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(to, { headers });
}

/** Goes back to the sign-in page, which says once what went wrong and still knows where the person wanted to go. */
export async function giveUp(
  args: RequestArgs,
  message: string,
  next: string = DEFAULT_TARGET,
): Promise<Response> {
  const to = `/sign-in?next=${encodeURIComponent(next)}`;
  return endAttempt(args, to, [await ssoErrorCookie(args).serialize(message)]);
}

/** What `giveUp` left for the sign-in page, with the header that takes it away; null when there is nothing. */
export async function takeSsoError(args: RequestArgs): Promise<{ message: string; header: string } | null> {
  const jar = ssoErrorCookie(args);
  const message = await readToken(jar, args.request);
  return message === null ? null : { message, header: await jar.serialize("", { maxAge: 0 }) };
}
