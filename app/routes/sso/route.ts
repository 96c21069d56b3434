import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/form";
import { orNotFound } from "~/http/guards";
import { authorizationRequest, describeFailure, providerOf } from "~/http/oidc";
import { ownPath } from "~/http/redirects";
import { giveUp, leaveFor } from "~/http/sso-attempt";
import { m } from "~/i18n/messages";

const schema = z.object({ next: z.string().optional() });

/** Begins single sign-on: a POST, so that no link and no picture elsewhere can begin it. */
export async function action(args: ActionFunctionArgs) {
  const { env, log } = args.context.services;
  const provider = orNotFound(providerOf(env));
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const next = ownPath(form.value.next, "/companies");
  try {
    return await leaveFor(args, { ...(await authorizationRequest(env, provider)), next });
  } catch (error) {
    const { requestId } = args.context;
    log.warn({ requestId, ...describeFailure(error) }, "the single sign-on provider cannot be used");
    return giveUp(args, m.account_sso_failed({ name: provider.name }), next);
  }
}

export function loader() {
  return redirect("/sign-in");
}
