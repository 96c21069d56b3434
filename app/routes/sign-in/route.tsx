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
import { emailField } from "~/http/fields";
import { readForm, refuse } from "~/http/form";
import { currentUser, visitorContext } from "~/http/guards";
import { noteRefusal } from "~/http/note-refusal";
import { authorizationOrigin, providerOf } from "~/http/oidc";
import { userAgent } from "~/http/pending";
import { consume, forgive } from "~/http/rate-limit";
import { ownPath } from "~/http/redirects";
import { takeSsoError } from "~/http/sso-attempt";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";
import { titled } from "~/ui/titled";
import { hasOwner } from "~/use-cases/accounts";
import { signIn } from "~/use-cases/sign-in";
import { SingleSignOn } from "./single-sign-on";

const schema = z.object({
  email: emailField(),
  password: z.string({ error: () => m.form_required() }),
  next: z.string().optional(),
});

export const meta: MetaFunction = (args) => titled(m.account_sign_in_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const next = ownPath(new URL(args.request.url).searchParams.get("next"), "/companies");
  if (await currentUser(args)) return redirect(next);
  const { env } = args.context.services;
  const provider = providerOf(env);
  if (provider) args.context.formTarget = await authorizationOrigin(env, provider);
  const failed = await takeSsoError(args);
  return data(
    {
      next,
      hasOwner: hasOwner(visitorContext(args)),
      sso: provider && { name: provider.name, failure: failed?.message ?? null },
    },
    { headers: failed ? { "Set-Cookie": failed.header } : undefined },
  );
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const { email, password, next } = form.value;
  const { password: _, ...values } = form.values;
  const wait = await consume(args, ["sign-in:account", "sign-in:address"], email);
  if (wait !== null) {
    return refuse(args, { values, errors: { "": [m.account_sign_in_slow({ minutes: wait })] } }, 429);
  }
  const signedIn = await signIn(visitorContext(args), {
    email,
    password,
    userAgent: userAgent(args.request),
  });
  if (!signedIn) {
    noteRefusal(args, "sign-in");
    return refuse(args, { values, errors: { "": [m.account_sign_in_wrong()] } });
  }
  await endHeldSession(args);
  if (signedIn.next === "done") await forgive(args, "sign-in:account", email);
  const target = ownPath(next, "/companies");
  const cookie = await userCookie(args).serialize(signedIn.token);
  const to =
    signedIn.next === "done" ? target : `/sign-in/${signedIn.next}?next=${encodeURIComponent(target)}`;
  return asDocument(redirect(to, { headers: { "Set-Cookie": cookie } }));
}

export default function SignIn() {
  const { next, hasOwner: owned, sso } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title={m.account_sign_in_title()} lead={m.account_sign_in_lead()} />
      {owned ? null : <Notice tone="attention">{m.account_link_unset_owner()}</Notice>}
      {sso?.failure && !state ? (
        <Notice tone="error" live>
          {sso.failure}
        </Notice>
      ) : null}
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
        <div className="mt-8 flex flex-wrap items-center gap-6">
          <Button>{m.account_sign_in_button()}</Button>
          <Link href="/forgot-password" className="link">
            {m.account_forgot()}
          </Link>
        </div>
      </Form>
      {sso ? <SingleSignOn name={sso.name} next={next} /> : null}
    </div>
  );
}
