import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { jsonFile, tooMany } from "~/http/download";
import { requireUser } from "~/http/guards";
import { consume } from "~/http/rate-limit";
import { exportUserData } from "~/use-cases/personal-data";

/** Everything held about the signed-in user, as a file. Posted, because it is written down that it was taken. */
export async function action(args: ActionFunctionArgs) {
  const { context } = await requireUser(args);
  const wait = await consume(args, ["export:account"], context.actor.userId);
  if (wait !== null) throw tooMany(wait);
  return jsonFile("selaras-account", exportUserData(context));
}

export function loader() {
  return redirect("/me/data");
}
