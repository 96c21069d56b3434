import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { CopyField } from "~/ui/copy-field";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { QrCode } from "~/ui/qr-code";
import { TextField } from "~/ui/text-field";

/** Setting up an authenticator: the QR code, the key to type instead, and the first code as proof. */
export function EnrolmentForm(props: {
  secret: string;
  uri: string;
  /** The secret of a form that was refused: the app has it already, so it must not change under the person. */
  typed?: string;
  required: boolean;
  /** Asks for the password, too: whoever is signed in already may not be who holds the account. */
  asksPassword?: boolean;
  errors?: FieldErrors;
}) {
  const { required, errors, typed, asksPassword = false } = props;
  const secret = typed ?? props.secret;
  const uri = props.uri.replace(props.secret, secret);
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader
        title={m.account_enrol_title()}
        kicker={required ? m.account_enrol_required() : undefined}
        lead={m.account_enrol_lead()}
      />
      <Form method="post" noValidate reloadDocument>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="secret" value={secret} />
        <div className="mb-7 grid gap-6">
          <QrCode text={uri} title={m.account_enrol_qr()} />
          <CopyField label={m.account_enrol_secret()} value={secret} />
        </div>
        <TextField
          name="code"
          label={m.account_code_label()}
          autoComplete="one-time-code"
          inputMode="numeric"
          width="medium"
          error={errors?.code}
        />
        {asksPassword ? (
          <TextField
            name="current"
            type="password"
            label={m.account_me_password_current()}
            autoComplete="current-password"
            error={errors?.current}
          />
        ) : null}
        <div className="mt-8">
          <Button>{m.account_enrol_button()}</Button>
        </div>
      </Form>
    </div>
  );
}

/** The recovery codes, this once. */
export function RecoveryCodes({ codes, next }: { codes: string[]; next: string }) {
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title={m.account_recovery_title()} lead={m.account_recovery_lead()} />
      <ul className="tabular mb-8 grid gap-2 rounded-lg bg-sunken p-6">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <form method="get" action={next}>
        <Button>{m.account_recovery_done()}</Button>
      </form>
    </div>
  );
}
