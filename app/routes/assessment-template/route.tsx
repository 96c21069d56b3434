import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { textField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { answerWaveRefusal } from "~/routes/assessment/wave-refusals";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/checkbox-field";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";
import { titled } from "~/ui/titled";
import { readPanel } from "~/use-cases/panel";
import { saveTemplate } from "~/use-cases/templates";

const NAME = 120;

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? `${m.waves_template_save()} · ${args.data.title}` : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { id, title, companyId, companyName } = assessment;
  return { id, title, companyId, companyName, members: readPanel(visit.context, id).length };
}

const schema = () =>
  z.object({
    name: textField(NAME),
    withPanel: z.boolean({ error: () => m.form_choice_unknown() }).default(false),
  });

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const form = await readForm(args, schema());
  if (!form.ok) return form.refuse();
  try {
    saveTemplate(visit.context, assessment.id, form.value);
    return await redirectSaying(args, "/templates", m.waves_template_saved({ name: form.value.name }));
  } catch (error) {
    return answerWaveRefusal(args, error, form.values);
  }
}

/** Keeps an assessment as a template. */
export default function SaveTemplate() {
  const { id, title, companyId, companyName, members } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const labels = { name: m.waves_template_name() };
  const back = `/assessments/${id}/settings`;
  return (
    <>
      <ErrorSummary errors={labelledErrors(state?.errors, labels)} />
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${companyId}`, label: companyName },
          { href: `/assessments/${id}`, label: title },
        ]}
        title={m.waves_template_save()}
        lead={m.waves_template_save_about()}
      />
      <Form method="post" noValidate className="max-w-measure">
        <TextField
          name="name"
          label={labels.name}
          defaultValue={state?.values.name ?? title}
          error={state?.errors.name}
          autoComplete="off"
        />
        {members > 0 ? (
          <CheckboxField
            name="withPanel"
            label={m.waves_template_panel({ count: members })}
            hint={m.waves_template_panel_hint()}
            defaultChecked={state ? state.values.withPanel !== undefined : true}
            error={state?.errors.withPanel}
          />
        ) : null}
        <div className="mt-9 flex flex-wrap gap-3">
          <Button>{m.waves_template_save()}</Button>
          <ButtonLink href={back} variant="quiet">
            {m.consultant_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
