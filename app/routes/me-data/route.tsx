import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { flashCookie, userCookie } from "~/http/cookies";
import { emailField } from "~/http/fields";
import { readForm, refuse } from "~/http/form";
import { requireUser } from "~/http/guards";
import { consume } from "~/http/rate-limit";
import { m } from "~/i18n/messages";
import { sweepMailFiles } from "~/mail/sweep-files";
import { Button } from "~/ui/button";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { eraseMe, readOwnErasure } from "~/use-cases/erase-personal-data";
import { Refusal } from "~/use-cases/errors";
import { EraseSection } from "./erase-section";

const wrongPassword = { error: () => m.privacy_me_erase_password_wrong() };
const schema = z.object({ email: emailField(), password: z.string().max(128, wrongPassword).default("") });

export const meta: MetaFunction = (args) => titled(m.privacy_me_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireUser(args);
  return readOwnErasure(context);
}

/** Erases the account. The address typed out guards against a slip, the password against somebody at the keyboard. */
export async function action(args: ActionFunctionArgs) {
  const { context } = await requireUser(args);
  const own = readOwnErasure(context);
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const refused = (errors: Record<string, string>, status?: number) => {
    const { email = "" } = form.values;
    const lists = Object.fromEntries(Object.entries(errors).map(([name, text]) => [name, [text]]));
    return refuse(args, { values: { email }, errors: lists }, status);
  };
  if (form.value.email !== own.email) return refused({ email: m.privacy_me_erase_email_wrong() });
  const wait = await consume(args, ["sign-in:account"], own.email);
  if (wait !== null) return refused({ "": m.account_sign_in_slow({ minutes: wait }) }, 429);
  try {
    await eraseMe(context, form.value.password);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason === "last-owner") return refused({ "": m.privacy_last_owner() }, 409);
    return refused({ password: m.privacy_me_erase_password_wrong() });
  }
  sweepMailFiles(args.context.services);
  const headers = new Headers();
  headers.append("Set-Cookie", await userCookie(args).serialize("", { maxAge: 0 }));
  headers.append("Set-Cookie", await flashCookie(args).serialize(m.privacy_me_erased()));
  return redirect("/", { headers });
}

/** A person's own data: take them along, or have them erased. */
export default function MyData() {
  const own = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <div className="mx-auto grid max-w-3xl gap-12">
      <PageHeader
        title={m.privacy_me_title()}
        lead={m.privacy_me_lead()}
        breadcrumbs={[{ href: "/me", label: m.account_me_title() }]}
        className="mb-0"
      />
      <section className="grid gap-5 border-t border-line pt-8">
        <h2>{m.privacy_me_export_title()}</h2>
        <p className="max-w-measure text-ink-muted">{m.privacy_me_export_body()}</p>
        <form method="post" action="/me/data/download">
          <Button variant="secondary">{m.privacy_export_button()}</Button>
        </form>
      </section>
      <EraseSection own={own} state={state} />
      <p>
        <Link href="/privacy" className="link">
          {m.privacy_more()}
        </Link>
      </p>
    </div>
  );
}
