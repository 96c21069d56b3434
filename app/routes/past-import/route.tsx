import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readFields } from "~/http/form";
import { localDate } from "~/i18n/format";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { requireManagedCompany } from "~/routes/company/managed";
import { PageHeader } from "~/ui/page-header";
import { StatusTag } from "~/ui/status-tag";
import { titled } from "~/ui/titled";
import { importPast, PastProblems, previewPast } from "~/use-cases/import-past";
import { readRubrics } from "~/use-cases/rubrics";
import { PreviewForm } from "./preview-form";
import {
  type Check,
  type Choices,
  fieldsOf,
  firstChoices,
  laterChoices,
  readChosen,
  refuseTable,
  showPreview,
  traceOf,
} from "./steps.server";
import { TableForm } from "./table-form";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.import_title()} · ${args.data?.company.name ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  const locale = getLocale();
  return {
    company: { id: company.id, name: company.name },
    rubrics: readRubrics(visit.context).map(({ rubric: { key, name } }) => ({
      key,
      name: localized(name, locale),
    })),
    today: localDate(visit.context.now),
  };
}

/** First a table is read (`read`), then looked at (`check`) as often as wanted, then imported (`import`). */
export async function action(args: ActionFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  const form = await readFields(args.request);
  const values = fieldsOf(form);
  const rubrics = readRubrics(visit.context).map(({ rubric }) => rubric);
  const rubric = rubrics.find(({ key }) => key === values.rubricKey);
  if (!rubric) {
    const message = values.rubricKey ? m.form_choice_unknown() : m.form_required_choice();
    return refuseTable(args, values, { rubricKey: [message] });
  }
  const input = (choices: Choices) => ({ ...choices, rubricKey: rubric.key, language: getLocale() });
  const show = (choices: Choices, changed = false) => {
    const preview = previewPast(visit.context, company.id, input(choices));
    return showPreview(args, { ...choices, rubric, preview, changed });
  };
  if (values.intent !== "check" && values.intent !== "import") {
    const chosen = await readChosen(form);
    if ("errors" in chosen) return refuseTable(args, values, chosen.errors);
    return show(firstChoices(chosen.table, rubric));
  }
  const choices = laterChoices(values, rubric);
  if (!choices) return refuseTable(args, values, { file: [m.import_lost()] });
  if (values.intent === "check") return show(choices);
  if (values.checked !== traceOf(choices)) return show(choices, true);
  try {
    const { length: count } = importPast(visit.context, company.id, input(choices));
    return await redirectSaying(args, `/companies/${company.id}`, m.import_done({ count }));
  } catch (error) {
    if (!(error instanceof PastProblems)) throw error;
    const errors = { "": [m.import_not_ready()] };
    return showPreview(args, { ...choices, rubric, preview: error.preview, errors });
  }
}

export default function PastImport() {
  const { company, rubrics, today } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const check = state && "check" in state ? state.check : null;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${company.id}`, label: company.name },
        ]}
        title={m.import_title()}
        meta={
          check ? [check.rubric.name, m.import_rows({ count: check.rows }), problemTag(check)] : undefined
        }
        lead={check ? undefined : m.import_lead()}
      />
      {check ? (
        <PreviewForm
          // Another table is another form: choices of the one before must not stay in the selects.
          key={check.table.length + check.rubric.key}
          check={check}
          errors={state?.errors}
          today={today}
          page={`/companies/${company.id}/assessments/import`}
        />
      ) : (
        <TableForm
          rubrics={rubrics}
          values={state?.values ?? {}}
          errors={state?.errors}
          cancelHref={`/companies/${company.id}`}
        />
      )}
    </>
  );
}

/** Said on top, too: the list itself stands below the columns. */
function problemTag({ problemCount: count }: Check) {
  if (count === 0) return null;
  return (
    <StatusTag key="problems" tone="attention">
      {m.import_problems({ count })}
    </StatusTag>
  );
}
