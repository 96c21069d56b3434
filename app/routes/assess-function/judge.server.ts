import { type ActionFunctionArgs, data } from "@remix-run/node";
import { z } from "zod";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { orNotFound } from "~/http/guards";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { type AssessorContext, nextTask, readDesk, type Task } from "~/use-cases/desk";
import { currentAssessor } from "../assess-layout/seat.server";
import { evidenceTarget } from "./evidence-target";
import { typedOf } from "./fields";
import { type Conflict, conflictOf, functionView } from "./function-view.server";
import { draftSchema, judgmentSchema } from "./judgment-input.server";
import { type NotTaken, save } from "./save.server";
import type { Stale } from "./stale-choice";
import { differencesOf } from "./versions.server";

type Values = Record<string, string>;

/** Saves the form of one function and goes on; or gives everything that was typed back, and says why. */
export async function judge(args: ActionFunctionArgs) {
  const visit = await currentAssessor(args);
  if (!visit) return keepTyped(args, "seat");
  const { context } = visit;
  const desk = readDesk(context);
  const task = taskOf(args, context);
  const conflict = conflictOf(desk);
  if (conflict) return keepTyped(args, conflict);
  const { key } = task.fn;
  const aside = evidenceTarget(await intentOf(args.request), key);
  const schema = aside ? draftSchema : judgmentSchema;
  const form = await readForm(args, schema(task, desk.rubric.levels.length));
  if (!form.ok) return form.refuse();
  const saved = save(context, task, form);
  if ("reason" in saved) return refuseSave(args, context, saved.reason, form.values);
  const message = m.assess_saved({ name: localized(task.fn.name, getLocale()) });
  const to = form.values.intent === "list" ? "/assess" : onward(context, key);
  return redirectSaying(args, aside ?? to, message);
}

const taskOf = ({ params }: ActionFunctionArgs, context: AssessorContext): Task =>
  orNotFound(readDesk(context).tasks.find(({ fn }) => fn.key === params.functionKey));

async function intentOf(request: Request): Promise<string | undefined> {
  const intent = await request
    .clone()
    .formData()
    .then((form) => form.get("intent"))
    .catch(() => null);
  return typeof intent === "string" ? intent : undefined;
}

/** The next function that is not done, or the check of all answers. */
function onward(context: AssessorContext, after: string): string {
  const next = nextTask(readDesk(context).tasks, after);
  return next ? `/assess/functions/${next.fn.key}` : "/assess/check";
}

/** Saves nothing and hands everything back. */
async function keepTyped(args: ActionFunctionArgs, conflict: Conflict) {
  const form = await readForm(args, z.object({}));
  if (!form.ok) return form.refuse();
  return conflicting(args, form.values, conflict);
}

/**
 * Another version stands than the one this was made from, or another round has begun: both texts are shown, to choose
 * from. Anything else is a page that was overtaken between its checks.
 */
function refuseSave(args: ActionFunctionArgs, context: AssessorContext, reason: NotTaken, values: Values) {
  if (reason !== "stale" && reason !== "round") return conflicting(args, values, reason);
  const task = taskOf(args, context);
  const view = functionView(context, readDesk(context), task, getLocale());
  const typed = typedOf(Object.entries(values));
  const stale: Stale = {
    differences: differencesOf(view, view.saved, typed),
    typed,
    save: view.save,
    onward: onward(context, task.fn.key),
  };
  args.context.refused = true;
  return data({ values, errors: {}, conflict: null, stale }, { status: 409 });
}

function conflicting(args: ActionFunctionArgs, values: Values, conflict: Conflict) {
  args.context.refused = true;
  return data({ values, errors: {}, conflict, stale: null }, { status: 409 });
}
