import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { ThinNotice } from "~/routes/assessment-panel/panel-notes";
import { OverallStats } from "~/routes/company/profile";
import { TwoColumns } from "~/routes/company/two-columns";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Link } from "~/ui/link";
import { ProgressBar } from "~/ui/progress-bar";
import { titled } from "~/ui/titled";
import { type AssessmentOverview, readOverview } from "~/use-cases/assessment-overview";
import { readDisputed } from "~/use-cases/read-check";
import { AssessmentFacts } from "./assessment-facts";
import { AssessmentHeader, headerFacts } from "./assessment-header";
import { changeAssessment, LONGEST_REASON } from "./change-assessment";
import { ASKED, ConfirmCard } from "./confirm-card";
import { DeclinedNotice } from "./declined-notice";
import { DisputesNotice } from "./disputes-notice";
import { inRound } from "./in-round";
import { requireManagedAssessment } from "./managed";
import { NextStep } from "./next-step";
import { OtherChanges } from "./other-changes";
import { ProgressTable } from "./progress-table";
import { ReopenCard } from "./reopen-card";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? `${args.data.header.title} · ${args.data.header.companyName}` : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { asOf, deadline, quorum, language, options, openedAt, closedAt } = assessment;
  return {
    header: headerFacts(assessment),
    settings: { asOf, deadline, quorum, language, options, openedAt, closedAt },
    overview: readOverview(visit.context, assessment),
    disputed: readDisputed(visit.context, assessment, args.context.locale),
    asked: new URL(args.request.url).searchParams.get("confirm"),
    longestReason: LONGEST_REASON,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  return changeAssessment(args, visit.context, assessment);
}

export default function AssessmentPage() {
  const { header, settings, overview, disputed, asked, longestReason } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { id } = header;
  const wanted = state?.values.asked ?? asked;
  const permitted: string[] = header.state === "published" ? ["withdraw", "archive"] : overview.changes;
  const asking = ASKED.find((change) => change === wanted && permitted.includes(change));
  return (
    <>
      <AssessmentHeader assessment={header} members={overview.members.length} current="overview" />
      <ErrorSummary errors={state?.errors} title={m.consultant_not_done()} />
      <TwoColumns
        next={
          wanted === "reopen" && overview.changes.includes("reopen") ? (
            <ReopenCard id={id} longest={longestReason} state={state} />
          ) : asking ? (
            <ConfirmCard id={id} asked={asking} members={overview.members} />
          ) : (
            <NextStep assessment={{ ...header, quorum: settings.quorum }} overview={overview} />
          )
        }
        aside={
          <>
            {asking ? null : <OtherChanges id={id} state={header.state} overview={overview} />}
            {header.state === "draft" ? null : <Downloads id={id} />}
            <AssessmentFacts settings={settings} overview={overview} />
          </>
        }
      >
        {overview.summary ? <OverallStats summary={overview.summary} /> : null}
        {header.state === "open" ? <DeclinedNotice id={id} members={overview.members} /> : null}
        <DisputesNotice id={id} published={header.state === "published"} disputed={disputed} />
        <ThinNotice thin={overview.thin} quorum={settings.quorum} />
        <Panel id={id} live={header.state === "open"} overview={overview} />
      </TwoColumns>
    </>
  );
}

function Panel({ id, live, overview }: { id: string; live: boolean; overview: AssessmentOverview }) {
  const { members } = overview;
  if (members.length === 0) {
    return (
      <EmptyState title={m.consultant_panel_empty_title()}>{m.consultant_panel_empty_body()}</EmptyState>
    );
  }
  const asked = inRound(members);
  const submitted = asked.filter(({ stage }) => stage === "submitted").length;
  return (
    <section className="grid gap-5">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h2 className="text-xl">{m.consultant_panel_progress()}</h2>
        {live ? (
          <ButtonLink href={`/assessments/${id}/report`} variant="secondary" size="small">
            {m.consultant_live_results()}
          </ButtonLink>
        ) : null}
      </div>
      <ProgressBar
        value={submitted}
        max={asked.length}
        label={[
          overview.round ? `${m.rounds_panel_label({ number: overview.round })}: ` : "",
          m.consultant_submitted_of({ submitted, members: asked.length }),
        ].join("")}
        className="max-w-md"
      />
      <ProgressTable members={members} />
    </section>
  );
}

function Downloads({ id }: { id: string }) {
  return (
    <section className="grid gap-2">
      <h2 className="text-base">{m.consultant_downloads()}</h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        {["report.pdf", "report.pptx", "report.xlsx", "export.csv", "export.json"].map((file) => (
          <li key={file}>
            <Link href={`/assessments/${id}/${file}`} download className="link font-semibold">
              {m.consultant_download_format({ format: file.replace(/^.*\./, "").toUpperCase() })}
            </Link>
          </li>
        ))}
        <li>
          <Link href={`/assessments/${id}/bundle.json`} download className="link font-semibold">
            {m.bundle_download_signed()}
          </Link>
        </li>
        <li>
          <Link href={`/assessments/${id}/evidence`} className="link font-semibold">
            {m.evidence_panel_title()}
          </Link>
        </li>
      </ul>
    </section>
  );
}
