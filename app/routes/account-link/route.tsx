import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { asDocument } from "~/http/brand";
import { userCookie } from "~/http/cookies";
import { endHeldSession } from "~/http/end-held-session";
import { emailField, textField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { readForm, refuse } from "~/http/form";
import { orNotFound, visitorContext } from "~/http/guards";
import { newPasswordField, type Owner, withoutOwner } from "~/http/password";
import { PASSWORD_LENGTH } from "~/http/password-length";
import { userAgent } from "~/http/pending";
import { countLink, noteDeadLink } from "~/http/personal-link";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";
import { titled } from "~/ui/titled";
import { readLink } from "~/use-cases/accounts";
import { Refusal } from "~/use-cases/errors";
import { signInByLink } from "~/use-cases/sign-in";

const ownerSchema = () =>
  z
    .object({ name: textField(120), email: emailField(), password: newPasswordField() })
    .superRefine(withoutOwner);
const passwordSchema = (owner?: Owner) => z.object({ password: newPasswordField(owner) });

export const meta: MetaFunction<typeof loader> = (args) => titled(pageTitle(args.data?.link?.kind), args);

function pageTitle(kind: string | undefined): string {
  if (kind === undefined) return m.account_link_dead_title();
  if (kind === "reset") return m.account_reset_title();
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
  await countLink(args);
  const link = orNotFound(noteDeadLink(args, readLink(context, token)));
  const form =
    link.kind === "owner"
      ? await readForm(args, ownerSchema())
      : await readForm(args, passwordSchema(link.user ?? undefined));
  if (!form.ok) return form.refuse();
  const person = { name: "", email: "", ...link.user, ...form.value };
  try {
    const signedIn = await signInByLink(context, token, { ...person, userAgent: userAgent(args.request) });
    await endHeldSession(args);
    const done = signedIn.next === "done";
    const answer = done
      ? await redirectSaying(args, "/companies", m.account_welcome({ name: person.name }))
      : redirect(`/sign-in/${signedIn.next}`);
    answer.headers.append("Set-Cookie", await userCookie(args).serialize(signedIn.token));
    return asDocument(answer);
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
