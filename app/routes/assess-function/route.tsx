import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  redirect as goTo,
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { orNotFound, requireAssessor } from "~/http/guards";
import { ownTexts } from "~/http/own-texts";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { titled } from "~/ui/titled";
import { currentAssessor, deskOf } from "../assess-layout/seat.server";
import { saveHere } from "./client-save";
import { functionView } from "./function-view.server";
import { judge } from "./judge.server";
import { JudgmentForm } from "./judgment-form";
import { StaleChoice } from "./stale-choice";
import { TypedOnly } from "./typed-only";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data?.view?.question ?? m.assess_conflict_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  // The answer to a refused form gives back what was typed, even to somebody who may no longer write or read.
  const { refused } = args.context;
  const visit = refused ? await currentAssessor(args) : await requireAssessor(args);
  if (!visit) return { view: null };
  const desk = deskOf(args, visit);
  const task = orNotFound(desk.tasks.find(({ fn }) => fn.key === args.params.functionKey));
  if (!desk.editable && !refused) throw redirect("/assess");
  const view = functionView(visit.context, desk, task, getLocale());
  ownTexts(args, { key: view.save.key, company: view.company, asOf: view.asOf });
  return { view };
}

export const action = (args: ActionFunctionArgs) => judge(args);

/**
 * Saves by way of what waits on this device. Where the server is out of reach the page goes on to the next one kept
 * here, or stays as it is; either way nothing typed is lost.
 */
export async function clientAction({ request, params, serverAction }: ClientActionFunctionArgs) {
  const next = await saveHere(await request.clone().formData(), params.functionKey ?? "");
  if (next !== "ask" && next !== "stay") return goTo(next.to);
  try {
    if (next === "ask") return await serverAction<typeof action>();
  } catch (problem) {
    if (problem instanceof Response || isRouteErrorResponse(problem)) throw problem;
  }
  // The status keeps the framework from asking a server that is out of reach for the page again.
  return Response.json(null, { status: 503 });
}

export default function AssessFunction() {
  const { view } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action | (() => null)>();
  if (!view) return <TypedOnly typed={state?.values ?? {}} />;
  if (state && "stale" in state && state.stale) return <StaleChoice task={view.task} stale={state.stale} />;
  const conflict = state && "conflict" in state ? state.conflict : null;
  const values = state?.values ?? view.saved;
  const errors = state?.errors ?? {};
  return <JudgmentForm key={view.task.key} view={view} values={values} errors={errors} conflict={conflict} />;
}
