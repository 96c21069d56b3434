import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { assessorCookie, flashCookie } from "~/http/cookies";
import { readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import { endSession } from "~/use-cases/sessions";
import { currentAssessor } from "../assess-layout/seat.server";

const schema = z.object({ wrongPerson: z.string().optional() });

/** Ends the assessor's session, on the server too; without one it only says so. What was saved stays. */
export async function action(args: ActionFunctionArgs) {
  const visit = await currentAssessor(args);
  if (visit) endSession(visit.context, visit.sessionId);
  const form = await readForm(args, schema);
  const wrongPerson = form.ok && form.value.wrongPerson !== undefined;
  const headers = new Headers();
  headers.append("Set-Cookie", await assessorCookie(args).serialize("", { maxAge: 0 }));
  const message = wrongPerson ? m.assess_left_wrong_person() : m.assess_left();
  headers.append("Set-Cookie", await flashCookie(args).serialize(message));
  return redirect("/invitation", { headers });
}

export function loader() {
  return redirect("/assess");
}
