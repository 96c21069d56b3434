import type { LoaderFunctionArgs } from "@remix-run/node";
import { tooMany } from "~/http/download";
import { notFound, orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { consume, type Limit } from "~/http/rate-limit";
import { isLocale, type Locale } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import { forOthers } from "~/report/exports/for-others";
import { readAssessment } from "~/use-cases/assessments";
import { type Report, readReport } from "~/use-cases/read-report";
import { readReportTrend, type Trend } from "~/use-cases/read-trend";
import { slug } from "~/use-cases/slug";

/** A report to be made into a file: `name` is a file name without its ending, `write` works in the file's language. */
export type ReportToWrite = {
  report: Report;
  trend: Trend | null;
  locale: Locale;
  name: string;
  write: <T>(work: () => T) => T;
};

/**
 * The report of the assessment at this address as whoever asks may read it: published for the company's readers, live
 * for those who may see that. In the language of `?lang=`, else of the interface. 404 where there is nothing to write
 * about, 429 for somebody who has downloaded too often.
 */
export async function requireReport(
  args: LoaderFunctionArgs,
  limit: Limit = "export:account",
): Promise<ReportToWrite> {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, args.params.assessmentId ?? ""));
  permit(visit, "report:read-published", { companyId: assessment.companyId });
  const wait = await consume(args, [limit], visit.context.actor.userId);
  if (wait !== null) throw tooMany(wait);
  const asked = new URL(args.request.url).searchParams.get("lang");
  const locale = isLocale(asked) ? asked : args.context.locale;
  const live = seesLive(visit, assessment);
  const report = forOthers(orNotFound(readReport(visit.context, assessment, { live, locale })));
  if (report.panel.judged === 0) throw notFound();
  const name = ["selaras", slug(report.company.name), report.assessment.asOf].filter((part) => part !== "");
  return {
    report,
    trend: readReportTrend(visit.context, assessment, report, locale),
    locale,
    name: name.join("-"),
    write: (work) => withLocale(locale, work),
  };
}
