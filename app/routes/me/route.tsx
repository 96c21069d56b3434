import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { asDocument } from "~/http/brand";
import { redirectSaying } from "~/http/flash";
import { type FormState, readForm, refuse } from "~/http/form";
import { notFound, requireUser } from "~/http/guards";
import { proveAgain } from "~/http/prove-self";
import { consume } from "~/http/rate-limit";
import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { requestEmailChange } from "~/use-cases/change-email";
import { changePassword, chooseWorkspace, hasPassword, type OwnContext, readMe } from "~/use-cases/me";
import { renewRecoveryCodes, withdrawSecondFactor } from "~/use-cases/second-factor";
import { endOtherSessions } from "~/use-cases/sessions";
import { owesSecondFactor } from "~/use-cases/sign-in";
import { RecoveryCodes } from "../enrol/enrolment";
import { schema } from "./schema";
import { EmailSection, FactorSection, PasswordSection, SessionsSection } from "./sections";
import { WorkspaceSection } from "./workspace-section";

export const meta: MetaFunction = (args) => titled(m.account_me_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context, sessionId } = await requireUser(args);
  return readMe(context, sessionId);
}

type Answer = FormState & { codes?: string[] };

export async function action(args: ActionFunctionArgs) {
  const { context, sessionId } = await requireUser(args);
  const { userId } = context.actor;
  const form = await readForm(args, schema(context.actor));
  if (!form.ok) return form.refuse();
  const given = form.value;
  const say = (message: string) => redirectSaying(args, "/me", message);
  switch (given.intent) {
    case "password": {
      // Who comes by single sign-on makes a first password by a link to their mailbox, not from an open session.
      if (!hasPassword(context)) throw notFound();
      const { current, password: next } = given;
      const refused = await proveAgain(args, context, { field: "current", password: current });
      if (refused) return refused;
      await changePassword(context, sessionId, { current, next });
      return say(m.account_me_password_changed());
    }
    case "email":
      return changeEmail(args, context, given);
    case "recovery-codes":
    case "disable-factor":
      return changeFactor(args, context, given);
    case "sessions":
      endOtherSessions(context, userId, sessionId);
      return say(m.account_me_sessions_ended());
    case "workspace":
      if (!chooseWorkspace(context, sessionId, given.workspaceId)) throw notFound();
      return asDocument(await redirectSaying(args, "/companies", m.account_me_saved()));
  }
}

type Asked<Intent extends string> = Extract<z.output<ReturnType<typeof schema>>, { intent: Intent }>;

async function changeEmail(args: ActionFunctionArgs, context: OwnContext, given: Asked<"email">) {
  const { email, emailPassword } = given;
  const proof = { field: "emailPassword", password: emailPassword, values: { email } };
  const refused = await proveAgain(args, context, proof);
  if (refused) return refused;
  // Each request sends two messages, one of them to an address that may be anybody's.
  const wait = await consume(args, ["reset:account"], context.actor.email);
  if (wait !== null) {
    return refuse(
      args,
      { values: { email }, errors: { email: [m.account_sign_in_slow({ minutes: wait })] } },
      429,
    );
  }
  requestEmailChange(context, email);
  return redirectSaying(args, "/me", m.account_me_email_sent({ email }));
}

async function changeFactor(
  args: ActionFunctionArgs,
  context: OwnContext,
  { intent, factorPassword }: Asked<"recovery-codes" | "disable-factor">,
) {
  const { userId } = context.actor;
  const refused = await proveAgain(args, context, { field: "factorPassword", password: factorPassword });
  if (refused) return refused;
  if (intent === "recovery-codes") {
    const answer: Answer = { values: {}, errors: {}, codes: renewRecoveryCodes(context, userId) };
    return data(answer);
  }
  if (owesSecondFactor(context, userId)) {
    return refuse(args, { values: {}, errors: { "": [m.account_me_factor_required()] } }, 409);
  }
  withdrawSecondFactor(context, userId);
  return redirectSaying(args, "/me", m.account_me_factor_disabled());
}

export default function Me() {
  const me = useLoaderData<typeof loader>();
  const state: Answer | undefined = useActionData<typeof action>();
  if (state?.codes) return <RecoveryCodes codes={state.codes} next="/me" />;
  return (
    <div className="mx-auto grid max-w-3xl gap-12">
      <PageHeader title={m.account_me_title()} meta={[me.name, me.email]} className="mb-0" />
      {me.workspaces.length > 1 ? <WorkspaceSection workspaces={me.workspaces} /> : null}
      {me.hasPassword ? <PasswordSection email={me.email} state={state} /> : null}
      <EmailSection email={me.email} hasPassword={me.hasPassword} state={state} />
      <FactorSection factor={me.secondFactor} hasPassword={me.hasPassword} state={state} />
      <SessionsSection sessions={me.sessions} />
      <p className="border-t border-line pt-8">
        <Link href="/me/data" className="link">
          {m.privacy_me_title()}
        </Link>
      </p>
    </div>
  );
}
