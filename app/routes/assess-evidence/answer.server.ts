import type { RequestArgs } from "~/http/context";
import { flashCookie } from "~/http/cookies";
import { redirectSaying } from "~/http/flash";
import { refuse } from "~/http/form";
import { m } from "~/i18n/messages";
import { saveSent } from "./save.server";

type Args = RequestArgs & { params: { evidenceId?: string; functionKey?: string } };

/** The answer to the plain form: another page, or this one again. */
export async function answerForm(args: Args) {
  const outcome = await saveSent(args);
  if ("to" in outcome) throw await redirectSaying(args, outcome.to, outcome.message);
  const { state, status, sent } = outcome;
  const errors =
    sent && !state.errors.file ? { ...state.errors, file: [m.evidence_file_again()] } : state.errors;
  return refuse(args, { ...state, errors }, status);
}

/** The answer to the same form sent by script. */
export async function answerScript(args: Args): Promise<Response> {
  const outcome = await saveSent(args);
  if ("to" in outcome) {
    const cookie = await flashCookie(args).serialize(outcome.message);
    return Response.json({ to: outcome.to }, { headers: { "Set-Cookie": cookie } });
  }
  return Response.json({ errors: outcome.state.errors }, { status: outcome.status });
}
