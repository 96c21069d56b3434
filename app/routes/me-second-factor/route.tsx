import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { textField } from "~/http/fields";
import { type FormState, readForm, refuse } from "~/http/form";
import { requireUser } from "~/http/guards";
import { askedAgain } from "~/http/password";
import { proveAgain } from "~/http/prove-self";
import { m } from "~/i18n/messages";
import { titled } from "~/ui/titled";
import { Refusal } from "~/use-cases/errors";
import { hasPassword } from "~/use-cases/me";
import { enrol, proposeFor } from "~/use-cases/second-factor";
import { EnrolmentForm, RecoveryCodes } from "../enrol/enrolment";

const schema = z.object({ secret: textField(64), code: textField(12), current: askedAgain() });

type Answer = FormState & { codes?: string[] };

export const meta: MetaFunction = (args) => titled(m.account_enrol_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireUser(args);
  return { ...proposeFor(context, context.actor.userId), asksPassword: hasPassword(context) };
}

/** Shows the recovery codes in its answer: they are stored as hashes only. */
export async function action(args: ActionFunctionArgs) {
  const { context } = await requireUser(args);
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const { current, ...proof } = form.value;
  // The authenticator has this secret already, so it stays whatever is wrong.
  const values = { secret: proof.secret };
  const refused = await proveAgain(args, context, { field: "current", password: current, values });
  if (refused) return refused;
  try {
    const codes = enrol(context, context.actor.userId, proof);
    return data({ values: {}, errors: {}, codes } satisfies Answer);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(args, { values, errors: { code: [m.account_code_wrong()] } });
  }
}

export default function SecondFactor() {
  const proposed = useLoaderData<typeof loader>();
  const state: Answer | undefined = useActionData<typeof action>();
  if (state?.codes) return <RecoveryCodes codes={state.codes} next="/me" />;
  return <EnrolmentForm {...proposed} typed={state?.values.secret} errors={state?.errors} required={false} />;
}
