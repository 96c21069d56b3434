import type { RequestArgs } from "~/http/context";
import { type FormState, refuse } from "~/http/form";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Refusal } from "~/use-cases/errors";
import { answerRefusal } from "./refusals";

/**
 * Answers what a use-case refused about waves, templates and schedules with the form again; `dateName` is the field
 * of the date. The rest as `answerRefusal`.
 */
export function answerWaveRefusal(
  args: RequestArgs,
  error: unknown,
  values: FormState["values"],
  dateName = "asOf",
) {
  const again = (errors: FormState["errors"], status?: number) => refuse(args, { values, errors }, status);
  if (!(error instanceof Refusal)) throw error;
  const { reason, detail } = error;
  switch (reason) {
    case "not-later":
      return again({ [dateName]: [m.waves_not_later({ date: formatDate(String(detail.asOf)) })] });
    case "name-taken":
      return again({ name: [m.waves_template_name_taken()] });
    case "no-company":
      return again({ company: [m.waves_open_choose()] });
    case "too-many":
      return again({ company: [m.waves_open_too_many({ most: detail.most ?? 0 })] });
    case "unknown-rubric":
      return again({ "": [m.waves_unknown_rubric()] }, 409);
    default:
      return answerRefusal(args, error, values);
  }
}
