import { expect, test } from "vitest";
import { readEnv } from "~/env.server";
import { callbackUrl, describeFailure, providerOf } from "./oidc";

const BASIC = { OIDC_ISSUER: "https://id.example/realms/kantor", OIDC_CLIENT_ID: "selaras" };
const read = (given: Record<string, string>) => readEnv({ BASE_URL: "https://selaras.example/", ...given });

test("without settings there is no provider; empty ones are none", () => {
  expect(providerOf(read({}))).toBeNull();
  expect(providerOf(read({ OIDC_ISSUER: "", OIDC_CLIENT_ID: "", OIDC_NAME: "" }))).toBeNull();
});

test("issuer and client are enough; the button then says SSO", () => {
  expect(providerOf(read(BASIC))).toEqual({
    issuer: BASIC.OIDC_ISSUER,
    clientId: "selaras",
    clientSecret: undefined,
    name: "SSO",
  });
  expect(callbackUrl(read(BASIC))).toBe("https://selaras.example/sso/callback");
});

test.each<[Record<string, string>, RegExp]>([
  [{ OIDC_ISSUER: BASIC.OIDC_ISSUER }, /OIDC_CLIENT_ID is missing/],
  [{ OIDC_CLIENT_ID: "selaras" }, /OIDC_CLIENT_ID does nothing without OIDC_ISSUER/],
  [{ OIDC_CLIENT_SECRET: "x" }, /OIDC_CLIENT_SECRET does nothing without OIDC_ISSUER/],
  [{ OIDC_NAME: "Kantor" }, /OIDC_NAME does nothing without OIDC_ISSUER/],
  [{ ...BASIC, OIDC_NAME: "x".repeat(61) }, /OIDC_NAME/],
  [{ ...BASIC, OIDC_ISSUER: "id.example" }, /OIDC_ISSUER must be an https address/],
  [{ ...BASIC, OIDC_ISSUER: "ftp://id.example" }, /OIDC_ISSUER must be an https address/],
  [{ ...BASIC, OIDC_ISSUER: "http://id.example" }, /OIDC_ISSUER must be an https address; http is for/],
  [{ ...BASIC, OIDC_ISSUER: "http://127.0.0.1.id.example" }, /OIDC_ISSUER must be an https address; http/],
  [{ ...BASIC, OIDC_ISSUER: "https://a:b@id.example" }, /OIDC_ISSUER must have no user name/],
  [{ ...BASIC, OIDC_ISSUER: "https://id.example/?x=1" }, /OIDC_ISSUER must have no user name, question mark/],
  [
    { ...BASIC, OIDC_ISSUER: "https://id.example/.well-known/openid-configuration" },
    /OIDC_ISSUER must be the issuer itself/,
  ],
])("%j is refused with the reason", (given, reason) => {
  expect(() => read(given)).toThrow(reason);
});

test.each(["http://localhost:9000", "http://127.0.0.1:9000", "http://[::1]:9000"])(
  "%s may do without https: it is this machine",
  (issuer) => {
    expect(providerOf(read({ ...BASIC, OIDC_ISSUER: issuer }))?.issuer).toBe(issuer);
  },
);

test("a failure is described by its codes, without what it carries", () => {
  const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED", token: "secret" });
  const error = Object.assign(new Error("fetch failed", { cause }), { code: "X", id_token: "secret" });
  expect(describeFailure(error)).toEqual({ reason: "fetch failed", code: "X", cause: "ECONNREFUSED" });
  const answered = { message: "refused", error: "access_denied", cause: new URLSearchParams("code=secret") };
  expect(describeFailure(answered)).toEqual({ reason: "refused", answer: "access_denied" });
  expect(describeFailure(undefined)).toEqual({});
});
