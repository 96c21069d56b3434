import { type ActionFunctionArgs, data } from "@remix-run/node";
import { z } from "zod";
import { redirectSaying } from "~/http/flash";
import { parseForm, readFields } from "~/http/form";
import { orNotFound } from "~/http/guards";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { type AssessorContext, type Desk, nextTask, readDesk, type Task } from "~/use-cases/desk";
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
  const fields = await readFields(args.request);
  if (!visit) return keepTyped(args, fields, "seat");
  const { context } = visit;
  const desk = readDesk(context);
  const task = taskOf(args, desk);
  const conflict = conflictOf(desk);
  if (conflict) return keepTyped(args, fields, conflict);
  const { key } = task.fn;
  const intent = fields.get("intent");
  const aside = evidenceTarget(typeof intent === "string" ? intent : undefined, key);
  const schema = aside ? draftSchema : judgmentSchema;
  const form = parseForm(args, fields, schema(task, desk.rubric.levels.length));
  if (!form.ok) return form.refuse();
  const saved = await save(context, task, form);
  if ("reason" in saved) return refuseSave(args, context, saved.reason, form.values);
  const message = m.assess_saved({ name: localized(task.fn.name, getLocale()) });
  const to = form.values.intent === "list" ? "/assess" : onward(context, key);
  return redirectSaying(args, aside ?? to, message);
}

const taskOf = ({ params }: ActionFunctionArgs, { tasks }: Desk): Task =>
  orNotFound(tasks.find(({ fn }) => fn.key === params.functionKey));

/** The next function that is not done, or the check of all answers. */
function onward(context: AssessorContext, after: string): string {
  const next = nextTask(readDesk(context).tasks, after);
  return next ? `/assess/functions/${next.fn.key}` : "/assess/check";
}

/** Saves nothing and hands everything back. */
function keepTyped(args: ActionFunctionArgs, fields: FormData, conflict: Conflict) {
  const form = parseForm(args, fields, z.object({}));
  if (!form.ok) return form.refuse();
  return conflicting(args, form.values, conflict);
}

/**
 * Another version stands than the one this was made from, or another round has begun: both texts are shown, to choose
 * from. Anything else is a page that was overtaken between its checks.
 */
function refuseSave(args: ActionFunctionArgs, context: AssessorContext, reason: NotTaken, values: Values) {
  if (reason !== "stale" && reason !== "round") return conflicting(args, values, reason);
  const desk = readDesk(context);
  const task = taskOf(args, desk);
  const view = functionView(context, desk, task, getLocale());
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
