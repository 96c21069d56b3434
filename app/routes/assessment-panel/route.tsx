import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { AssessmentHeader, headerFacts } from "~/routes/assessment/assessment-header";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { titled } from "~/ui/titled";
import { readThinFunctions } from "~/use-cases/asking";
import { readPanel } from "~/use-cases/panel";
import { rubricOf } from "~/use-cases/rubrics";
import { MemberForm, memberLabels } from "./member-form";
import { askableFunctions } from "./member-input";
import { changePanel } from "./panel-action";
import { PanelNotes } from "./panel-notes";
import { panelRow } from "./panel-rows";
import { PanelTable } from "./panel-table";
import { PersonalLinks } from "./personal-links";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.consultant_tab_panel()} · ${args.data?.header.title ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  return {
    header: headerFacts(assessment),
    quorum: assessment.quorum,
    functions: askableFunctions(rubricOf(visit.context, assessment)),
    members: readPanel(visit.context, assessment.id).map(panelRow),
    thin: readThinFunctions(visit.context, assessment.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  return changePanel(args, visit.context, assessment);
}

export default function Panel() {
  const { header, quorum, functions, members, thin } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const links = state && "links" in state ? state.links : [];
  const editable = header.state === "draft" || header.state === "open";
  const missing = members.filter(({ invitedAt }) => invitedAt === null).length;
  const waiting = members.filter(({ toRemind }) => toRemind).length;
  const present = members.filter(({ stage }) => stage !== "declined").length;
  return (
    <>
      <AssessmentHeader assessment={header} members={members.length} current="panel" />
      <ErrorSummary errors={labelledErrors(state?.errors, memberLabels())} />
      {links.length > 0 ? <PersonalLinks links={links} draft={header.state === "draft"} /> : null}
      {editable ? (
        <PanelNotes count={present} quorum={quorum} thin={thin} />
      ) : (
        <Notice className="mb-6">{m.consultant_panel_closed()}</Notice>
      )}
      {members.length > 0 ? (
        <section className="mb-14 grid gap-4">
          <PanelTable
            assessmentId={header.id}
            members={members}
            functions={functions.length}
            editable={editable}
            open={header.state === "open"}
          />
          {editable ? (
            <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
              {missing > 0 ? (
                <Form method="post">
                  <input type="hidden" name="intent" value="invite-missing" />
                  <Button variant="secondary">{m.consultant_links_make_missing({ count: missing })}</Button>
                </Form>
              ) : null}
              {waiting > 0 && header.state === "open" ? (
                <Form method="post">
                  <input type="hidden" name="intent" value="remind" />
                  <Button variant="secondary">{m.mail_remind({ count: waiting })}</Button>
                </Form>
              ) : null}
              <p className="max-w-measure text-sm text-ink-muted">{m.consultant_links_about()}</p>
            </div>
          ) : null}
        </section>
      ) : null}
      {members.length > 0 ? (
        <p className="mb-14 flex flex-wrap gap-x-6 gap-y-2">
          <Link href={`/assessments/${header.id}/paper`} className="link">
            {m.paper_link()}
          </Link>
          <Link href={`/assessments/${header.id}/personal-data`} className="link">
            {m.privacy_panel_title()}
          </Link>
        </p>
      ) : null}
      {editable ? (
        <section>
          <h2 className="mb-1 text-xl">{m.consultant_member_add()}</h2>
          <p className="mb-3 max-w-measure text-ink-muted">{m.consultant_member_add_about()}</p>
          <p className="mb-6">
            <Link href={`/assessments/${header.id}/panel/import`} className="link font-semibold">
              {m.panel_import_link()}
            </Link>
          </p>
          <MemberForm
            key={members.length}
            functions={functions}
            values={state?.values}
            errors={state?.errors}
          >
            <input type="hidden" name="intent" value="add" />
            <Button>{m.consultant_member_add_button()}</Button>
          </MemberForm>
        </section>
      ) : null}
    </>
  );
}
