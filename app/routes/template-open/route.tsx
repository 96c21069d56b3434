import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, requireCan } from "~/http/guards";
import { localDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { Filters } from "~/routes/companies/filters";
import { portfolioView } from "~/routes/companies/portfolio-view.server";
import { readView } from "~/routes/companies/read-view.server";
import "~/routes/companies/portfolio.css";
import { templateFacts } from "~/routes/templates/template-facts";
import { templateView } from "~/routes/templates/template-view.server";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readChoosable } from "~/use-cases/choose-companies";
import type { ScopedContext } from "~/use-cases/context";
import { Refusal } from "~/use-cases/errors";
import { readPortfolio } from "~/use-cases/portfolio";
import { requireTemplate } from "~/use-cases/templates";
import { addDays } from "~/use-cases/wave-dates";
import { openAll } from "./open-action.server";
import { OpenForm, openLabels } from "./open-form";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.waves_open_title(args.data.template) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "assessment:manage");
  const template = templateOf(context, args.params.templateId);
  const view = readView(new URL(args.request.url).searchParams);
  const today = localDate(context.now);
  const { daysToJudge, title } = template.settings;
  return {
    template: templateView(context, template),
    mailServer: context.settings.mailServer,
    view,
    choices: portfolioView(readPortfolio(context, view, true), getLocale()).choices,
    ...readChoosable(context, view.filter),
    values: {
      // A year in the title was that of the assessment it was made from.
      title: title.replace(/\b20\d\d\b/, today.slice(0, 4)),
      asOf: today,
      deadline: daysToJudge === null ? "" : addDays(today, daysToJudge),
    },
  };
}

function templateOf(context: ScopedContext, id = "") {
  try {
    return requireTemplate(context, id);
  } catch (error) {
    throw error instanceof Refusal ? notFound() : error;
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await requireCan(args, "assessment:manage");
  return openAll(args, context, templateOf(context, args.params.templateId));
}

/** Opens the same assessment for several companies. */
export default function OpenFromTemplate() {
  const { template, mailServer, view, choices, companies, total, values } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const page = `/templates/${template.id}/open`;
  return (
    <>
      <ErrorSummary errors={labelledErrors(state?.errors, openLabels())} />
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: "/templates", label: m.waves_templates() },
        ]}
        title={m.waves_open_title({ name: template.name })}
        meta={templateFacts(template)}
        lead={m.waves_open_lead()}
      />
      <Filters view={view} choices={choices} page={page} />
      <OpenForm
        {...{ companies, total, mailServer }}
        members={template.members}
        values={state?.values ?? values}
        errors={state?.errors}
      />
    </>
  );
}
