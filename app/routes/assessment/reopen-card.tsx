import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import type { FieldErrors } from "~/ui/form-errors";
import { TextArea } from "~/ui/text-area";

type ReopenCardProps = {
  id: string;
  /** The most characters of a reason. */
  longest: number;
  state?: { values: Record<string, string>; errors: FieldErrors };
};

/** Asks why an assessment is reopened, in the place of the next step: what was closed once is not changed silently. */
export function ReopenCard({ id, longest, state }: ReopenCardProps) {
  return (
    <section className="grid gap-2 rounded-xl border-2 border-attention-line bg-surface p-5">
      <h2 className="text-lg leading-snug font-bold">{m.waves_reopen_ask()}</h2>
      <p>{m.waves_reopen_about()}</p>
      <Form method="post" action={`/assessments/${id}`} noValidate>
        <input type="hidden" name="intent" value="reopen" />
        <TextArea
          name="reason"
          label={m.waves_reopen_reason()}
          hint={m.waves_reopen_reason_hint()}
          rows={3}
          maxCharacters={longest}
          defaultValue={state?.values.reason}
          error={state?.errors.reason}
          className="my-4!"
        />
        <div className="flex flex-wrap gap-2">
          <Button>{m.consultant_reopen()}</Button>
          <ButtonLink href={`/assessments/${id}`} variant="quiet">
            {m.consultant_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </section>
  );
}
