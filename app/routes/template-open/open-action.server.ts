import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { redirectSaying } from "~/http/flash";
import { type FormState, readForm, refuse } from "~/http/form";
import { m } from "~/i18n/messages";
import { answerWaveRefusal } from "~/routes/assessment/wave-refusals";
import { waveFields } from "~/routes/assessment/wave-schema";
import { readView } from "~/routes/companies/read-view.server";
import { readChoosable } from "~/use-cases/choose-companies";
import type { ScopedContext } from "~/use-cases/context";
import { Refusal } from "~/use-cases/errors";
import { openFromTemplate, type Template } from "~/use-cases/templates";

/** Ticked companies come as `company.<id>`; `all` is every company that the page listed. */
const schema = () =>
  z.object({
    ...waveFields(),
    open: z.boolean({ error: () => m.form_choice_unknown() }).default(false),
    all: z.boolean({ error: () => m.form_choice_unknown() }).default(false),
    company: z.record(z.string(), z.unknown(), { error: () => m.form_choice_unknown() }).default({}),
  });

/** Opens what the form asks for and goes to the list of what was opened. */
export async function openAll(args: RequestArgs, context: ScopedContext, template: Template) {
  const form = await readForm(args, schema());
  if (!form.ok) return form.refuse();
  const { company, all, deadline = null, ...input } = form.value;
  const companyIds = all ? listed(args, context) : Object.keys(company);
  if (input.open && template.settings.panel.length === 0) {
    return refuse(args, { values: form.values, errors: { open: [m.waves_empty_panel()] } });
  }
  try {
    const opened = openFromTemplate(context, template.id, { ...input, deadline, companyIds });
    const to = `/templates/${template.id}/opened?at=${context.now.getTime()}`;
    return await redirectSaying(args, to, m.waves_opened({ count: opened.length }));
  } catch (error) {
    return answerGone(args, error, form.values) ?? answerWaveRefusal(args, error, form.values);
  }
}

/** The template was there a moment ago, so what is not there is a company. */
function answerGone(args: RequestArgs, error: unknown, values: FormState["values"]) {
  if (!(error instanceof Refusal) || error.reason !== "not-found") return null;
  return refuse(args, { values, errors: { company: [m.waves_company_gone()] } }, 409);
}

function listed({ request }: RequestArgs, context: ScopedContext): string[] {
  const { filter } = readView(new URL(request.url).searchParams);
  return readChoosable(context, filter).companies.map(({ id }) => id);
}
