import type { LoaderFunctionArgs } from "@remix-run/node";
import { readToken, userCookie } from "~/http/cookies";
import { orNotFound, visitorContext } from "~/http/guards";
import { describeFailure, providerOf, readAnswer } from "~/http/oidc";
import { userAgent } from "~/http/pending";
import { consume } from "~/http/rate-limit";
import { endAttempt, giveUp, readAttempt } from "~/http/sso-attempt";
import { m } from "~/i18n/messages";
import { signInByProvider } from "~/use-cases/single-sign-on";

/**
 * Finishes single sign-on. OAuth has it be a GET although it signs in; so it does nothing at all unless this very
 * browser has begun the attempt to which the answer belongs.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { env, log } = args.context.services;
  const { requestId } = args.context;
  const provider = orNotFound(providerOf(env));
  const failed = m.account_sso_failed({ name: provider.name });
  const { search, searchParams } = new URL(args.request.url);
  const attempt = await readAttempt(args);
  if (!attempt || searchParams.get("state") !== attempt.state) {
    log.warn({ requestId }, "a single sign-on answer belongs to no attempt of this browser");
    return giveUp(args, failed, attempt?.next);
  }
  const { next } = attempt;
  const wait = await consume(args, ["sign-in:address"]);
  if (wait !== null) return giveUp(args, m.account_sign_in_slow({ minutes: wait }), next);

  let identity: Awaited<ReturnType<typeof readAnswer>>;
  try {
    identity = await readAnswer(env, provider, { search, attempt });
  } catch (error) {
    log.warn({ requestId, ...describeFailure(error) }, "a single sign-on answer was refused");
    return giveUp(args, failed, next);
  }
  const signedIn = signInByProvider(visitorContext(args), identity, {
    userAgent: userAgent(args.request),
    replaces: await readToken(userCookie(args), args.request),
  });
  if (signedIn.next === "refused") {
    log.info({ requestId, reason: signedIn.reason }, "single sign-on found no account to open");
    return giveUp(args, m.account_sso_unknown({ email: identity.email ?? identity.subject }), next);
  }
  const to = signedIn.next === "done" ? next : `/sign-in/${signedIn.next}?next=${encodeURIComponent(next)}`;
  return endAttempt(args, to, [await userCookie(args).serialize(signedIn.token)]);
}
