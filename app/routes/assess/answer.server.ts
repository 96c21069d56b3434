import { data } from "@remix-run/node";
import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { choiceField, filledTextField, textField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { readForm, refuse } from "~/http/form";
import { notFound, requireAssessor } from "~/http/guards";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { labelledErrors } from "~/ui/labelled-errors";
import { answerClarification, LONGEST_ANSWER } from "~/use-cases/clarifications";
import { type AssessorContext, readDesk } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { drawQuestions } from "../assess-layout/questions.server";

const schema = () =>
  z.object({
    question: textField(80),
    answer: filledTextField(LONGEST_ANSWER),
    from: choiceField(["list", "function"]).catch("list"),
  });

/** Takes the answer to a question of the consultant, and goes back to where it was written. */
export async function answerQuestion(args: RequestArgs) {
  const { context } = await requireAssessor(args);
  const form = await readForm(args, schema());
  if (!form.ok) return again(context, form.refuse());
  const { question, answer, from } = form.value;
  try {
    const key = answerClarification(context, question, answer);
    const { editable, tasks } = readDesk(context);
    const stays = from === "function" && editable && tasks.some(({ fn }) => fn.key === key);
    return await redirectSaying(args, stays ? `/assess/functions/${key}` : "/assess", m.desk_own_done());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason === "not-found") throw notFound();
    if (error.reason !== "wrong-state") throw error;
    const errors = { "": [m.desk_own_closed()] };
    return again(context, refuse(args, { values: form.values, errors }, 409));
  }
}

/** The list of tasks again, the question drawn with what was typed and what is wrong with it. */
function again(context: AssessorContext, { data: state, init }: ReturnType<typeof refuse>) {
  const questions = drawQuestions(context, readDesk(context), { locale: getLocale(), refused: state });
  const errors = labelledErrors(state.errors, { answer: m.desk_own_answer() });
  return data({ errors, questions }, init ?? undefined);
}
