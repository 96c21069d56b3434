import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { asDocument } from "~/http/brand";
import { userCookie } from "~/http/cookies";
import { currentUser } from "~/http/guards";
import { endSession } from "~/use-cases/sessions";

/** Ends the session on the server, not only in the browser. */
export async function action(args: ActionFunctionArgs) {
  const visit = await currentUser(args);
  if (visit) endSession(visit.context, visit.sessionId);
  const cookie = await userCookie(args).serialize("", { maxAge: 0 });
  // Published reports may lie in the browser's cache.
  const headers = { "Set-Cookie": cookie, "Clear-Site-Data": '"cache"' };
  return asDocument(redirect("/", { headers }));
}

export function loader() {
  return redirect("/");
}
