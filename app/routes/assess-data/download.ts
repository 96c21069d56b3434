import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { jsonFile, tooMany } from "~/http/download";
import { requireAssessor } from "~/http/guards";
import { consume } from "~/http/rate-limit";
import { exportAssessorData } from "~/use-cases/personal-data";

/** Everything held about the holder of an invitation, as a file. Posted, because it is written down that it was taken. */
export async function action(args: ActionFunctionArgs) {
  const { context } = await requireAssessor(args);
  const wait = await consume(args, ["export:account"], context.actor.memberId);
  if (wait !== null) throw tooMany(wait);
  return jsonFile("selaras-assessor", exportAssessorData(context));
}

export function loader() {
  return redirect("/assess/data");
}
