import { type Assessment, listAssessments } from "#db/assessments";
import { type Company, listCompanies } from "#db/companies";
import type { Localized } from "#rubric/schema";
import type { ScopedContext } from "./context";
import { readPanel } from "./panel";
import { isReleased } from "./released";
import { readSummary } from "./summaries";

/** How far a running assessment is: how many of the panel have handed in. */
export type Running = {
  id: string;
  title: string;
  deadline: string | null;
  members: number;
  submitted: number;
};

/** A company with what a list says of it. */
export type PortfolioRow = {
  company: Company;
  assessments: number;
  /** The newest assessment by its as-of date, whatever its state. */
  latest: Pick<Assessment, "id" | "title" | "asOf" | "state"> | null;
  /** The newest result there is; its level is null where too few judged. */
  result: { assessmentId: string; asOf: string; level: number | null; levels: Localized[] } | null;
  running: Running | null;
};

/**
 * The companies in the actor's reach, by name, each with its newest assessment, newest result and the progress of a
 * running one. With `live` false only what was released counts, and nothing is computed.
 */
export function readPortfolio(context: ScopedContext, live: boolean): PortfolioRow[] {
  const byCompany = new Map<string, Assessment[]>();
  for (const assessment of listAssessments(context.db, context.scope)) {
    byCompany.set(assessment.companyId, [...(byCompany.get(assessment.companyId) ?? []), assessment]);
  }
  return listCompanies(context.db, context.scope).map((company) => {
    const all = byCompany.get(company.id) ?? [];
    const seen = live ? all : all.filter((assessment) => isReleased(context, assessment));
    const latest = seen[0] ?? null;
    return {
      company,
      assessments: seen.length,
      latest: latest && { id: latest.id, title: latest.title, asOf: latest.asOf, state: latest.state },
      result: readNewestResult(context, seen, live),
      running: live ? readRunning(context, seen) : null,
    };
  });
}

/** Only the newest finished assessment is looked at, so that a list costs one result a company. */
function readNewestResult(
  context: ScopedContext,
  newestFirst: Assessment[],
  live: boolean,
): PortfolioRow["result"] {
  const finished = newestFirst.find(({ state }) => state !== "draft" && state !== "open");
  const summary = finished && readSummary(context, finished, live);
  if (!summary) return null;
  return {
    assessmentId: finished.id,
    asOf: finished.asOf,
    level: summary.typical,
    levels: summary.levels,
  };
}

function readRunning(context: ScopedContext, newestFirst: Assessment[]): Running | null {
  const open = newestFirst.find(({ state }) => state === "open");
  if (!open) return null;
  const panel = readPanel(context, open.id);
  const submitted = panel.filter(({ submittedAt }) => submittedAt !== null).length;
  return { id: open.id, title: open.title, deadline: open.deadline, members: panel.length, submitted };
}
