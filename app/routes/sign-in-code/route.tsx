import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { z } from "zod";
import { asDocument } from "~/http/brand";
import { userCookie } from "~/http/cookies";
import { textField } from "~/http/fields";
import { readForm, refuse } from "~/http/form";
import { visitorContext } from "~/http/guards";
import { noteRefusal } from "~/http/note-refusal";
import { requirePending, userAgent } from "~/http/pending";
import { consume } from "~/http/rate-limit";
import { ownPath } from "~/http/redirects";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";
import { titled } from "~/ui/titled";
import { giveCode } from "~/use-cases/sign-in";

const schema = z.object({ code: textField(40) });

export const meta: MetaFunction = (args) => titled(m.account_code_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  await requirePending(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const pending = await requirePending(args);
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const wait = await consume(args, ["second-factor:account"], pending.userId);
  if (wait !== null) {
    const errors = { "": [m.account_sign_in_slow({ minutes: wait })] };
    return refuse(args, { values: {}, errors }, 429);
  }
  const input = { code: form.value.code, userAgent: userAgent(args.request) };
  const token = giveCode(visitorContext(args), pending, input);
  if (!token) noteRefusal(args, "second-factor", { account: pending.userId });
  if (!token) return refuse(args, { values: {}, errors: { code: [m.account_code_wrong()] } });
  const next = ownPath(new URL(args.request.url).searchParams.get("next"), "/companies");
  const headers = { "Set-Cookie": await userCookie(args).serialize(token) };
  return asDocument(redirect(next, { headers }));
}

export default function SignInCode() {
  const state = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title={m.account_code_title()} lead={m.account_code_lead()} />
      <Form method="post" noValidate>
        <ErrorSummary errors={state?.errors} />
        <TextField
          name="code"
          label={m.account_code_label()}
          autoComplete="one-time-code"
          inputMode="text"
          width="medium"
          error={state?.errors.code}
        />
        <div className="mt-8">
          <Button>{m.account_code_button()}</Button>
        </div>
      </Form>
    </div>
  );
}
