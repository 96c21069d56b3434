import { createCookie } from "@remix-run/node";
import { isLocale, type Locale } from "~/i18n/locale";
import type { RequestArgs } from "./context";

const YEAR = 365 * 24 * 60 * 60;

/** Cookies are signed, and bound to the host and to https where the site runs under https. */
function cookie(args: RequestArgs, name: string, maxAge?: number) {
  const { env, secret } = args.context.services;
  const secure = env.BASE_URL.startsWith("https:");
  return createCookie(secure ? `__Host-${name}` : name, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    secrets: [secret],
    maxAge,
  });
}

export const userCookie = (args: RequestArgs) => cookie(args, "session", 14 * 24 * 60 * 60);
export const assessorCookie = (args: RequestArgs) => cookie(args, "seat", 180 * 24 * 60 * 60);
/** Says once what was done, on the page after a redirect. */
export const flashCookie = (args: RequestArgs) => cookie(args, "flash", 60);
/** What an answer of the single sign-on provider must match; binds it to the browser that asked. */
export const ssoCookie = (args: RequestArgs) => cookie(args, "sso", 10 * 60);
/** Says once on the sign-in page why single sign-on did not work. */
export const ssoErrorCookie = (args: RequestArgs) => cookie(args, "sso-error", 60);

/** Says that the passphrase of a shared report was given; sent back to that report's own addresses only. */
export function shareCookie(args: RequestArgs, path = "/share") {
  const { env, secret } = args.context.services;
  const secure = env.BASE_URL.startsWith("https:");
  return createCookie(secure ? "__Secure-share" : "share", {
    ...{ httpOnly: true, sameSite: "lax", path, secure, secrets: [secret] },
    maxAge: 24 * 60 * 60,
  });
}

/** The language cookie holds no secret and is read before Remix runs, so it is plain. */
export function languageCookie(locale: string, secure: boolean): string {
  const kept = `lang=${locale}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`;
  return secure ? `__Host-${kept}; Secure` : kept;
}

/** The language somebody has chosen in this browser, or null. */
export function chosenLanguage(request: Request): Locale | null {
  const cookies = (request.headers.get("Cookie") ?? "").split(";").map((pair) => pair.trim());
  const value = cookies.find((pair) => /^(__Host-)?lang=/.test(pair))?.replace(/^.*?=/, "");
  return value && isLocale(value) ? value : null;
}

/** Reads a cookie's token; anything that is not the text we signed counts as absent. */
export async function readToken(
  jar: ReturnType<typeof userCookie>,
  request: Request,
): Promise<string | null> {
  try {
    const value: unknown = await jar.parse(request.headers.get("Cookie"));
    return typeof value === "string" && value.length > 0 ? value : null;
  } catch {
    return null;
  }
}
