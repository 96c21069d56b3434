import { data } from "@remix-run/node";
import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { redirectSaying } from "~/http/flash";
import { parseForm, readFields, refuse } from "~/http/form";
import { requireAssessor } from "~/http/guards";
import { m } from "~/i18n/messages";
import { labelledErrors } from "~/ui/labelled-errors";
import type { AssessorContext } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { answerAsInformant, readInformantCheck } from "~/use-cases/informants";
import { currentAssessor } from "../assess-layout/seat.server";
import { checkInput, checkSchema } from "../member-check/check-input.server";
import { answerField, commentField } from "../member-check/fields";
import { drawLevels } from "./levels-page.server";
import { isComment } from "./typed-comments";

/** Keeps what an informant says to the levels, and shows the page again. */
export async function answerLevels(args: RequestArgs) {
  const fields = await readFields(args.request);
  const wrote = [...fields].some(([name, value]) => isComment(name) && value !== "");
  const visit = wrote ? await currentAssessor(args) : await requireAssessor(args);
  const context = visit?.context ?? null;
  const check = context && readInformantCheck(context, args.context.locale);
  const typed = parseForm(args, fields, z.object({}));
  const late = (said: string) =>
    refuse(args, { values: typed.ok ? typed.values : {}, errors: { "": [said] } }, 409);
  if (!context) return again(args, null, late(m.check_own_lost()));
  if (!check) return again(args, context, late(m.check_ended()));
  const keys = check.functions.map(({ key }) => key);
  const form = parseForm(args, fields, checkSchema(keys));
  if (!form.ok) return again(args, context, form.refuse());
  try {
    const left = answerAsInformant(context, checkInput(form.value, keys));
    const said = left === 0 ? m.check_saved() : m.check_saved_left({ left });
    return await redirectSaying(args, "/assess/levels", said);
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== "wrong-state") throw error;
    return again(args, context, late(m.check_renewed()));
  }
}

/** The page again, drawn with what was typed and what is wrong with it. */
function again(
  { context: { locale } }: RequestArgs,
  context: AssessorContext | null,
  { data: refused, init }: ReturnType<typeof refuse>,
) {
  const names = context ? (readInformantCheck(context, locale)?.functions ?? []) : [];
  const labels = names.flatMap(({ key, name }) => [
    [answerField(key), name],
    [commentField(key), name],
  ]);
  const errors = labelledErrors(refused.errors, Object.fromEntries(labels));
  return data({ errors, html: drawLevels(context, { locale, refused }).html }, init ?? undefined);
}
