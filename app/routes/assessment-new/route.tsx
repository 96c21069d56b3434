import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DEFAULT_QUORUM } from "#rubric/scoring/panel";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { localDate } from "~/i18n/format";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { AssessmentForm } from "~/routes/assessment/assessment-form";
import { newAssessmentSchema } from "~/routes/assessment/assessment-schema";
import { formFunctions, refuseNothingLeft } from "~/routes/assessment/form-functions";
import { answerRefusal } from "~/routes/assessment/refusals";
import { requireManagedCompany } from "~/routes/company/managed";
import { Button, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { createAssessment } from "~/use-cases/assessments";
import { readRubrics } from "~/use-cases/rubrics";
import { ChosenRubric, RubricChoice } from "./rubric-choice";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.consultant_assessment_new()} · ${args.data?.company.name ?? ""}`, args);

/** First the rubric is chosen (`?rubric=`), where there is a choice; then the settings that depend on it. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  const locale = getLocale();
  const library = readRubrics(visit.context).map(({ rubric }) => rubric);
  const wanted = new URL(args.request.url).searchParams.get("rubric");
  const rubrics = library.map(({ key, version, name, summary, functions, levels }) => ({
    ...{ key, version, name: localized(name, locale), summary: localized(summary, locale) },
    counts: { functions: functions.length, levels: levels.length },
  }));
  const rubric = library.length === 1 ? library[0] : library.find(({ key }) => key === wanted);
  const chosen = rubrics.find(({ key }) => key === rubric?.key);
  const today = localDate(visit.context.now);
  return {
    company: { id: company.id, name: company.name },
    rubrics,
    settings: rubric && chosen && { chosen, functions: formFunctions(rubric) },
    values: {
      title: `${chosen?.name ?? ""} ${today.slice(0, 4)}`,
      asOf: today,
      quorum: String(DEFAULT_QUORUM),
      language: locale,
      anonymity: "grouped",
      mayReopen: "on",
      consensusGoal: "strong",
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  const form = await readForm(args, newAssessmentSchema());
  if (!form.ok) return form.refuse();
  const { value, values } = form;
  const rubric = readRubrics(visit.context).find((loaded) => loaded.rubric.key === value.rubricKey)?.rubric;
  const nothingLeft = rubric && refuseNothingLeft(args, { rubric, values, leftOut: value.leftOut });
  if (nothingLeft) return nothingLeft;
  try {
    const id = createAssessment(visit.context, company.id, value);
    return await redirectSaying(args, `/assessments/${id}/panel`, m.consultant_assessment_created());
  } catch (error) {
    return answerRefusal(args, error, values);
  }
}

export default function NewAssessment() {
  const { company, rubrics, settings, values } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const page = `/companies/${company.id}/assessments/new`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${company.id}`, label: company.name },
        ]}
        title={m.consultant_assessment_new()}
        lead={settings ? undefined : m.consultant_rubric_lead()}
      />
      {settings ? (
        <AssessmentForm
          values={state?.values ?? values}
          errors={state?.errors}
          functions={settings.functions}
          before={
            <ChosenRubric rubric={settings.chosen} changeHref={rubrics.length > 1 ? page : undefined} />
          }
        >
          <Button>{m.consultant_assessment_create()}</Button>
          <ButtonLink href={`/companies/${company.id}`} variant="quiet">
            {m.consultant_cancel()}
          </ButtonLink>
        </AssessmentForm>
      ) : (
        <RubricChoice page={page} rubrics={rubrics} errors={state?.errors} />
      )}
    </>
  );
}
