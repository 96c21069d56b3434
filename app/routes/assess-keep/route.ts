import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { redirectSaying } from "~/http/flash";
import { orNotFound, requireAssessor } from "~/http/guards";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { nextTask, readDesk } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { keepJudgment } from "~/use-cases/rounds-keep";

/** Gives the answer of the round before again, in one tap, and goes on to the next function. */
export async function action(args: ActionFunctionArgs) {
  const { context } = await requireAssessor(args);
  const task = orNotFound(readDesk(context).tasks.find(({ fn }) => fn.key === args.params.functionKey));
  if (!task.earlier) return redirect(`/assess/functions/${task.fn.key}`);
  try {
    keepJudgment(context, task.fn.key);
  } catch (error) {
    // Handed in or closed meanwhile, or the panel is in a workshop: the list of tasks says which.
    if (error instanceof Refusal) return redirect("/assess");
    throw error;
  }
  const next = nextTask(readDesk(context).tasks, task.fn.key);
  const kept = m.rounds_kept_said({ name: localized(task.fn.name, getLocale()) });
  return redirectSaying(args, next ? `/assess/functions/${next.fn.key}` : "/assess/check", kept);
}

/** There is nothing to look at here. */
export async function loader(args: LoaderFunctionArgs) {
  await requireAssessor(args);
  return redirect("/assess");
}
