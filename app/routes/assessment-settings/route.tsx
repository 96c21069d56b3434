import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import { AssessmentForm } from "~/routes/assessment/assessment-form";
import { AssessmentHeader, headerFacts } from "~/routes/assessment/assessment-header";
import { settingsSchema } from "~/routes/assessment/assessment-schema";
import { formFunctions, refuseNothingLeft, tickedFunctions } from "~/routes/assessment/form-functions";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { OtherSettings } from "~/routes/assessment/other-settings";
import { answerRefusal } from "~/routes/assessment/refusals";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { titled } from "~/ui/titled";
import { editAssessment, isNamed } from "~/use-cases/assessments";
import { readPanel } from "~/use-cases/panel";
import { rubricOf } from "~/use-cases/rubrics";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.consultant_tab_settings()} · ${args.data?.header.title ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { id, title, asOf, deadline, quorum, language, options } = assessment;
  const draft = assessment.state === "draft";
  return {
    header: headerFacts(assessment),
    members: readPanel(visit.context, id).length,
    functions: formFunctions(rubricOf(visit.context, assessment)),
    values: {
      ...{ title, asOf, language, deadline: deadline ?? "", quorum: String(quorum) },
      ...tickedFunctions(options.leftOut),
      ...(options.showPrevious ? { showPrevious: "on" } : {}),
      ...(options.mayReopen ? { mayReopen: "on" } : {}),
      ...(draft
        ? { anonymity: isNamed(assessment) ? "named" : "grouped", consensusGoal: options.consensusGoal }
        : {}),
    },
    fixedGoal: draft ? undefined : options.consensusGoal,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const form = await readForm(args, settingsSchema());
  if (!form.ok) return form.refuse();
  const { value, values } = form;
  const rubric = rubricOf(visit.context, assessment);
  const nothingLeft = refuseNothingLeft(args, { rubric, values, leftOut: value.leftOut });
  if (nothingLeft) return nothingLeft;
  try {
    editAssessment(visit.context, assessment.id, value);
    return await redirectSaying(args, `/assessments/${assessment.id}`, m.consultant_saved());
  } catch (error) {
    return answerRefusal(args, error, values);
  }
}

export default function Settings() {
  const { header, members, functions, values, fixedGoal } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { id } = header;
  const frozen = header.state === "published" || header.state === "archived";
  return (
    <>
      <AssessmentHeader assessment={header} members={members} current="settings" />
      {frozen ? (
        <>
          <ErrorSummary errors={state?.errors} title={m.consultant_not_done()} />
          <Notice>
            {header.state === "published" ? m.consultant_settings_frozen() : m.consultant_settings_archived()}
          </Notice>
        </>
      ) : (
        <>
          {header.state === "draft" ? null : (
            <Notice className="mb-8 max-w-measure">{m.consultant_settings_running()}</Notice>
          )}
          <AssessmentForm
            values={state?.values ?? values}
            errors={state?.errors}
            functions={functions}
            fixedGoal={fixedGoal}
          >
            <Button>{m.consultant_save()}</Button>
            <ButtonLink href={`/assessments/${id}`} variant="quiet">
              {m.consultant_cancel()}
            </ButtonLink>
          </AssessmentForm>
        </>
      )}
      <OtherSettings id={id} />
      {header.state === "draft" ? (
        <section className="mt-14 grid max-w-measure justify-items-start gap-3 border-t border-line pt-6">
          <h2 className="text-lg">{m.consultant_draft_delete()}</h2>
          <p className="text-ink-muted">{m.consultant_draft_delete_about()}</p>
          <ButtonLink href={`/assessments/${id}/delete`} variant="secondary">
            {m.consultant_draft_delete_ask()}
          </ButtonLink>
        </section>
      ) : null}
    </>
  );
}
