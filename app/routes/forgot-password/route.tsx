import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { z } from "zod";
import { emailField } from "~/http/fields";
import { type FormState, readForm, refuse } from "~/http/form";
import { visitorContext } from "~/http/guards";
import { consume } from "~/http/rate-limit";
import { m } from "~/i18n/messages";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";
import { titled } from "~/ui/titled";
import { requestReset } from "~/use-cases/reset-password";

const schema = z.object({ email: emailField() });

export const meta: MetaFunction = (args) => titled(m.account_forgot_title(), args);

/** Answers alike whether the address has an account or not. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const { email } = form.value;
  const wait = await consume(args, ["reset:account", "reset:address"], email);
  if (wait !== null) {
    const errors = { "": [m.account_sign_in_slow({ minutes: wait })] };
    return refuse(args, { values: form.values, errors }, 429);
  }
  requestReset(visitorContext(args), email);
  const state: FormState & { sentTo?: string } = { values: {}, errors: {}, sentTo: email };
  return data(state);
}

export default function ForgotPassword() {
  const state = useActionData<typeof action>();
  if (state && "sentTo" in state && state.sentTo) {
    return (
      <div className="mx-auto max-w-lg">
        <PageHeader
          title={m.account_forgot_done_title()}
          lead={m.account_forgot_done({ email: state.sentTo })}
        />
        <BackLink href="/sign-in">{m.account_sign_in_title()}</BackLink>
      </div>
    );
  }
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title={m.account_forgot_title()} lead={m.account_forgot_lead()} />
      <Form method="post" noValidate>
        <ErrorSummary errors={state?.errors} />
        <TextField
          name="email"
          type="email"
          label={m.account_email()}
          autoComplete="username"
          defaultValue={state?.values.email}
          error={state?.errors.email}
        />
        <div className="mt-8">
          <Button>{m.account_forgot_button()}</Button>
        </div>
      </Form>
    </div>
  );
}
