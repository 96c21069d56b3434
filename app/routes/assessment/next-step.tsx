import { formatDate, formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { NextStepCard } from "~/routes/company/next-step";
import { ButtonLink } from "~/ui/button";
import type { AssessmentOverview } from "~/use-cases/assessment-overview";
import type { HeaderFacts } from "./assessment-header";
import { inRound } from "./in-round";
import { IntentButton, QuietLink } from "./step-actions";

export type StepProps = {
  assessment: HeaderFacts & { quorum: number };
  overview: AssessmentOverview;
};

/** The one next thing to do with an assessment, by its state. */
export function NextStep(props: StepProps) {
  switch (props.assessment.state) {
    case "draft":
      return <Draft {...props} />;
    case "open":
      return <Open {...props} />;
    case "closed":
      return <Closed {...props} />;
    default:
      return <Published {...props} />;
  }
}

function Draft({ assessment: { id, quorum }, overview: { members } }: StepProps) {
  const count = members.length;
  const panel = `/assessments/${id}/panel`;
  if (count === 0) {
    return (
      <NextStepCard
        title={m.consultant_step_panel()}
        action={<ButtonLink href={panel}>{m.consultant_step_panel_action()}</ButtonLink>}
      >
        {m.consultant_step_panel_about()}
      </NextStepCard>
    );
  }
  const tooFew = count < quorum;
  const open = (
    <IntentButton id={id} intent="open" variant={tooFew ? "secondary" : "primary"}>
      {m.consultant_step_open_action()}
    </IntentButton>
  );
  if (tooFew) {
    return (
      <NextStepCard
        title={m.consultant_step_more()}
        action={
          <>
            <ButtonLink href={panel}>{m.consultant_step_panel_action()}</ButtonLink>
            {open}
          </>
        }
      >
        {m.consultant_panel_below_quorum({ count, quorum })}
      </NextStepCard>
    );
  }
  return (
    <NextStepCard
      title={m.consultant_step_open()}
      action={
        <>
          {open}
          <QuietLink href={panel}>{m.consultant_step_panel_edit()}</QuietLink>
        </>
      }
    >
      {m.consultant_step_open_about({ count })}
    </NextStepCard>
  );
}

function Open({ assessment: { id, deadline }, overview }: StepProps) {
  const members = inRound(overview.members);
  const submitted = members.filter(({ stage }) => stage === "submitted").length;
  const uninvited = members.filter(({ stage }) => stage === "uninvited").length;
  if (submitted === members.length) {
    return (
      <NextStepCard
        title={m.consultant_step_close()}
        action={
          <>
            <IntentButton id={id} intent="close">
              {m.consultant_close()}
            </IntentButton>
            <QuietLink href={`/assessments/${id}/rounds`}>{m.rounds_step_another()}</QuietLink>
          </>
        }
      >
        {m.consultant_step_close_about()}
      </NextStepCard>
    );
  }
  const early = <QuietLink href={`/assessments/${id}?confirm=close`}>{m.consultant_close_early()}</QuietLink>;
  const progress = m.consultant_submitted_of({ submitted, members: members.length });
  const until = deadline ? ` ${m.consultant_deadline_is({ date: formatDate(deadline) })}` : "";
  if (uninvited > 0) {
    const invite = (
      <ButtonLink href={`/assessments/${id}/panel`}>{m.consultant_step_invite_action()}</ButtonLink>
    );
    return (
      <NextStepCard
        title={m.consultant_step_invite()}
        action={
          <>
            {invite}
            {early}
          </>
        }
      >
        {m.consultant_step_invite_about({ count: uninvited })}
      </NextStepCard>
    );
  }
  return (
    <NextStepCard title={m.consultant_step_wait()} action={early}>
      {progress + until}
    </NextStepCard>
  );
}

function Closed({ assessment: { id }, overview: { summary } }: StepProps) {
  if (summary?.typical === null || !summary) {
    return (
      <NextStepCard
        title={m.consultant_step_too_few()}
        action={<ButtonLink href={`/assessments/${id}?confirm=reopen`}>{m.consultant_reopen()}</ButtonLink>}
      >
        {m.consultant_step_too_few_about()}
      </NextStepCard>
    );
  }
  return (
    <NextStepCard
      title={m.consultant_step_publish()}
      action={
        <>
          <IntentButton id={id} intent="publish">
            {m.consultant_publish()}
          </IntentButton>
          <QuietLink href={`/assessments/${id}/texts`}>{m.texts_step_action()}</QuietLink>
          <QuietLink href={`/assessments/${id}/report`}>{m.consultant_preview_report()}</QuietLink>
          <QuietLink href={`/assessments/${id}/check`}>{m.check_step_preview()}</QuietLink>
        </>
      }
    >
      {m.consultant_step_publish_about()}
    </NextStepCard>
  );
}

function Published({ assessment, overview: { summary } }: StepProps) {
  const { id, state } = assessment;
  const published = summary?.published;
  return (
    <NextStepCard
      title={state === "archived" ? m.consultant_step_archived() : m.consultant_step_published()}
      action={
        <>
          <ButtonLink href={`/assessments/${id}/report`}>{m.consultant_open_report()}</ButtonLink>
          {state === "published" ? (
            <QuietLink href={`/assessments/${id}/links`}>{m.share_title()}</QuietLink>
          ) : null}
          <QuietLink href={`/assessments/${id}/repeat`}>{m.waves_repeat()}</QuietLink>
        </>
      }
    >
      {published
        ? m.consultant_published_as({ number: published.number, date: formatMoment(published.at) })
        : m.consultant_step_archived_about()}
    </NextStepCard>
  );
}
