import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, visitorContext } from "~/http/guards";
import { countLink, noteDeadLink } from "~/http/personal-link";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { confirmEmailChange, readEmailChange } from "~/use-cases/change-email";
import { Refusal } from "~/use-cases/errors";

export const meta: MetaFunction = (args) => titled(m.account_confirm_title(), args);

/** Looking at the link confirms nothing: mail scanners look, too. */
export function loader(args: LoaderFunctionArgs) {
  // The action has just used the link up, and its answer says what came of it.
  if (args.context.completed) return data({ change: null });
  const change = readEmailChange(visitorContext(args), orNotFound(args.params.token));
  return data({ change }, { status: change ? 200 : 404 });
}

export async function action(args: ActionFunctionArgs) {
  await countLink(args);
  try {
    const outcome = confirmEmailChange(visitorContext(args), orNotFound(args.params.token));
    args.context.completed = true;
    return { outcome };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    noteDeadLink(args, null);
    throw new Response(null, { status: error.reason === "email-taken" ? 409 : 404 });
  }
}

export default function ConfirmEmail() {
  const { change } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.outcome;
  if (outcome === "waiting") {
    return <Said title={m.account_confirm_waiting_title()} lead={m.account_confirm_waiting()} />;
  }
  if (outcome === "changed") {
    return <Said title={m.account_confirm_changed_title()} lead={m.account_confirm_changed()} />;
  }
  if (!change) return <Said title={m.account_link_dead_title()} lead={m.account_link_dead_body()} />;
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title={m.account_confirm_title()} lead={m.account_confirm_lead(change)} />
      <Form method="post">
        <Button>{m.account_confirm_button()}</Button>
      </Form>
    </div>
  );
}

function Said({ title, lead }: { title: string; lead: string }) {
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title={title} lead={lead} />
      <ButtonLink href="/sign-in">{m.nav_sign_in()}</ButtonLink>
    </div>
  );
}
