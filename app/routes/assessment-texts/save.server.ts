import { data } from "@remix-run/node";
import type { RequestArgs } from "~/http/context";
import { type FormState, readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import type { ScopedContext } from "~/use-cases/context";
import { Refusal } from "~/use-cases/errors";
import { readTexts, saveTexts } from "~/use-cases/report-texts";
import { renderTexts } from "./preview.server";
import type { Named } from "./texts-form";
import { textsSchema, textValues } from "./texts-schema.server";

/** The form again: what was typed, with how it will look, or with what somebody else has stored in between. */
export type TextsState = FormState & { preview: string | null; stored: Record<string, string> | null };

type Given = { context: ScopedContext; assessmentId: string; functions: Named[] };

/** Saves or previews what was sent. Gives null once it is saved, else the form with its status. */
export async function saveOrPreview(args: RequestArgs, { context, assessmentId, functions }: Given) {
  const form = await readForm(args, textsSchema(functions.map(({ key }) => key)));
  if (!form.ok) return form.refuse();
  const { intent, base, ...texts } = form.value;
  const { values } = form;
  if (intent === "preview") return answer({ values, preview: renderTexts(texts, functions) }, 200);
  try {
    saveTexts(context, assessmentId, { texts, base });
    return null;
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === "stale")) throw error;
    args.context.refused = true;
    const stands = readTexts(context, assessmentId);
    const again = { ...values, base: String(stands.version) };
    const errors = { "": [m.texts_stale_title()] };
    return answer({ values: again, errors, stored: textValues(stands.texts) }, 409);
  }
}

function answer(state: Partial<TextsState>, status: number) {
  const { values = {}, errors = {}, preview = null, stored = null } = state;
  return data({ values, errors, preview, stored } satisfies TextsState, { status });
}
