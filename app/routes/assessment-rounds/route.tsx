import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { AssessmentHeader, headerFacts } from "~/routes/assessment/assessment-header";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { PersonalLinks } from "~/routes/assessment-panel/personal-links";
import { ErrorSummary } from "~/ui/error-summary";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { titled } from "~/ui/titled";
import { readPanel } from "~/use-cases/panel";
import { ConfirmRound } from "./confirm-round";
import { NothingYet } from "./nothing-yet";
import { openConfirmed, type RoundState } from "./open-round.server";
import { PlanForm } from "./plan-form";
import { type Hindrance, type RoundsPage, readRoundsPage } from "./rounds-page.server";
import { RoundsTable } from "./rounds-table";
import { ruleText } from "./words";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.rounds_title()} · ${args.data?.header.title ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const params = new URL(args.request.url).searchParams;
  const page = readRoundsPage(visit.context, assessment, { params, locale: getLocale() });
  const refused = page.plan !== null && !page.plan.ok;
  const header = headerFacts(assessment);
  const members = readPanel(visit.context, assessment.id).length;
  return data({ header, members, page }, { status: refused ? 400 : 200 });
}

/** Opens the next round. */
export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  return openConfirmed(args, visit.context, assessment);
}

export default function Rounds() {
  const { header, members, page } = useLoaderData<typeof loader>();
  const state: Partial<RoundState> | undefined = useActionData<typeof action>();
  const { links = [], said } = state ?? {};
  const plan = page.plan?.ok ? page.plan.plan : null;
  const refused = page.plan && !page.plan.ok ? { fn: [m.rounds_which_missing()] } : undefined;
  return (
    <>
      <AssessmentHeader assessment={header} members={members} current="rounds" />
      <ErrorSummary
        errors={state?.errors ?? refused}
        title={state?.errors ? m.rounds_not_done() : undefined}
      />
      {said ? (
        <Notice tone="success" live className="mb-6">
          {said}
        </Notice>
      ) : null}
      {links.length > 0 ? <PersonalLinks links={links} draft={false} /> : null}
      {plan && !state ? <ConfirmRound id={header.id} plan={plan} page={page} /> : null}
      <Rule id={header.id} page={page} />
      {page.begun ? <Found page={page} /> : <NothingYet id={header.id} draft={header.state === "draft"} />}
      {page.begun && !said ? <Next page={page} error={refused?.fn} quiet={plan !== null && !state} /> : null}
    </>
  );
}

function Rule({ id, page }: { id: string; page: RoundsPage }) {
  return (
    <section aria-labelledby="stop-rule" className="mb-8 max-w-measure border-l-4 border-accent pl-4">
      <h2 id="stop-rule" className="text-base">
        {m.rounds_rule_title()}
      </h2>
      <p className="mt-1">{ruleText(page)}</p>
      <p className="mt-1 text-sm text-ink-muted">
        {m.rounds_rule_source()}{" "}
        {page.hindrance === "draft" ? (
          <Link href={`/assessments/${id}/settings`} className="link">
            {m.rounds_rule_goal_change()}
          </Link>
        ) : null}
      </p>
    </section>
  );
}

function Found({ page }: { page: RoundsPage }) {
  const { open, functions, stages } = page;
  const last = stages.at(-1);
  const going = last !== undefined && last.kind === "questionnaire" && last.handedIn < last.asked;
  return (
    <section className="mb-12 grid gap-4">
      <div>
        <p className="text-lg font-semibold">
          {open.length === 0
            ? m.rounds_summary_done()
            : m.rounds_summary_open({ count: open.length, total: functions.length })}
        </p>
        {going ? <p className="text-ink-muted">{m.rounds_so_far()}</p> : null}
      </div>
      <RoundsTable page={page} />
    </section>
  );
}

const HINDRANCES: Record<Exclude<Hindrance, null>, () => string> = {
  draft: () => m.rounds_cannot_nothing(),
  nothing: () => m.rounds_cannot_nothing(),
  over: () => m.rounds_cannot_closed(),
  published: () => m.rounds_cannot_published(),
  workshop: () => m.rounds_cannot_workshop(),
};

function Next({ page, error, quiet }: { page: RoundsPage; error?: string[]; quiet: boolean }) {
  if (page.hindrance) return <Notice>{HINDRANCES[page.hindrance]()}</Notice>;
  return quiet ? null : <PlanForm page={page} error={error} />;
}
