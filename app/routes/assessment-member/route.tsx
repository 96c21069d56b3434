import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import { requireManagedMember } from "~/routes/assessment-member/managed-member";
import { MemberForm, memberLabels } from "~/routes/assessment-panel/member-form";
import {
  answerMemberRefusal,
  askableFunctions,
  askedValues,
  memberInput,
} from "~/routes/assessment-panel/member-input";
import { memberSchema } from "~/routes/assessment-panel/member-schema";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readPassed } from "~/use-cases/asking";
import { editMember } from "~/use-cases/panel";
import { rubricOf } from "~/use-cases/rubrics";
import { MemberAnswers, PassedOn } from "./member-answers";
import { ReplaceOffer } from "./replace-offer";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.consultant_member_edit_of(args.data.member) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment, member } = await requireManagedMember(args);
  const { id, name, email, perspective, weight, weightReason, judged, asked, submittedAt } = member;
  const { declinedAt, declineReason, replacesName } = member;
  const functions = askableFunctions(rubricOf(visit.context, assessment));
  const passed = readPassed(visit.context, assessment.id, id).map(({ functionKey, from, to, giver }) => {
    const fn = functions.find(({ key }) => key === functionKey)?.name ?? functionKey;
    return { fn, from, to, own: giver === id };
  });
  return {
    assessment: {
      ...{ id: assessment.id, title: assessment.title, open: assessment.state === "open" },
      editable: assessment.state === "open" || assessment.state === "draft",
    },
    functions,
    passed,
    member: { id, name, judged, asked, submittedAt, declinedAt, declineReason, replacesName },
    values: {
      ...{ name, email, perspective, weight: String(weight), weightReason },
      ...askedValues(member.functions),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment, member } = await requireManagedMember(args);
  const form = await readForm(args, memberSchema());
  if (!form.ok) return form.refuse();
  try {
    editMember(visit.context, assessment.id, member.id, memberInput(form.value));
    return await redirectSaying(args, `/assessments/${assessment.id}/panel`, m.consultant_saved());
  } catch (error) {
    return answerMemberRefusal(args, error, form.values);
  }
}

export default function EditMember() {
  const { assessment, functions, passed, member, values } = useLoaderData<typeof loader>();
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
        meta={[member.replacesName === null ? null : m.panel_replaces({ name: member.replacesName })]}
      />
      <ErrorSummary errors={labelledErrors(state?.errors, memberLabels())} />
      {assessment.open && member.submittedAt ? (
        <Notice className="mb-8">{m.consultant_asked_submitted(member)}</Notice>
      ) : null}
      <MemberForm functions={functions} values={state?.values ?? values} errors={state?.errors}>
        <Button>{m.consultant_save()}</Button>
        <ButtonLink href={panel} variant="quiet">
          {m.consultant_cancel()}
        </ButtonLink>
      </MemberForm>
      <MemberAnswers page={`${panel}/${member.id}`} open={assessment.open} member={member} />
      {assessment.editable ? <ReplaceOffer page={`${panel}/${member.id}`} member={member} /> : null}
      <PassedOn lines={passed} />
    </>
  );
}
