import { generateKeyPairSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import Provider, { type Configuration, type ResponseType } from "oidc-provider";
import { vi } from "vitest";

/** Who somebody is at the provider, and what it says about them. */
export type Person = { subject: string; email?: string; verified?: boolean; amr?: string[]; acr?: string };

export type TestProvider = {
  issuer: string;
  /** Who is sitting at the browser: the provider asks nobody for a password. Null declines. */
  person: Person | null;
  /** Changes what the provider answers at a path, as one that is set up otherwise or under attack would. */
  tamper: Record<string, (answer: Record<string, unknown>) => void>;
  /** Stops answering until `start`, on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

export const CLIENT = { id: "selaras-test", secret: randomBytes(24).toString("hex") };

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const signingKey = { ...privateKey.export({ format: "jwk" }), kid: "signing", use: "sig", alg: "RS256" };

export type ProviderOptions = {
  redirectUri: string;
  /** Where it puts the e-mail address. */
  claimsIn?: "id-token" | "userinfo";
  /** The one way in which it lets a client authenticate. */
  authentication?: "client_secret_basic" | "client_secret_post" | "none";
};

/** A real OpenID Connect provider on a port of its own. */
export async function startProvider(options: ProviderOptions): Promise<TestProvider> {
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  const test: TestProvider = {
    issuer: `http://127.0.0.1:${address.port}`,
    person: null,
    tamper: {},
    stop: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
    start: () => listen(address.port),
  };
  // It warns that it keeps everything in memory, which is what a test wants.
  const warnings = vi.spyOn(console, "warn").mockReturnValue();
  const provider = new Provider(test.issuer, configure(test, options));
  warnings.mockRestore();
  provider.use(async (context, next) => {
    await next();
    test.tamper[context.path]?.(context.body as Record<string, unknown>);
  });
  answer = interactive(provider, test);
  return test;
}

function configure(test: TestProvider, options: ProviderOptions): Configuration {
  const { redirectUri, claimsIn = "userinfo", authentication = "client_secret_basic" } = options;
  const responses: ResponseType[] = ["code"];
  const client = {
    ...{ client_id: CLIENT.id, redirect_uris: [redirectUri], response_types: responses },
    token_endpoint_auth_method: authentication,
  };
  return {
    clients: [authentication === "none" ? client : { ...client, client_secret: CLIENT.secret }],
    clientAuthMethods: [authentication],
    jwks: { keys: [signingKey] },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    claims: { openid: ["sub", "amr", "acr"], email: ["email", "email_verified"] },
    conformIdTokenClaims: claimsIn === "userinfo",
    pkce: { required: () => true },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        ...(test.person?.email ? { email: test.person.email, email_verified: test.person.verified } : {}),
      }),
    }),
    // Each is the library's own default; named, because it warns where they are left out.
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 3600,
      Session: 3600,
    },
  };
}

/** Signs in whoever `test.person` is, without a page in between. */
function interactive(provider: Provider, test: TestProvider): RequestListener {
  const library = provider.callback();
  return async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return library(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const { person } = test;
    if (!person) {
      const declined = { error: "access_denied", error_description: "The person declined" };
      return provider.interactionFinished(request, response, declined);
    }
    const { subject: accountId, amr, acr } = person;
    const grant = new provider.Grant({ accountId, clientId: String(params.client_id) });
    grant.addOIDCScope(String(params.scope));
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { login: { accountId, amr, acr }, consent });
  };
}
