import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, permit, requireUser, seesAnswers, seesLive } from "~/http/guards";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { titled } from "~/ui/titled";
import { readAssessment } from "~/use-cases/assessments";
import { readReadings } from "~/use-cases/read-method";
import { readReport } from "~/use-cases/read-report";
import { renderReport } from "./render-report.server";
import "./report.css";
import "./summary.css";
import "./function.css";
import "./downloads.css";
import "./print.css";

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return [];
  const { company, asOf } = args.data;
  return titled(m.report_page_title({ company, asOf: formatDate(asOf) }), args);
};

/** Readers of a company get its latest publication, consultants also what is not published. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, args.params.assessmentId ?? ""));
  const { companyId } = assessment;
  permit(visit, "report:read-published", { companyId });
  const { locale } = args.context;
  const [live, answers] = [seesLive(visit, assessment), seesAnswers(visit, assessment)];
  const report = orNotFound(readReport(visit.context, assessment, { live, answers, locale }));
  const html = renderReport(report, readReadings(["ac2", "krippendorff", "interval"], locale));
  return { company: report.company.name, asOf: report.assessment.asOf, html };
}

export default function AssessmentReport() {
  const { html } = useLoaderData<typeof loader>();
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React on the server, which escapes every text
  return <article className="report" dangerouslySetInnerHTML={{ __html: html }} />;
}
