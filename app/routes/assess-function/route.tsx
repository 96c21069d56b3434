import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { z } from "zod";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { orNotFound, requireAssessor } from "~/http/guards";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { titled } from "~/ui/titled";
import { nextTask, readDesk } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { saveJudgment } from "~/use-cases/judging";
import { currentAssessor } from "../assess-layout/seat.server";
import { type Conflict, conflictOf, functionView } from "./function-view.server";
import { JudgmentForm } from "./judgment-form";
import { judgmentInput, judgmentSchema } from "./judgment-input.server";
import { TypedOnly } from "./typed-only";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data?.view?.question ?? m.assess_conflict_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  // The answer to a refused form gives back what was typed, even to somebody who may no longer write or read.
  const { refused } = args.context;
  const visit = refused ? await currentAssessor(args) : await requireAssessor(args);
  if (!visit) return { view: null };
  const desk = readDesk(visit.context);
  const task = orNotFound(desk.tasks.find(({ fn }) => fn.key === args.params.functionKey));
  if (!desk.editable && !refused) throw redirect("/assess");
  return { view: functionView(desk, task, getLocale()) };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await currentAssessor(args);
  if (!visit) return keepTyped(args, "seat");
  const desk = readDesk(visit.context);
  const task = orNotFound(desk.tasks.find(({ fn }) => fn.key === args.params.functionKey));
  const conflict = conflictOf(desk);
  if (conflict) return keepTyped(args, conflict);
  const form = await readForm(args, judgmentSchema(task, desk.rubric.levels.length));
  if (!form.ok) return form.refuse();
  try {
    saveJudgment(visit.context, task.fn.key, judgmentInput(task, form.value, form.values));
  } catch (error) {
    const late = error instanceof Refusal && conflictOf(readDesk(visit.context));
    if (late) return conflicting(args, form.values, late);
    throw error;
  }
  const next = nextTask(readDesk(visit.context).tasks, task.fn.key);
  const onward = next ? `/assess/functions/${next.fn.key}` : "/assess/check";
  const saved = m.assess_saved({ name: localized(task.fn.name, getLocale()) });
  return redirectSaying(args, form.values.intent === "list" ? "/assess" : onward, saved);
}

/** Saves nothing and hands everything back. */
async function keepTyped(args: ActionFunctionArgs, conflict: Conflict) {
  const form = await readForm(args, z.object({}));
  if (!form.ok) return form.refuse();
  return conflicting(args, form.values, conflict);
}

function conflicting(args: ActionFunctionArgs, values: Record<string, string>, conflict: Conflict) {
  args.context.refused = true;
  return data({ values, errors: {}, conflict }, { status: 409 });
}

type NotSent = { values: null; errors: { "": string[] } };

/** Where the server is out of reach the page stays as it is, with everything typed. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (problem) {
    if (problem instanceof Response || isRouteErrorResponse(problem)) throw problem;
    const state: NotSent = { values: null, errors: { "": [m.assess_not_sent()] } };
    // The status keeps the framework from asking the same server for the page again.
    return Response.json(state, { status: 503 });
  }
}

export default function AssessFunction() {
  const { view } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action | (() => NotSent)>();
  const conflict = state && "conflict" in state ? state.conflict : null;
  if (!view) return <TypedOnly typed={state?.values ?? {}} />;
  const values = state?.values ?? view.saved;
  const errors = state?.errors ?? {};
  return <JudgmentForm key={view.task.key} view={view} values={values} errors={errors} conflict={conflict} />;
}
