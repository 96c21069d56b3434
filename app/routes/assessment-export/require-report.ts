import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, orNotFound } from "~/http/guards";
import { noteDownload } from "~/http/note-download";
import type { Limit } from "~/http/rate-limit";
import { isLocale, type Locale } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import { type Brand, fileBrand } from "~/report/exports/brand";
import { forOthers } from "~/report/exports/for-others";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import { readBrand } from "~/use-cases/branding";
import type { ScopedContext } from "~/use-cases/context";
import type { ExportFormat } from "~/use-cases/note-export";
import { type Report, readReport } from "~/use-cases/read-report";
import { readReportTrend, type Trend } from "~/use-cases/read-trend";
import { fileName } from "~/use-cases/slug";
import { requireTakeable } from "./require-takeable";

/** A report to be made into a file: `name` is a file name without its ending, `write` works in the file's language. */
export type ReportToWrite = {
  report: Report;
  trend: Trend | null;
  locale: Locale;
  brand: Brand;
  name: string;
  write: <T>(work: () => T) => T;
  /** Writes into the audit log that the file went out; a single figure needs none. */
  note: (format: ExportFormat) => Promise<void>;
};

/**
 * The report of the assessment at this address as whoever asks may read it: published for the company's readers, live
 * for those who may see that; with `?version=` that publication. In the language of `?lang=`, else of the interface.
 * 404 where there is nothing to write about, 429 for somebody who has downloaded too often.
 */
export async function requireReport(
  args: LoaderFunctionArgs,
  limit: Limit = "export:account",
): Promise<ReportToWrite> {
  const { visit, assessment, live, version } = await requireTakeable(args, limit);
  return reportToWrite(args, visit.context, assessment, { live, version });
}

/** A report for somebody who may read it: the caller has made sure of that. 404 where there is nothing to write about. */
export function reportToWrite(
  args: LoaderFunctionArgs,
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  { live, version }: { live: boolean; version: number | null },
): ReportToWrite {
  const asked = new URL(args.request.url).searchParams.get("lang");
  const locale = isLocale(asked) ? asked : args.context.locale;
  const report = forOthers(orNotFound(readReport(context, assessment, { live, locale, version })));
  if (report.panel.judged === 0) throw notFound();
  return {
    report,
    trend: readReportTrend(context, assessment, report, locale),
    locale,
    brand: fileBrand(readBrand(context)),
    name: fileName(report.company.name, report.assessment.asOf, version),
    write: (work) => withLocale(locale, work),
    note: (format) => noteDownload(args, { context }, assessment.id, format),
  };
}
