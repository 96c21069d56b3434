import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { choiceField, longTextField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { requireAssessor } from "~/http/guards";
import { m } from "~/i18n/messages";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { TextArea } from "~/ui/text-area";
import { titled } from "~/ui/titled";
import { declineSeat, LONGEST_DECLINE, undeclineSeat } from "~/use-cases/decline";
import { readDesk } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { DeclinedPanel } from "../assess-layout/declined-panel";

export const meta: MetaFunction = (args) => titled(m.panel_decline_title(), args);

/** Whoever cannot decline any more reads on their own page why. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  const { assessment, member, submission, companyName } = readDesk(context);
  const possible = assessment.state === "open" && !submission;
  if (!possible && !args.context.refused) throw redirect("/assess");
  return { company: companyName, declined: member.declinedAt !== null, longest: LONGEST_DECLINE };
}

const schema = z.object({
  intent: choiceField(["decline", "undo"]),
  reason: longTextField(LONGEST_DECLINE),
});

export async function action(args: ActionFunctionArgs) {
  const { context } = await requireAssessor(args);
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const { intent, reason } = form.value;
  try {
    if (intent === "undo") undeclineSeat(context);
    else declineSeat(context, reason);
  } catch (error) {
    // Closed or handed in meanwhile: their own page says so.
    if (!(error instanceof Refusal)) throw error;
    return redirect("/assess");
  }
  return redirectSaying(args, "/assess", intent === "undo" ? m.panel_undeclined() : m.panel_declined_said());
}

export default function Decline() {
  const { company, declined, longest } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <>
      <BackLink href="/assess">{m.panel_decline_back()}</BackLink>
      <ErrorSummary errors={state?.errors} />
      {declined ? (
        <>
          <PageHeader title={m.panel_declined_title()} />
          <DeclinedPanel />
        </>
      ) : (
        <>
          <PageHeader title={m.panel_decline_title()} lead={m.panel_decline_lead({ company })} />
          <p>{m.panel_decline_kept()}</p>
          <Form method="post" noValidate className="mt-7">
            <input type="hidden" name="intent" value="decline" />
            <TextArea
              name="reason"
              label={m.panel_decline_reason()}
              hint={m.panel_decline_reason_hint()}
              required={false}
              rows={3}
              maxCharacters={longest}
              defaultValue={state?.values.reason}
              error={state?.errors.reason}
            />
            <div className="mt-8">
              <Button className="w-full sm:w-auto">{m.panel_decline_button()}</Button>
            </div>
          </Form>
        </>
      )}
    </>
  );
}
