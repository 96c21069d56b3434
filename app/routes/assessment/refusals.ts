import type { RequestArgs } from "~/http/context";
import { type FormState, refuse } from "~/http/form";
import { notFound } from "~/http/guards";
import { m } from "~/i18n/messages";
import type { AssessmentState } from "~/use-cases/assessments";
import { Refusal } from "~/use-cases/errors";
import { stateLabel } from "./state-tag";

/**
 * Answers what a use-case refused about an assessment with the page again and the reason: 404 for what is not there,
 * 409 for what the state does not permit, 400 for the rest. Rethrows what is no refusal.
 */
export function answerRefusal(args: RequestArgs, error: unknown, values: FormState["values"]) {
  if (!(error instanceof Refusal)) throw error;
  const { reason, detail } = error;
  switch (reason) {
    case "not-found":
      throw notFound();
    case "wrong-state": {
      const state = stateLabel(detail.state as AssessmentState);
      return refuse(args, { values, errors: { "": [m.consultant_wrong_state({ state })] } }, 409);
    }
    case "empty-panel":
      return refuse(args, { values, errors: { "": [m.consultant_empty_panel()] } }, 409);
    case "nothing-judged":
      return refuse(args, { values, errors: { "": [m.consultant_nothing_judged()] } }, 409);
    case "email-taken":
      return refuse(args, { values, errors: { email: [m.consultant_member_taken()] } });
    case "unknown-rubric":
      return refuse(args, { values, errors: { rubricKey: [m.form_choice_unknown()] } });
    case "unknown-function":
      return refuse(args, { values, errors: { leftOut: [m.form_choice_unknown()] } });
    default:
      throw error;
  }
}
