import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readFields } from "~/http/form";
import { m } from "~/i18n/messages";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { answerRefusal } from "~/routes/assessment/refusals";
import { readCarried } from "~/routes/past-import/carried-table.server";
import { fieldsOf, readChosen } from "~/routes/past-import/steps.server";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { importMembers, MemberProblems, previewMembers } from "~/use-cases/import-members";
import { rubricOf } from "~/use-cases/rubrics";
import { MembersForm } from "./members-form";
import { MembersProblems, MembersReady } from "./members-preview";
import { refuseTable, showPreview } from "./steps.server";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.panel_import_title()} · ${args.data?.assessment.title ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { assessment } = await requireManagedAssessment(args);
  const { id, title, state } = assessment;
  return { assessment: { id, title }, editable: state === "draft" || state === "open" };
}

/** First a table is read and looked at (`read`), then its members are added, all or none (`import`). */
export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { context } = visit;
  const { id } = assessment;
  const form = await readFields(args.request);
  const { intent, pasted = "", table: carried = "" } = fieldsOf(form);
  const rubric = rubricOf(context, assessment);
  try {
    if (intent === "import") {
      const table = readCarried(carried);
      if (!table) return refuseTable(args, pasted, { file: [m.panel_import_lost()] });
      try {
        const count = importMembers(context, id, table);
        return await redirectSaying(args, `/assessments/${id}/panel`, m.panel_import_done({ count }));
      } catch (error) {
        if (!(error instanceof MemberProblems)) throw error;
        return showPreview(args, { table, pasted, rubric, preview: error.preview }, { refused: true });
      }
    }
    const chosen = await readChosen(form);
    if ("errors" in chosen) return refuseTable(args, pasted, chosen.errors);
    const preview = previewMembers(context, id, chosen.table);
    return showPreview(args, { table: chosen.table, pasted, rubric, preview });
  } catch (error) {
    return answerRefusal(args, error, { pasted });
  }
}

export default function PanelImport() {
  const { assessment, editable } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const check = state && "check" in state ? state.check : null;
  const panel = `/assessments/${assessment.id}/panel`;
  const ready = check !== null && check.problemCount === 0;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: `/assessments/${assessment.id}`, label: assessment.title },
          { href: panel, label: m.consultant_tab_panel() },
        ]}
        title={m.panel_import_title()}
        lead={check ? undefined : m.panel_import_lead()}
      />
      {check && !ready ? <MembersProblems check={check} /> : null}
      {check && ready ? (
        <MembersReady key={check.table} check={check} page={`${panel}/import`} />
      ) : editable || state ? (
        <MembersForm pasted={state?.values.pasted} errors={state?.errors} cancelHref={panel} />
      ) : (
        <Notice>{m.consultant_panel_closed()}</Notice>
      )}
    </>
  );
}
