import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { choiceField, longTextField, textField } from "~/http/fields";
import { readForm, refuse } from "~/http/form";
import { m } from "~/i18n/messages";
import type { ScopedContext } from "~/use-cases/context";
import { Refusal } from "~/use-cases/errors";
import {
  endWorkshop,
  LONGEST_VOTE_NOTES,
  openVote,
  revealVote,
  saveVoteNotes,
  startWorkshop,
} from "~/use-cases/workshops";
import { answerRefusal } from "../assessment/refusals";

const schema = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("start") }),
    z.object({ intent: z.literal("open"), function: textField(200) }),
    z.object({ intent: z.literal("reveal"), vote: textField(100), function: textField(200) }),
    z.object({
      intent: z.literal("notes"),
      vote: textField(100),
      function: textField(200),
      notes: longTextField(LONGEST_VOTE_NOTES),
      /** Sent by the page itself while somebody writes. */
      quiet: choiceField(["yes"]).optional(),
    }),
    z.object({ intent: z.literal("end") }),
  ],
  { error: () => m.form_choice_unknown() },
);

type Asked = z.output<typeof schema>;

/** Does what the workshop's page asks for, and shows the function it was about. */
export async function leadWorkshop(args: RequestArgs, context: ScopedContext, assessmentId: string) {
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const asked = form.value;
  try {
    lead(context, assessmentId, asked);
  } catch (error) {
    const why = error instanceof Refusal ? refusedBecause(error, asked) : null;
    if (why) return refuse(args, { values: form.values, errors: { "": [why] } }, 409);
    return answerRefusal(args, error, form.values);
  }
  if (asked.intent === "notes" && asked.quiet) return data({ saved: asked.vote, values: {}, errors: {} });
  const at = "function" in asked ? `?function=${encodeURIComponent(asked.function)}` : "";
  return redirect(`/assessments/${assessmentId}/workshop${at}`);
}

function lead(context: ScopedContext, assessmentId: string, asked: Asked): void {
  switch (asked.intent) {
    case "start":
      startWorkshop(context, assessmentId);
      return;
    case "open":
      openVote(context, assessmentId, asked.function);
      return;
    case "reveal":
      revealVote(context, assessmentId, asked.vote);
      return;
    case "notes":
      saveVoteNotes(context, assessmentId, asked.vote, asked.notes);
      return;
    case "end":
      endWorkshop(context, assessmentId);
  }
}

/** In the workshop's own words; null where other pages of the assessment have them. */
function refusedBecause({ reason }: Refusal, { intent }: Asked): string | null {
  switch (reason) {
    case "workshop-running":
      return m.workshop_refused_running();
    case "no-workshop":
      return m.workshop_refused_none();
    case "vote-open":
      return m.workshop_refused_open();
    case "unknown-function":
      return m.workshop_refused_function();
    case "wrong-state":
      return intent === "notes" ? m.workshop_refused_notes() : null;
    default:
      return null;
  }
}
