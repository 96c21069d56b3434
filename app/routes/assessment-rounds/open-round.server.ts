import { data } from "@remix-run/node";
import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { textField, wholeNumberField } from "~/http/fields";
import { type FormState, readForm, refuse } from "~/http/form";
import { formatDate } from "~/i18n/format";
import { withLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages";
import { roundLetter } from "~/mail/compose";
import { answerRefusal } from "~/routes/assessment/refusals";
import type { PersonalLink } from "~/routes/assessment-panel/personal-link.server";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import type { ScopedContext } from "~/use-cases/context";
import { Refusal, type RefusalReason } from "~/use-cases/errors";
import { workspaceName } from "~/use-cases/outbox";
import type { NewLink } from "~/use-cases/panel";
import { openRound } from "~/use-cases/rounds-open";

const schema = z.object({
  number: wholeNumberField(2, 999_999),
  fn: z.array(textField(80)).optional(),
});

export type RoundState = FormState & { links: PersonalLink[]; said: string | null };

/** Opens the round that was confirmed. The links are answered at once: they are stored nowhere. */
export async function openConfirmed(
  args: RequestArgs,
  context: ScopedContext,
  assessment: AssessmentWithCompany,
) {
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const { number, fn: functions = [] } = form.value;
  try {
    const made = openRound(context, assessment.id, { functions, number });
    const said = m.rounds_opened({ number, functions: functions.length });
    const links = made.map((one) => linkOf({ context, assessment, number }, one));
    return data<RoundState>({ values: {}, errors: {}, links, said });
  } catch (error) {
    const why = error instanceof Refusal ? WHY[error.reason] : undefined;
    if (!why) return answerRefusal(args, error, {});
    return refuse(args, { values: {}, errors: { "": [why()] } }, 409);
  }
}

const WHY: Partial<Record<RefusalReason, () => string>> = {
  "later-round": () => m.rounds_already_open(),
  "workshop-running": () => m.rounds_cannot_workshop(),
  "nothing-judged": () => m.rounds_cannot_nothing(),
  "nothing-to-ask": () => m.rounds_which_missing(),
  "unknown-function": () => m.form_choice_unknown(),
};

type Sender = { context: ScopedContext; assessment: AssessmentWithCompany; number: number };

/** A member's new link with the message around it, as it is also in the outbox. */
function linkOf({ context, assessment, number }: Sender, { member, token }: NewLink): PersonalLink {
  const { language: locale, companyName: company, title, deadline } = assessment;
  const { name, email, asked: functions } = member;
  const url = `${context.settings.baseUrl}/i/${token}`;
  const { subject, paragraphs, signOff } = roundLetter({
    ...{ locale, company, title, name, url, functions, round: number },
    workspace: workspaceName(context, assessment.workspaceId),
    deadline: deadline && withLocale(locale, () => formatDate(deadline)),
  });
  return { name, email, url, subject, message: [...paragraphs, url, signOff].join("\n\n") };
}
