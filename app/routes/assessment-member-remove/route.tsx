import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { m } from "~/i18n/messages";
import { answerRefusal } from "~/routes/assessment/refusals";
import { requireManagedMember } from "~/routes/assessment-member/managed-member";
import { ConfirmPage } from "~/routes/company/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { titled } from "~/ui/titled";
import { removeMember } from "~/use-cases/panel";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.consultant_member_remove_title(args.data.member) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, member } = await requireManagedMember(args);
  return {
    assessment: { id: assessment.id, title: assessment.title },
    member: { name: member.name, judged: member.judged },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment, member } = await requireManagedMember(args);
  try {
    removeMember(visit.context, assessment.id, member.id);
    const said = m.consultant_member_removed({ name: member.name });
    return await redirectSaying(args, `/assessments/${assessment.id}/panel`, said);
  } catch (error) {
    return answerRefusal(args, error, {});
  }
}

export default function RemoveMember() {
  const { assessment, member } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const panel = `/assessments/${assessment.id}/panel`;
  return (
    <>
      <ErrorSummary errors={state?.errors} title={m.consultant_not_done()} />
      <ConfirmPage
        breadcrumbs={[
          { href: `/assessments/${assessment.id}`, label: assessment.title },
          { href: panel, label: m.consultant_tab_panel() },
        ]}
        title={m.consultant_member_remove_title(member)}
        label={m.consultant_member_remove_confirm()}
        cancelHref={panel}
      >
        <p>{m.consultant_member_remove_about()}</p>
        {member.judged > 0 ? <p>{m.consultant_member_remove_judged({ count: member.judged })}</p> : null}
      </ConfirmPage>
    </>
  );
}
