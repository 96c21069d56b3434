import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { redirectSaying } from "~/http/flash";
import { readForm, refuse } from "~/http/form";
import { orNotFound, permit, requireUser } from "~/http/guards";
import { m } from "~/i18n/messages";
import { titled } from "~/ui/titled";
import { answerCheck } from "~/use-cases/answer-check";
import { readAssessment } from "~/use-cases/assessments";
import { Refusal } from "~/use-cases/errors";
import { readOpenCheck } from "~/use-cases/read-check";
import { CheckForm } from "./check-form";
import { checkInput, checkSchema } from "./check-input.server";
import { checkView } from "./check-view.server";
import { ArchivedPage, ClosedPage } from "./read-only-pages";
import { StaffPage } from "./staff-page";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? `${m.check_title()} · ${args.data.header.title}` : m.check_title(), args);

/** The company's managers answer here; consultants read what was answered. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireOwn(args);
  return checkView(visit, assessment, args.context.locale);
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireOwn(args);
  permit(visit, "check:answer", { companyId: assessment.companyId });
  const reader = { locale: args.context.locale, answers: true };
  const check = readOpenCheck(visit.context, assessment, reader);
  if (!check) {
    // Where nothing was ever shown there is no such page either.
    checkView(visit, assessment, args.context.locale);
    const typed = await readForm(args, z.object({}));
    return typed.ok ? refuse(args, { values: typed.values, errors: ended() }, 409) : typed.refuse();
  }
  const keys = check.functions.map(({ key }) => key);
  const form = await readForm(args, checkSchema(keys));
  if (!form.ok) return form.refuse();
  try {
    const left = answerCheck(visit.context, assessment.id, checkInput(form.value, keys));
    const said = left === 0 ? m.check_saved() : m.check_saved_left({ left });
    return redirectSaying(args, `/assessments/${assessment.id}/check`, said);
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== "wrong-state") throw error;
    return refuse(args, { values: form.values, errors: { "": [m.check_renewed()] } }, 409);
  }
}

const ended = () => ({ "": [m.check_ended()] });

async function requireOwn(args: RequestArgs & { params: { assessmentId?: string } }) {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, args.params.assessmentId ?? ""));
  return { visit, assessment };
}

export default function MemberCheck() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  switch (view.kind) {
    case "form":
      return <CheckForm {...view} values={state?.values} errors={state?.errors} />;
    case "staff":
      return <StaffPage {...view} />;
    case "archived":
      return <ArchivedPage {...view} values={state?.values} errors={state?.errors} />;
    case "closed":
      return <ClosedPage {...view} values={state?.values} errors={state?.errors} />;
  }
}
