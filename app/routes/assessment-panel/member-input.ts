import type { Rubric } from "#rubric/schema";
import type { RequestArgs } from "~/http/context";
import { type FormState, refuse } from "~/http/form";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { answerRefusal } from "~/routes/assessment/refusals";
import { oneLine } from "~/use-cases/clean-text";
import { Refusal } from "~/use-cases/errors";
import { NORMAL_WEIGHT } from "~/use-cases/member-lines";
import type { MemberInput } from "~/use-cases/panel";
import type { MemberFields } from "./member-schema";

/** The form's answers as the use-cases take them. */
export function memberInput({
  name,
  email,
  perspective,
  weight,
  weightReason,
  asked,
  functions,
}: MemberFields): MemberInput {
  const some = asked === "some" ? Object.keys(functions ?? {}) : null;
  const reason = weight === NORMAL_WEIGHT ? "" : oneLine(weightReason);
  return { name, email, perspective, weight, weightReason: reason, functions: some };
}

/** The form's values of the functions a member is asked for. */
export function askedValues(functions: string[] | null): Record<string, string> {
  if (functions === null) return { asked: "all" };
  return { asked: "some", ...Object.fromEntries(functions.map((key) => [`functions.${key}`, "on"])) };
}

/** A rubric's functions as the form offers them, in the reader's language. */
export function askableFunctions(rubric: Rubric): { key: string; name: string }[] {
  return rubric.functions.map(({ key, name }) => ({ key, name: localized(name, getLocale()) }));
}

/** As `answerRefusal`, with what is wrong in the functions asked at their boxes. */
export function answerMemberRefusal(args: RequestArgs, error: unknown, values: FormState["values"]) {
  const reason = error instanceof Refusal ? error.reason : null;
  if (reason === "nothing-asked") {
    return refuse(args, { values, errors: { functions: [m.consultant_asked_none()] } });
  }
  if (reason === "unknown-function") {
    return refuse(args, { values, errors: { functions: [m.form_choice_unknown()] } });
  }
  if (reason === "not-to-remind") {
    return refuse(args, { values, errors: { "": [m.panel_remind_not()] } }, 409);
  }
  return answerRefusal(args, error, values);
}
