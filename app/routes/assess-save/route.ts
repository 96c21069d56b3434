import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/http/form";
import { orNotFound, requireAssessor } from "~/http/guards";
import { readAsked, readDesk } from "~/use-cases/desk";
import { draftSchema } from "../assess-function/judgment-input.server";
import { save } from "../assess-function/save.server";
import { currentAssessor } from "../assess-layout/seat.server";

/**
 * Where the questionnaire saves by itself, finished or not. Answers in JSON: 200 with the version that now stands and
 * whether the function is answered by it; 400 with the fields that are not as they must be; 409 with the reason why
 * nothing is taken, also to somebody whose seat is gone: what they typed waits on their device.
 */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const visit = await currentAssessor(args);
  if (!visit) return Response.json({ reason: "seat" }, { status: 409 });
  const { context } = visit;
  const task = orNotFound(readAsked(context, args.params.functionKey ?? ""));
  const form = await readForm(args, draftSchema(task, task.steps.length));
  if (!form.ok) return Response.json({ errors: form.refuse().data.errors }, { status: 400 });
  const saved = await save(context, task, form);
  if (!("reason" in saved)) return Response.json(saved);
  const standing = orNotFound(readDesk(context).tasks.find(({ fn }) => fn.key === task.fn.key));
  return Response.json({ ...saved, version: standing.judgment?.version ?? 0 }, { status: 409 });
}

/** There is nothing to look at here. */
export async function loader(args: LoaderFunctionArgs) {
  await requireAssessor(args);
  return redirect("/assess");
}
