import { Form } from "@remix-run/react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import type { AssessmentState } from "~/use-cases/assessments";

type DeadlineProps = {
  stage: AssessmentState;
  deadline: string | null;
  /** Days until the deadline; negative once it has passed, null without one. */
  left: number | null;
  today: string;
  value?: string;
  error?: string[];
};

/** The deadline and how to put it off. */
export function DeadlineSection({ stage, deadline, left, today, value, error }: DeadlineProps) {
  return (
    <section className="grid gap-3">
      <h3 className="text-lg">{m.consultant_deadline()}</h3>
      {deadline === null || left === null ? (
        <p>{m.waves_schedule_none()}</p>
      ) : (
        <p>
          <strong className="text-lg">{formatDate(deadline)}</strong>{" "}
          {stage === "open" ? <span className="text-ink-muted">{howFar(left)}</span> : null}
        </p>
      )}
      {stage === "draft" ? <p className="text-ink-muted">{m.waves_schedule_draft()}</p> : null}
      {stage === "open" ? (
        <>
          {deadline === null ? null : (
            <Form method="post">
              <input type="hidden" name="intent" value="week" />
              <Button variant="secondary">{m.waves_extend_week()}</Button>
            </Form>
          )}
          <Form method="post" key={deadline} noValidate className="grid justify-items-start gap-3">
            <input type="hidden" name="intent" value="extend" />
            <DateField
              name="deadline"
              label={m.waves_extend_to()}
              hint={m.waves_extend_hint()}
              min={deadline !== null && deadline > today ? deadline : today}
              defaultValue={value}
              error={error}
              className="my-2!"
            />
            <Button variant="secondary">{m.waves_extend()}</Button>
          </Form>
        </>
      ) : null}
    </section>
  );
}

function howFar(left: number): string {
  if (left === 0) return m.waves_schedule_today();
  return left > 0 ? m.waves_schedule_left({ count: left }) : m.waves_schedule_over({ count: -left });
}
