import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { userCookie } from "~/http/cookies";
import { textField } from "~/http/fields";
import { type FormState, readForm, refuse } from "~/http/form";
import { visitorContext } from "~/http/guards";
import { requirePending, userAgent } from "~/http/pending";
import { ownPath } from "~/http/redirects";
import { m } from "~/i18n/messages";
import { titled } from "~/ui/titled";
import { Refusal } from "~/use-cases/errors";
import { proposeFor } from "~/use-cases/second-factor";
import { enrolAndSignIn } from "~/use-cases/sign-in";
import { EnrolmentForm, RecoveryCodes } from "./enrolment";

const schema = z.object({ secret: textField(64), code: textField(12) });

export const meta: MetaFunction = (args) => titled(m.account_enrol_title(), args);

/** For somebody who has given the password in a workspace that asks for a second factor they do not have yet. */
export async function loader(args: LoaderFunctionArgs) {
  // The action has just ended the session that waits, and its answer shows the recovery codes this once.
  if (args.context.completed) return null;
  const { userId } = await requirePending(args);
  return proposeFor(visitorContext(args), userId);
}

export async function action(args: ActionFunctionArgs) {
  const pending = await requirePending(args);
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const context = visitorContext(args);
  try {
    const input = { ...form.value, userAgent: userAgent(args.request) };
    const { codes, token } = enrolAndSignIn(context, pending, input);
    args.context.completed = true;
    const next = ownPath(new URL(args.request.url).searchParams.get("next"), "/companies");
    const headers = { "Set-Cookie": await userCookie(args).serialize(token) };
    return data({ values: {}, errors: {}, codes, next } satisfies Answer, { headers });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(args, { values: form.values, errors: { code: [m.account_code_wrong()] } });
  }
}

type Answer = FormState & { codes?: string[]; next?: string };

export default function Enrol() {
  const proposed = useLoaderData<typeof loader>();
  const state: Answer | undefined = useActionData<typeof action>();
  if (state?.codes) return <RecoveryCodes codes={state.codes} next={state.next ?? "/companies"} />;
  return proposed ? (
    <EnrolmentForm {...proposed} typed={state?.values.secret} errors={state?.errors} required />
  ) : null;
}
