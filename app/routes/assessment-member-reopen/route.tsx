import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { textField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { readForm, refuse } from "~/http/form";
import { m } from "~/i18n/messages";
import { answerRefusal } from "~/routes/assessment/refusals";
import { requireManagedMember } from "~/routes/assessment-member/managed-member";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";
import { titled } from "~/ui/titled";
import { Refusal } from "~/use-cases/errors";
import { reopenMember } from "~/use-cases/reopen";

const LONGEST_REASON = 300;

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.consultant_reopen_member()} · ${args.data?.member.name ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, member } = await requireManagedMember(args);
  const { id, name, submittedAt } = member;
  return {
    assessment: { id: assessment.id, title: assessment.title },
    member: { id, name },
    possible: assessment.state === "open" && submittedAt !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment, member } = await requireManagedMember(args);
  const form = await readForm(args, z.object({ reason: textField(LONGEST_REASON) }));
  if (!form.ok) return form.refuse();
  const page = `/assessments/${assessment.id}/panel/${member.id}`;
  try {
    reopenMember(visit.context, assessment.id, member.id, form.value.reason);
    return await redirectSaying(args, page, m.consultant_reopen_done({ name: member.name }));
  } catch (error) {
    const gone =
      error instanceof Refusal && (error.reason === "not-submitted" || error.reason === "in-workshop");
    if (!gone) return answerRefusal(args, error, form.values);
    return refuse(args, { values: form.values, errors: { "": [m.consultant_reopen_gone()] } }, 409);
  }
}

export default function ReopenMember() {
  const { assessment, member, possible } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const panel = `/assessments/${assessment.id}/panel`;
  const page = `${panel}/${member.id}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: `/assessments/${assessment.id}`, label: assessment.title },
          { href: panel, label: m.consultant_tab_panel() },
          { href: page, label: member.name },
        ]}
        title={m.consultant_reopen_member()}
        lead={possible ? m.consultant_reopen_member_about(member) : undefined}
      />
      <ErrorSummary errors={labelledErrors(state?.errors, { reason: m.consultant_reopen_reason() })} />
      {possible || state ? (
        <Form method="post" noValidate className="grid max-w-measure gap-7">
          <TextField
            name="reason"
            label={m.consultant_reopen_reason()}
            hint={m.consultant_reopen_reason_hint()}
            error={state?.errors.reason}
            defaultValue={state?.values.reason}
            autoComplete="off"
          />
          <div className="flex flex-wrap gap-3">
            <Button>{m.consultant_reopen_member()}</Button>
            <ButtonLink href={page} variant="quiet">
              {m.consultant_cancel()}
            </ButtonLink>
          </div>
        </Form>
      ) : (
        <Notice>{m.consultant_reopen_gone()}</Notice>
      )}
    </>
  );
}
