import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { AssessmentHeader, headerFacts } from "~/routes/assessment/assessment-header";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { answerRefusal } from "~/routes/assessment/refusals";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { titled } from "~/ui/titled";
import { readGoals, setGoals } from "~/use-cases/goals";
import { readPanel } from "~/use-cases/panel";
import { rubricOf } from "~/use-cases/rubrics";
import "./goals.css";
import { GoalsForm } from "./goals-form";
import { GoalsHistory } from "./goals-history";
import { goalsSchema, goalValues, WEIGHTS } from "./goals-schema.server";
import { GoalsTable } from "./goals-table";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.compare_goals_title()} · ${args.data?.header.title ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const rubric = rubricOf(visit.context, assessment);
  const { goals, history } = readGoals(visit.context, assessment.id);
  const locale = getLocale();
  return {
    header: headerFacts(assessment),
    members: readPanel(visit.context, assessment.id).length,
    functions: rubric.functions.map(({ key, name }) => ({ key, name: localized(name, locale) })),
    levels: rubric.levels.map(({ name }, index) => ({ number: index + 1, name: localized(name, locale) })),
    ...{ goals, history, values: goalValues(goals), weights: WEIGHTS },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { goals } = readGoals(visit.context, assessment.id);
  const form = await readForm(args, goalsSchema(goals, rubricOf(visit.context, assessment).levels.length));
  if (!form.ok) return form.refuse();
  try {
    const changes = setGoals(visit.context, assessment.id, form.value);
    const message = changes === 0 ? m.compare_goals_unchanged() : m.compare_goals_saved({ count: changes });
    return await redirectSaying(args, `/assessments/${assessment.id}/goals`, message);
  } catch (error) {
    return answerRefusal(args, error, form.values);
  }
}

export default function Goals() {
  const { header, members, functions, levels, goals, history, values, weights } =
    useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const frozen = header.state === "published" || header.state === "archived";
  return (
    <>
      <AssessmentHeader assessment={header} members={members} current="goals" />
      <h2 className="sr-only">{m.compare_goals_title()}</h2>
      <About />
      {frozen ? (
        <div className="grid gap-6">
          <ErrorSummary errors={state?.errors} title={m.consultant_not_done()} />
          <Notice className="max-w-measure">
            {header.state === "published" ? m.compare_goals_frozen() : m.compare_goals_archived()}
          </Notice>
          <GoalsTable goals={goals} functions={functions} levels={levels} />
        </div>
      ) : (
        <GoalsForm
          // What is typed stands until it is saved; then the fields begin anew.
          key={history.length}
          functions={functions}
          levels={levels}
          values={state?.values ?? values}
          errors={state?.errors}
          {...weights}
        >
          <Button>{m.consultant_save()}</Button>
          <ButtonLink href={`/assessments/${header.id}`} variant="quiet">
            {m.consultant_cancel()}
          </ButtonLink>
        </GoalsForm>
      )}
      <GoalsHistory history={history} functions={functions} levels={levels} />
    </>
  );
}

function About() {
  return (
    <div className="prose mb-8">
      <p>{m.compare_goals_about_targets()}</p>
      <p>
        {m.compare_goals_about_weights()}{" "}
        <Link href="/help/method#section-overall">{m.report_method_more()}</Link>
      </p>
    </div>
  );
}
