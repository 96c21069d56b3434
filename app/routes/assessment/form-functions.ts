import type { Rubric } from "#rubric/schema";
import type { RequestArgs } from "~/http/context";
import { type FormState, refuse } from "~/http/form";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import type { FormFunction } from "./assessment-form";

/** A rubric's functions as the form offers them, in the reader's language. */
export function formFunctions(rubric: Rubric): FormFunction[] {
  return rubric.functions.map(({ key, name, restatesStages }) => ({
    key,
    name: localized(name, getLocale()),
    restates: restatesStages ?? false,
  }));
}

/** The form's values of functions that are left out already. */
export function tickedFunctions(leftOut: string[]): Record<string, string> {
  return Object.fromEntries(leftOut.map((key) => [`leftOut.${key}`, "on"]));
}

/** The form again when no function would be left for the overall; else null. */
export function refuseNothingLeft(
  args: RequestArgs,
  { leftOut, rubric, values }: { leftOut: string[]; rubric: Rubric; values: FormState["values"] },
) {
  if (!rubric.functions.every(({ key }) => leftOut.includes(key))) return null;
  return refuse(args, { values, errors: { leftOut: [m.consultant_left_out_all()] } });
}
