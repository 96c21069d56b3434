import { m } from "~/i18n/messages";
import { Refusal } from "~/use-cases/errors";
import { type OwnContext, proveSelf } from "~/use-cases/me";
import type { RequestArgs } from "./context";
import { type FormState, refuse } from "./form";
import { noteRefusal } from "./note-refusal";
import { consume, forgive } from "./rate-limit";

/**
 * Asks for the password once more before something that decides who gets in. Null when it was right, or when the
 * account has none; else the form again with its `values`, and what is wrong beside `field`.
 */
export async function proveAgain(
  args: RequestArgs,
  context: OwnContext,
  { field, password, values = {} }: { field: string; password: string; values?: FormState["values"] },
) {
  const wrong = (message: string, status?: number) =>
    refuse(args, { values, errors: { [field]: [message] } }, status);
  const wait = await consume(args, ["sign-in:account"], context.actor.email);
  if (wait !== null) return wrong(m.account_sign_in_slow({ minutes: wait }), 429);
  try {
    await proveSelf(context, password);
    await forgive(args, "sign-in:account", context.actor.email);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    noteRefusal(args, "password-asked-again");
    return wrong(m.account_me_password_wrong());
  }
}
