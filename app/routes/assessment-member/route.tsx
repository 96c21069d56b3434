import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import { answerRefusal } from "~/routes/assessment/refusals";
import { requireManagedMember } from "~/routes/assessment-member/managed-member";
import { MemberForm, memberLabels } from "~/routes/assessment-panel/member-form";
import { memberSchema } from "~/routes/assessment-panel/member-schema";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { editMember } from "~/use-cases/panel";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.consultant_member_edit_of(args.data.member) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, member } = await requireManagedMember(args);
  const { id, name, email, perspective, weight } = member;
  return {
    assessment: { id: assessment.id, title: assessment.title },
    member: { id, name, email, perspective, weight: String(weight) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment, member } = await requireManagedMember(args);
  const form = await readForm(args, memberSchema());
  if (!form.ok) return form.refuse();
  try {
    editMember(visit.context, assessment.id, member.id, form.value);
    return await redirectSaying(args, `/assessments/${assessment.id}/panel`, m.consultant_saved());
  } catch (error) {
    return answerRefusal(args, error, form.values);
  }
}

export default function EditMember() {
  const { assessment, member } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const panel = `/assessments/${assessment.id}/panel`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: `/assessments/${assessment.id}`, label: assessment.title },
          { href: panel, label: m.consultant_tab_panel() },
        ]}
        title={m.consultant_member_edit_of(member)}
      />
      <ErrorSummary errors={labelledErrors(state?.errors, memberLabels())} />
      <MemberForm values={state?.values ?? member} errors={state?.errors}>
        <Button>{m.consultant_save()}</Button>
        <ButtonLink href={panel} variant="quiet">
          {m.consultant_cancel()}
        </ButtonLink>
      </MemberForm>
    </>
  );
}
