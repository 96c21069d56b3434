import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { BackLink } from "~/ui/back-link";
import { ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Link } from "~/ui/link";
import { titled } from "~/ui/titled";
import { readPanel } from "~/use-cases/panel";
import { readPastWorkshops, readQuestionnaire, readStage } from "~/use-cases/workshop-stage";
import { LONGEST_VOTE_NOTES } from "~/use-cases/workshops";
import { LiveLine } from "../assess-workshop/live-line";
import { AssessmentHeader, headerFacts } from "../assessment/assessment-header";
import { requireManagedAssessment } from "../assessment/managed";
import { Agenda } from "./agenda";
import { IntentForm } from "./intent-form";
import { Past } from "./past";
import { Stage } from "./stage";
import { pastView, type StageView, stageView } from "./stage-view.server";
import { NoWorkshop, StartCard } from "./start-card";
import { leadWorkshop } from "./workshop-action";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(m.workshop_page_title({ title: args.data?.header.title ?? "" }), args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { searchParams } = new URL(args.request.url);
  const stage = readStage(visit.context, assessment, searchParams.get("function"));
  return {
    header: headerFacts(assessment),
    members: readPanel(visit.context, assessment.id).length,
    questionnaire: readQuestionnaire(visit.context, assessment.id),
    minimumGroup: assessment.options.minimumGroup,
    longestNotes: LONGEST_VOTE_NOTES,
    stage: stage && stageView(stage, assessment, getLocale()),
    past: stage
      ? []
      : readPastWorkshops(visit.context, assessment).map((past) => pastView(past, getLocale())),
    asked: searchParams.get("confirm"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  return leadWorkshop(args, visit.context, assessment.id);
}

export default function WorkshopPage() {
  const { header, members, questionnaire, minimumGroup, stage, past, longestNotes, asked } =
    useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const { id, title, state } = header;
  if (stage) return <Running {...{ id, title, stage, longestNotes, errors }} ending={asked === "end"} />;
  return (
    <>
      <AssessmentHeader assessment={header} members={members} current="workshop" />
      <ErrorSummary errors={errors} title={m.workshop_not_done()} />
      {past.length > 0 ? (
        <Past
          {...{ id, past, longestNotes }}
          open={state === "open"}
          voted={!questionnaire.open}
          editable={state === "open" || state === "closed"}
        />
      ) : null}
      {state === "open" ? (
        <StartCard
          {...{ id, members, minimumGroup }}
          unsubmitted={questionnaire.unsubmitted}
          again={past.length > 0}
        />
      ) : null}
      {state !== "open" && past.length === 0 ? <NoWorkshop /> : null}
    </>
  );
}

type RunningProps = {
  id: string;
  title: string;
  stage: StageView;
  longestNotes: number;
  ending: boolean;
  errors: Record<string, string[]> | undefined;
};

/** While it runs the page is for the room: no header but the way back. */
function Running({ id, title, stage, longestNotes, ending, errors }: RunningProps) {
  const page = `/assessments/${id}/workshop`;
  const here = `${page}?function=${encodeURIComponent(stage.key)}`;
  return (
    <div className="-mt-4 md:-mt-8">
      <BackLink href={`/assessments/${id}`}>{title}</BackLink>
      <ErrorSummary errors={errors} title={m.workshop_not_done()} />
      {ending ? <EndCard back={here} open={stage.open?.name ?? null} /> : null}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Stage page={page} stage={stage} longestNotes={longestNotes} />
        <aside className="grid content-start gap-5">
          <Agenda page={page} stage={stage} />
          <p className="text-sm">
            {m.workshop_join()}{" "}
            <Link href={`/assessments/${id}/panel`} className="link">
              {m.workshop_join_panel()}
            </Link>
          </p>
          <LiveLine events={`${page}/events`} page={here} pulse={stage.pulse} />
          {ending ? null : (
            <ButtonLink href={`${here}&confirm=end`} variant="secondary" size="small">
              {m.workshop_end()}
            </ButtonLink>
          )}
        </aside>
      </div>
    </div>
  );
}

function EndCard({ back, open }: { back: string; open: string | null }) {
  return (
    <section className="mb-8 grid max-w-measure gap-2 rounded-xl border-2 border-attention-line bg-surface p-5">
      <h2 className="text-lg">{m.workshop_end_ask()}</h2>
      {open ? <p className="font-semibold">{m.workshop_end_open_vote({ name: open })}</p> : null}
      <p>{m.workshop_end_about()}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <IntentForm intent="end">{m.workshop_end()}</IntentForm>
        <ButtonLink href={back} variant="quiet">
          {m.workshop_cancel()}
        </ButtonLink>
      </div>
    </section>
  );
}
