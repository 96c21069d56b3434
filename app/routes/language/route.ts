import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { languageCookie } from "~/http/cookies";
import { readForm } from "~/http/form";
import { currentUser } from "~/http/guards";
import { ownPath } from "~/http/redirects";
import { locales } from "~/i18n/locale";
import { rememberLocale } from "~/use-cases/remember-locale";

const schema = z.object({ language: z.enum(locales), returnTo: z.string().optional() });

/** Remembers the language in a cookie, and with the account of somebody signed in. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args, schema);
  if (!form.ok) return redirect("/");
  const visit = await currentUser(args);
  if (visit) rememberLocale(visit.context, form.value.language);
  const secure = args.context.services.env.BASE_URL.startsWith("https:");
  const headers = { "Set-Cookie": languageCookie(form.value.language, secure) };
  return redirect(ownPath(form.value.returnTo, "/"), { headers });
}

export function loader() {
  return redirect("/");
}
