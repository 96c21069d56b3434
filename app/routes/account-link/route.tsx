import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { userCookie } from "~/http/cookies";
import { emailField, textField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { readForm, refuse } from "~/http/form";
import { orNotFound, visitorContext } from "~/http/guards";
import { newPasswordField, PASSWORD_LENGTH } from "~/http/password";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";
import { titled } from "~/ui/titled";
import { readLink, redeemLink } from "~/use-cases/accounts";
import { Refusal } from "~/use-cases/errors";
import { startUserSession } from "~/use-cases/sessions";

const ownerSchema = () =>
  z.object({ name: textField(120), email: emailField(), password: newPasswordField() });
const passwordSchema = () => z.object({ password: newPasswordField() });

export const meta: MetaFunction<typeof loader> = (args) => titled(pageTitle(args.data?.link?.kind), args);

function pageTitle(kind: string | undefined): string {
  if (kind === undefined) return m.account_link_dead_title();
  return kind === "owner" ? m.account_owner_title() : m.account_password_title();
}

/** Looking at a link uses nothing up: mail scanners look, too. */
export function loader(args: LoaderFunctionArgs) {
  const found = readLink(visitorContext(args), orNotFound(args.params.token));
  if (!found) return data({ link: null }, { status: 404 });
  const { name = "", email = "" } = found.user ?? {};
  return data({ link: { kind: found.kind, name, email } });
}

export async function action(args: ActionFunctionArgs) {
  const token = orNotFound(args.params.token);
  const context = visitorContext(args);
  const link = orNotFound(readLink(context, token));
  const form =
    link.kind === "owner" ? await readForm(args, ownerSchema()) : await readForm(args, passwordSchema());
  if (!form.ok) return form.refuse();
  const person = { name: "", email: "", ...link.user, ...form.value };
  try {
    const userId = await redeemLink(context, token, person);
    const saying = await redirectSaying(args, "/companies", m.account_welcome({ name: person.name }));
    saying.headers.append("Set-Cookie", await userCookie(args).serialize(startUserSession(context, userId)));
    return saying;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason !== "email-taken") throw new Response(null, { status: 404 });
    const { password: _, ...values } = form.values;
    return refuse(args, { values, errors: { email: [m.account_email_taken()] } });
  }
}

export default function AccountLink() {
  const { link } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  if (!link) return <DeadLink />;
  const owner = link.kind === "owner";
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader
        title={owner ? m.account_owner_title() : m.account_password_title()}
        lead={owner ? m.account_owner_lead() : m.account_password_lead(link)}
      />
      <Form method="post" noValidate>
        <ErrorSummary errors={state?.errors} />
        {owner ? (
          <>
            <TextField
              name="name"
              label={m.account_name()}
              autoComplete="name"
              defaultValue={state?.values.name}
              error={state?.errors.name}
            />
            <TextField
              name="email"
              type="email"
              label={m.account_email()}
              autoComplete="username"
              defaultValue={state?.values.email}
              error={state?.errors.email}
            />
          </>
        ) : (
          <input type="hidden" name="username" autoComplete="username" value={link.email} />
        )}
        <TextField
          name="password"
          type="password"
          label={m.account_new_password()}
          hint={m.account_password_hint({ min: PASSWORD_LENGTH.min })}
          autoComplete="new-password"
          error={state?.errors.password}
        />
        <div className="mt-8">
          <Button>{owner ? m.account_owner_button() : m.account_password_button()}</Button>
        </div>
      </Form>
    </div>
  );
}

function DeadLink() {
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title={m.account_link_dead_title()} lead={m.account_link_dead_body()} />
      <ButtonLink href="/sign-in">{m.nav_sign_in()}</ButtonLink>
    </div>
  );
}
