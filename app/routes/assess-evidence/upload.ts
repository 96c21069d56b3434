import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireAssessor } from "~/http/guards";
import { answerScript } from "./answer.server";

/** Where the form of a piece of evidence is sent by script: the same deed, answered in JSON. */
export function action(args: ActionFunctionArgs) {
  return answerScript(args);
}

export async function loader(args: LoaderFunctionArgs) {
  await requireAssessor(args);
  return redirect("/assess");
}
