import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import { answerRefusal } from "~/routes/assessment/refusals";
import { requireManagedMember } from "~/routes/assessment-member/managed-member";
import { personFields } from "~/routes/assessment-panel/member-schema";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";
import { titled } from "~/ui/titled";
import { replaceMember } from "~/use-cases/replace-member";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.panel_replace_title(args.data.member) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, member } = await requireManagedMember(args);
  const { id, name, judged, invitedAt } = member;
  const { state } = assessment;
  return {
    assessment: { id: assessment.id, title: assessment.title },
    editable: state === "draft" || state === "open",
    member: { id, name, judged, invited: invitedAt !== null },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment, member } = await requireManagedMember(args);
  const form = await readForm(args, z.object(personFields()));
  if (!form.ok) return form.refuse();
  try {
    const { invited } = replaceMember(visit.context, assessment.id, member.id, form.value);
    const names = { name: form.value.name, old: member.name };
    const said = invited
      ? m.panel_replaced_invited({ ...names, mail: m.nav_mail() })
      : m.panel_replaced(names);
    return await redirectSaying(args, `/assessments/${assessment.id}/panel`, said);
  } catch (error) {
    return answerRefusal(args, error, form.values);
  }
}

export default function ReplaceMember() {
  const { assessment, editable, member } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const panel = `/assessments/${assessment.id}/panel`;
  const page = `${panel}/${member.id}`;
  const labels = { name: m.consultant_person_name(), email: m.consultant_person_email() };
  const field = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], autoComplete: "off" },
    ...{ defaultValue: state?.values[name], error: state?.errors[name] },
  });
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: `/assessments/${assessment.id}`, label: assessment.title },
          { href: panel, label: m.consultant_tab_panel() },
          { href: page, label: member.name },
        ]}
        title={m.panel_replace_title(member)}
        lead={editable ? m.panel_replace_lead() : undefined}
      />
      <ErrorSummary errors={labelledErrors(state?.errors, labels)} />
      {editable ? (
        <Form method="post" noValidate className="max-w-measure">
          <Consequences member={member} />
          <TextField {...field("name")} />
          <TextField {...field("email")} type="email" />
          <div className="mt-9 flex flex-wrap gap-3">
            <Button>{m.panel_replace_button()}</Button>
            <ButtonLink href={page} variant="quiet">
              {m.consultant_cancel()}
            </ButtonLink>
          </div>
        </Form>
      ) : (
        <Notice>{m.consultant_panel_closed()}</Notice>
      )}
    </>
  );
}

type ConsequencesProps = { member: { name: string; judged: number; invited: boolean } };

/** What becomes of the old member's link and answers, and whether the new one is invited. */
function Consequences({ member }: ConsequencesProps) {
  const { name, judged, invited } = member;
  return (
    <ul className="mb-8 grid list-disc gap-1 ps-5 marker:text-ink-muted">
      {invited ? <li>{m.panel_replace_link_ends({ name })}</li> : null}
      <li>{invited ? m.panel_replace_invited({ name }) : m.panel_replace_uninvited({ name })}</li>
      {judged > 0 ? <li>{m.consultant_member_remove_judged({ count: judged })}</li> : null}
    </ul>
  );
}
