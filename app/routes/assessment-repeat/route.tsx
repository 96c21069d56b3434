import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { answerWaveRefusal } from "~/routes/assessment/wave-refusals";
import { waveSchema } from "~/routes/assessment/wave-schema";
import { Button, ButtonLink } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";
import { titled } from "~/ui/titled";
import { readPanel } from "~/use-cases/panel";
import { repeatAssessment, suggestWave } from "~/use-cases/waves";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.waves_repeat_of({ title: args.data.before.title }) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { id, title, asOf, companyId, companyName } = assessment;
  const { deadline, ...wave } = suggestWave(visit.context, id);
  return {
    before: { id, title, asOf, companyId, companyName },
    members: readPanel(visit.context, id).length,
    values: { ...wave, deadline: deadline ?? "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const form = await readForm(args, waveSchema());
  if (!form.ok) return form.refuse();
  try {
    const id = repeatAssessment(visit.context, assessment.id, form.value);
    const count = readPanel(visit.context, id).length;
    return await redirectSaying(args, `/assessments/${id}/panel`, m.waves_repeated({ count }));
  } catch (error) {
    return answerWaveRefusal(args, error, form.values);
  }
}

/** The next wave of an assessment: only what is different this time is asked. */
export default function RepeatAssessment() {
  const { before, members, values: suggested } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const values: Record<string, string> = state?.values ?? suggested;
  const labels = {
    title: m.consultant_assessment_title(),
    asOf: m.consultant_as_of_label(),
    deadline: m.consultant_deadline(),
  };
  const field = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], defaultValue: values[name] },
    error: state?.errors[name],
  });
  return (
    <>
      <ErrorSummary errors={labelledErrors(state?.errors, labels)} />
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${before.companyId}`, label: before.companyName },
          { href: `/assessments/${before.id}`, label: before.title },
        ]}
        title={m.waves_repeat()}
        lead={m.waves_repeat_lead({ count: members })}
      />
      <Form method="post" noValidate className="max-w-measure">
        <p className="mb-7 text-ink-muted">{m.waves_repeat_about()}</p>
        <TextField {...field("title")} autoComplete="off" />
        <div className="my-7 grid gap-x-6 gap-y-7 sm:grid-cols-2 [&>.field]:mt-0 [&>.field]:content-end">
          <DateField {...field("asOf")} hint={m.waves_as_of_hint({ date: formatDate(before.asOf) })} />
          <DateField {...field("deadline")} hint={m.consultant_deadline_hint()} required={false} />
        </div>
        <div className="mt-9 flex flex-wrap gap-3">
          <Button>{m.waves_repeat_do()}</Button>
          <ButtonLink href={`/assessments/${before.id}`} variant="quiet">
            {m.consultant_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
