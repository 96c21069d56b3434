import { setTimeout as pause } from "node:timers/promises";
import * as client from "openid-client";
import type { Env } from "~/env.server";
import type { ProviderIdentity } from "~/use-cases/single-sign-on";

/** Seconds the provider has for each answer. */
const TIMEOUT = 10;
/** Milliseconds a page that only shows the button waits to learn where the button leads. */
const PATIENCE = 1_000;
/** Values of `acr` that mean more than one factor: OpenID PAPE 1.0 and the REFEDS MFA profile. */
const MULTI_FACTOR = [
  "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
  "https://refeds.org/profile/mfa",
];

export type Provider = { issuer: string; clientId: string; clientSecret?: string; name: string };

/** What an answer of the provider must match. The verifier is the secret half of PKCE. */
export type Attempt = { state: string; nonce: string; verifier: string };

/** The provider for single sign-on; null where none is configured. */
export function providerOf(env: Env): Provider | null {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID) return null;
  return {
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    name: env.OIDC_NAME ?? "SSO",
  };
}

/** Where the provider sends the browser back to; it must be registered there. */
export function callbackUrl(env: Env): string {
  return `${env.BASE_URL}/sso/callback`;
}

/**
 * The origin at which the provider asks people to sign in, so that a page's policy can allow it. Some have it apart
 * from the issuer; while the provider does not answer, the issuer's is the best guess. Never throws.
 */
export async function authorizationOrigin(env: Env, provider: Provider): Promise<string> {
  const told = discover(env, provider).then(
    (config) => config.serverMetadata().authorization_endpoint,
    () => undefined,
  );
  return new URL((await within(told, PATIENCE)) ?? provider.issuer).origin;
}

/**
 * Where to send the browser, and what to remember until it comes back.
 * @throws when the provider cannot be reached or does not describe itself properly
 */
export async function authorizationRequest(
  env: Env,
  provider: Provider,
): Promise<{ url: string; attempt: Attempt }> {
  const config = await discover(env, provider);
  const attempt = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: callbackUrl(env),
    scope: "openid email",
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: "S256",
  });
  return { url: url.href, attempt };
}

/**
 * Exchanges the code in the provider's answer (the query of the callback) and reads who it is about.
 * @throws when the answer is an error, does not match the attempt, was used before or is not properly signed
 */
export async function readAnswer(
  env: Env,
  provider: Provider,
  answer: { search: string; attempt: Attempt },
): Promise<ProviderIdentity> {
  const { state, nonce, verifier } = answer.attempt;
  const config = await discover(env, provider);
  const tokens = await client.authorizationCodeGrant(config, new URL(callbackUrl(env) + answer.search), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error("no ID token");
  const { email, email_verified } =
    claims.email === undefined && config.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
      : claims;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: typeof email === "string" ? email : null,
    emailVerified: email_verified === true,
    multiFactor: saysMultiFactor(claims),
  };
}

/** What may stand in the log about a failure: codes and fixed sentences, never a code, state or token. */
export function describeFailure(error: unknown): Record<string, string> {
  const { message, code, error: answer, cause } = Object(error) as Record<string, unknown>;
  const inner = cause instanceof Error ? (cause as { code?: unknown }).code : undefined;
  const said = Object.entries({ reason: message, code, answer, cause: inner });
  return Object.fromEntries(
    said.flatMap(([name, value]) => (typeof value === "string" ? [[name, value.slice(0, 200)]] : [])),
  );
}

const known = new WeakMap<Env, Promise<client.Configuration>>();

/** What the provider says about itself, asked once for each set of settings; after a failure it is asked again. */
function discover(env: Env, provider: Provider): Promise<client.Configuration> {
  const found = known.get(env);
  if (found) return found;
  const { issuer, clientId, clientSecret } = provider;
  const insecure = new URL(issuer).protocol === "http:" ? [client.allowInsecureRequests] : [];
  const asked = client.discovery(new URL(issuer), clientId, clientSecret, authentication(clientSecret), {
    timeout: TIMEOUT,
    // The signature of the ID token is checked too, although it comes straight from the provider.
    execute: [client.enableNonRepudiationChecks, ...insecure],
  });
  known.set(env, asked);
  asked.catch(() => known.delete(env));
  return asked;
}

/** Basic is what OpenID Connect Registration 1.0 assumes of a client; posting the secret is for providers without. */
function authentication(secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return client.None();
  const basic = client.ClientSecretBasic(secret);
  const post = client.ClientSecretPost(secret);
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}

/** RFC 8176 has the value "mfa" of `amr` for it; other providers say it by `acr`. */
function saysMultiFactor({ amr, acr }: Record<string, unknown>): boolean {
  return (
    (Array.isArray(amr) && amr.includes("mfa")) || (typeof acr === "string" && MULTI_FACTOR.includes(acr))
  );
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const enough = new AbortController();
  const late = pause(milliseconds, undefined, { signal: enough.signal }).catch(() => undefined);
  return Promise.race([work, late]).finally(() => enough.abort());
}
