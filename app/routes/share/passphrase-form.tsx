import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";

/** Asks for the passphrase. A plain form: its answer is a page of its own, with or without JavaScript. */
export function PassphraseForm({ errors }: { errors: FieldErrors | undefined }) {
  return (
    <>
      <PageHeader title={m.share_locked_title()} lead={m.share_locked_body()} />
      <form method="post" noValidate>
        <ErrorSummary errors={errors} />
        <TextField
          name="passphrase"
          type="password"
          label={m.share_passphrase()}
          autoComplete="off"
          error={errors?.passphrase}
        />
        <div className="mt-8">
          <Button>{m.share_locked_button()}</Button>
        </div>
      </form>
    </>
  );
}
