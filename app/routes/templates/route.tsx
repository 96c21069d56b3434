import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { notFound, requireCan } from "~/http/guards";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { RemoveFold } from "~/ui/remove-fold";
import { titled } from "~/ui/titled";
import { Refusal } from "~/use-cases/errors";
import { readTemplates, removeTemplate, requireTemplate } from "~/use-cases/templates";
import { templateFacts } from "./template-facts";
import { templateView } from "./template-view.server";

export const meta: MetaFunction = (args) => titled(m.waves_templates(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "assessment:manage");
  return { templates: readTemplates(context).map((template) => templateView(context, template)) };
}

const error = () => m.form_choice_unknown();
const schema = z.object({ intent: z.literal("remove", { error }), templateId: z.string({ error }).max(100) });

export async function action(args: ActionFunctionArgs) {
  const { context } = await requireCan(args, "assessment:manage");
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  try {
    const { id, name } = requireTemplate(context, form.value.templateId);
    removeTemplate(context, id);
    return await redirectSaying(args, "/templates", m.waves_template_removed({ name }));
  } catch (refused) {
    throw refused instanceof Refusal ? notFound() : refused;
  }
}

/** The workspace's templates, each with the way to use it. */
export default function Templates() {
  const { templates } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={state?.errors} title={m.consultant_not_done()} />
      <PageHeader
        breadcrumbs={[{ href: "/companies", label: m.nav_companies() }]}
        title={m.waves_templates()}
        lead={m.waves_templates_lead()}
      />
      {templates.length === 0 ? (
        <EmptyState
          title={m.waves_templates_none_title()}
          action={<ButtonLink href="/companies">{m.nav_companies()}</ButtonLink>}
        >
          {m.waves_templates_none_body()}
        </EmptyState>
      ) : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {templates.map((template) => (
          <li
            key={template.id}
            className="flex flex-col items-start gap-3 rounded-xl border border-line bg-surface p-5"
          >
            <h2 className="text-lg wrap-anywhere">{template.name}</h2>
            <ul className="meta-line flex-1 content-start text-sm text-ink-muted">
              {templateFacts(template).map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
            <div className="mt-1 flex flex-wrap items-start gap-x-5 gap-y-2">
              <ButtonLink href={`/templates/${template.id}/open`} variant="secondary" size="small">
                {m.waves_template_use()}
                <span className="sr-only"> {template.name}</span>
              </ButtonLink>
              <RemoveFold
                {...{ label: m.waves_template_remove(), sure: m.waves_template_remove_sure() }}
                {...{ of: template.name, about: m.waves_template_remove_about() }}
              >
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="templateId" value={template.id} />
              </RemoveFold>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
