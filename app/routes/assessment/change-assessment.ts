import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { choiceField, longTextField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { readForm, refuse } from "~/http/form";
import { m } from "~/i18n/messages";
import { type AssessmentWithCompany, changeState } from "~/use-cases/assessments";
import type { ScopedContext } from "~/use-cases/context";
import { readPanel } from "~/use-cases/panel";
import { publish, withdraw } from "~/use-cases/publish";
import { CHECK_INTENTS, type CheckIntent, changeCheck, isCheckIntent } from "./change-check";
import { answerRefusal } from "./refusals";

/** The most characters of the reason for reopening; it stays in the audit log for good. */
export const LONGEST_REASON = 500;

const schema = z.object({
  intent: choiceField(["open", "close", "reopen", "archive", "publish", "withdraw", ...CHECK_INTENTS]),
  confirmed: z.string().optional(),
  reason: longTextField(LONGEST_REASON),
  since: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
});

type Intent = Exclude<z.output<typeof schema>["intent"], CheckIntent>;

/** Moves an assessment to another state as the form asks, and says what was done. */
export async function changeAssessment(
  args: RequestArgs,
  context: ScopedContext,
  assessment: AssessmentWithCompany,
) {
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const { intent, confirmed, reason, since } = form.value;
  const { id, state } = assessment;
  try {
    if (intent === "reopen" && state === "closed" && reason === "") {
      const errors = { reason: [m.form_required()] };
      return refuse(args, { values: { ...form.values, asked: "reopen" }, errors });
    }
    if (intent === "close" && state === "open" && !confirmed) {
      const panel = readPanel(context, id).filter(({ asked }) => asked > 0);
      const count = panel.filter(({ submittedAt }) => submittedAt === null).length;
      const errors = { "": [m.consultant_close_unconfirmed({ count, members: panel.length })] };
      if (count > 0) return refuse(args, { values: { ...form.values, asked: "close" }, errors }, 409);
    }
    if (isCheckIntent(intent)) {
      return await redirectSaying(args, `/assessments/${id}/check`, changeCheck(context, id, intent, since));
    }
    const said = change(context, id, intent, reason);
    return await redirectSaying(args, `/assessments/${id}`, said);
  } catch (error) {
    return answerRefusal(args, error, form.values);
  }
}

function change(context: ScopedContext, id: string, intent: Intent, reason: string): string {
  switch (intent) {
    case "publish":
      return m.consultant_published_said({ number: publish(context, id) });
    case "withdraw":
      withdraw(context, id);
      return m.consultant_withdrawn_said();
    default:
      changeState(context, id, intent, intent === "reopen" ? reason : undefined);
      return SAID[intent]();
  }
}

const SAID = {
  open: () => m.consultant_opened_said(),
  close: () => m.consultant_closed_said(),
  reopen: () => m.consultant_reopened_said(),
  archive: () => m.consultant_archived_said(),
};
