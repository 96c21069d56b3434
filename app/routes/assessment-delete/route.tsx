import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { m } from "~/i18n/messages";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { answerRefusal } from "~/routes/assessment/refusals";
import { ConfirmPage } from "~/routes/company/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { titled } from "~/ui/titled";
import { removeAssessment } from "~/use-cases/assessments";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.consultant_draft_delete_title(args.data) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { assessment } = await requireManagedAssessment(args);
  const { id, title, state, companyId, companyName } = assessment;
  return { id, title, draft: state === "draft", companyId, companyName };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { id, title, companyId } = assessment;
  try {
    removeAssessment(visit.context, id);
    return await redirectSaying(args, `/companies/${companyId}`, m.consultant_draft_deleted({ title }));
  } catch (error) {
    return answerRefusal(args, error, {});
  }
}

export default function DeleteDraft() {
  const { id, title, draft, companyId, companyName } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={state?.errors} title={m.consultant_not_done()} />
      <ConfirmPage
        breadcrumbs={[
          { href: `/companies/${companyId}`, label: companyName },
          { href: `/assessments/${id}`, label: title },
        ]}
        title={draft ? m.consultant_draft_delete_title({ title }) : title}
        label={m.consultant_draft_delete_confirm()}
        cancelHref={`/assessments/${id}/settings`}
        possible={draft}
      >
        <p>{draft ? m.consultant_draft_delete_lost() : m.consultant_draft_delete_opened()}</p>
      </ConfirmPage>
    </>
  );
}
