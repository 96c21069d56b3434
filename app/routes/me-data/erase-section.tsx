import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { TextField } from "~/ui/text-field";

type EraseSectionProps = {
  own: { hasPassword: boolean; lastOwner: boolean };
  state: { values: Record<string, string>; errors: FieldErrors } | undefined;
};

/** Erases the account, or says why that cannot be. */
export function EraseSection({ own, state }: EraseSectionProps) {
  return (
    <section className="grid gap-5 border-t border-line pt-8">
      <h2>{m.privacy_me_erase_title()}</h2>
      <p className="max-w-measure text-ink-muted">{m.privacy_me_erase_body()}</p>
      {own.lastOwner ? (
        <Notice tone="attention">{m.privacy_last_owner()}</Notice>
      ) : (
        <Form method="post" noValidate className="max-w-md">
          <ErrorSummary errors={state?.errors} />
          <TextField
            name="email"
            type="email"
            label={m.privacy_me_erase_email()}
            autoComplete="off"
            defaultValue={state?.values.email}
            error={state?.errors.email}
          />
          {own.hasPassword ? (
            <TextField
              name="password"
              type="password"
              label={m.privacy_me_erase_password()}
              autoComplete="current-password"
              error={state?.errors.password}
            />
          ) : null}
          <div className="mt-7">
            <Button variant="danger">{m.privacy_me_erase_button()}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}
