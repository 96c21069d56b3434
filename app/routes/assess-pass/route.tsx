import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { longTextField, textField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { type FormState, readForm, refuse } from "~/http/form";
import { orNotFound, requireAssessor } from "~/http/guards";
import { consume } from "~/http/rate-limit";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { Refusal } from "~/use-cases/errors";
import { type PassObstacle, passFunction, readPassOffer } from "~/use-cases/pass-function";
import { PassForm } from "./pass-form";
import { refusalOf } from "./refusals";

const LONGEST_NOTE = 500;

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.assess_pass_title(args.data) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  const offer = orNotFound(readPassOffer(context, orNotFound(args.params.functionKey)));
  const { desk, task, obstacle, named, colleagues } = offer;
  // The answer to a refused form stands, whatever has become of the desk since.
  if (!desk.editable && !args.context.refused) throw redirect("/assess");
  const name = localized(task.fn.name, getLocale());
  return { key: task.fn.key, name, obstacle, named, colleagues, longestNote: LONGEST_NOTE };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await requireAssessor(args);
  const { task, named } = orNotFound(readPassOffer(context, orNotFound(args.params.functionKey)));
  const form = await readForm(args, z.object({ to: textField(254), note: longTextField(LONGEST_NOTE) }));
  if (!form.ok) return form.refuse();
  const minutes = await consume(args, ["pass:member"], context.actor.memberId);
  if (minutes !== null) return refuseAll(args, form.values, m.assess_pass_too_many({ minutes }), 429);
  try {
    passFunction(context, task.fn.key, form.value);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { field, message, status } = refusalOf(error, named);
    return refuse(args, { values: form.values, errors: { [field]: [message] } }, status);
  }
  const name = localized(task.fn.name, getLocale());
  return redirectSaying(args, "/assess", m.assess_pass_done({ name }));
}

function refuseAll(args: ActionFunctionArgs, values: FormState["values"], message: string, status: number) {
  return refuse(args, { values, errors: { "": [message] } }, status);
}

const OBSTACLES: Record<PassObstacle, () => string> = {
  "already-judged": () => m.assess_pass_judged(),
  "last-function": () => m.assess_pass_last(),
  nobody: () => m.assess_pass_nobody(),
};

export default function PassFunction() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { key, name, obstacle } = view;
  return (
    <>
      <BackLink href={`/assess/functions/${key}`}>{m.assess_pass_back()}</BackLink>
      <ErrorSummary errors={state?.errors} />
      <PageHeader title={m.assess_pass_title({ name })} lead={m.assess_pass_lead()} />
      {obstacle && !state ? (
        <Notice>{OBSTACLES[obstacle]()}</Notice>
      ) : (
        <PassForm {...view} values={state?.values ?? {}} errors={state?.errors ?? {}} />
      )}
    </>
  );
}
