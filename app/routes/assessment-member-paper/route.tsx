import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { stateLabel } from "~/routes/assessment/state-tag";
import { requireManagedMember } from "~/routes/assessment-member/managed-member";
import { ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { type PaperReport, paperObstacle, readMemberDesk, savePaper } from "~/use-cases/paper";
import { partField } from "./fields";
import { PaperEntryForm } from "./paper-entry-form";
import { paperEntryView } from "./paper-entry-view.server";
import { paperAnswers, paperSchema } from "./paper-input.server";
import { refusePaper } from "./refuse-paper.server";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.paper_enter_title(args.data.member) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment, member } = await requireManagedMember(args);
  const desk = readMemberDesk(visit.context, assessment.id, member.id);
  return {
    assessment: { id: assessment.id, title: assessment.title, state: assessment.state },
    member: { id: member.id, name: member.name },
    obstacle: paperObstacle(desk),
    view: paperEntryView(desk, getLocale()),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment, member } = await requireManagedMember(args);
  const desk = readMemberDesk(visit.context, assessment.id, member.id);
  const form = await readForm(args, paperSchema(desk));
  if (!form.ok) return form.refuse();
  const input = { answers: paperAnswers(desk, form.value), handIn: form.value.handIn === true };
  try {
    const report = savePaper(visit.context, assessment.id, member.id, input);
    const page = `/assessments/${assessment.id}/panel/${member.id}`;
    return await redirectSaying(args, page, saidOf(report, member.name));
  } catch (error) {
    const now = readMemberDesk(visit.context, assessment.id, member.id);
    return refusePaper(args, error, { desk: now, answers: input.answers, values: form.values });
  }
}

function saidOf({ changed, receipt }: PaperReport, name: string): string {
  const count = changed.length;
  return [
    count > 0 ? m.paper_enter_saved({ count, name }) : m.paper_enter_unchanged(),
    ...(receipt ? [m.paper_enter_handed_in({ receipt })] : []),
  ].join(" ");
}

export default function PaperAnswers() {
  const { assessment, member, obstacle, view } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const panel = `/assessments/${assessment.id}/panel`;
  const page = `${panel}/${member.id}`;
  const labels = Object.fromEntries(
    view.functions.flatMap(({ key, name }) => [
      [partField(key, "level"), name],
      [partField(key, "cannotJudge"), name],
      [partField(key, "rationale"), name],
    ]),
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: `/assessments/${assessment.id}`, label: assessment.title },
          { href: panel, label: m.consultant_tab_panel() },
          { href: page, label: member.name },
        ]}
        title={m.paper_enter_title(member)}
        lead={obstacle ? undefined : m.paper_enter_lead()}
        actions={
          <ButtonLink href={`/assessments/${assessment.id}/paper?member=${member.id}`} variant="secondary">
            {m.paper_enter_print()}
          </ButtonLink>
        }
      />
      <ErrorSummary errors={labelledErrors(state?.errors, labels)} />
      {obstacle && !state ? (
        <Notice>
          {
            {
              "wrong-state": m.paper_enter_not_open({ state: stateLabel(assessment.state) }),
              "already-submitted": m.paper_enter_submitted(member),
              "in-workshop": m.paper_enter_workshop(),
              "nothing-to-ask": m.paper_enter_nothing_asked(member),
            }[obstacle]
          }{" "}
          {obstacle === "already-submitted" ? (
            <Link href={page}>{m.paper_enter_submitted_link()}</Link>
          ) : null}
        </Notice>
      ) : (
        <PaperEntryForm
          view={view}
          name={member.name}
          cancelHref={page}
          values={state?.values ?? view.values}
          errors={state?.errors ?? {}}
        />
      )}
    </>
  );
}
