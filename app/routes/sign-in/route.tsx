import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { userCookie } from "~/http/cookies";
import { emailField } from "~/http/fields";
import { readForm, refuse } from "~/http/form";
import { currentUser, visitorContext } from "~/http/guards";
import { ownPath } from "~/http/redirects";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";
import { titled } from "~/ui/titled";
import { hasOwner, verifyPassword } from "~/use-cases/accounts";
import { startUserSession } from "~/use-cases/sessions";

const schema = z.object({
  email: emailField(),
  password: z.string({ error: () => m.form_required() }),
  next: z.string().optional(),
});

export const meta: MetaFunction = (args) => titled(m.account_sign_in_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const next = ownPath(new URL(args.request.url).searchParams.get("next"), "/companies");
  if (await currentUser(args)) return redirect(next);
  return { next, hasOwner: hasOwner(visitorContext(args)) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const context = visitorContext(args);
  const user = await verifyPassword(context, form.value);
  if (!user) {
    const { password: _, ...values } = form.values;
    return refuse(args, { values, errors: { "": [m.account_sign_in_wrong()] } });
  }
  const cookie = await userCookie(args).serialize(startUserSession(context, user.id));
  return redirect(ownPath(form.value.next, "/companies"), { headers: { "Set-Cookie": cookie } });
}

export default function SignIn() {
  const { next, hasOwner: owned } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title={m.account_sign_in_title()} lead={m.account_sign_in_lead()} />
      {owned ? null : <Notice tone="attention">{m.account_link_unset_owner()}</Notice>}
      <Form method="post" noValidate className="mt-6">
        <ErrorSummary errors={state?.errors} />
        <input type="hidden" name="next" value={next} />
        <TextField
          name="email"
          type="email"
          label={m.account_email()}
          autoComplete="username"
          defaultValue={state?.values.email}
          error={state?.errors.email}
        />
        <TextField
          name="password"
          type="password"
          label={m.account_password()}
          autoComplete="current-password"
          error={state?.errors.password}
        />
        <div className="mt-8">
          <Button>{m.account_sign_in_button()}</Button>
        </div>
      </Form>
    </div>
  );
}
