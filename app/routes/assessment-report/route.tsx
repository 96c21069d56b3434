import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { drawnBeside } from "~/http/drawn";
import { orNotFound, permit, requireUser, seesAnswers, seesLive } from "~/http/guards";
import { ofEdition } from "~/http/revalidate";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { wantedVersion } from "~/routes/assessment-export/wanted-version";
import { Drawn } from "~/ui/drawn";
import { titled } from "~/ui/titled";
import { readAssessment } from "~/use-cases/assessments";
import { asPublished } from "~/use-cases/outcome";
import { readReportFacts } from "~/use-cases/report-facts";
import { DownloadProgress } from "./download-progress";
import { renderReport } from "./render-report.server";
import "~/report/markdown/prose.css";
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

/**
 * Readers of a company get its latest publication, consultants also what is not published; with `?version=` one of
 * the publications. `?why=` opens the computation of one function.
 */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, args.params.assessmentId ?? ""));
  const { companyId } = assessment;
  permit(visit, "report:read-published", { companyId });
  const { locale } = args.context;
  const [live, answers] = [seesLive(visit, assessment), seesAnswers(visit, assessment)];
  const version = wantedVersion(args.request);
  const facts = orNotFound(readReportFacts(visit.context, assessment, { live, answers, locale, version }));
  const html = renderReport(visit.context, facts, new URL(args.request.url).searchParams.get("why"));
  const { companyName: company, asOf } = asPublished(assessment, facts);
  return data({ company, asOf, html: drawnBeside(args, html) }, { headers: ofEdition(args, facts.edition) });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function AssessmentReport() {
  const { html } = useLoaderData<typeof loader>();
  return (
    <>
      <Drawn id="report" className="report" html={html} />
      <DownloadProgress />
    </>
  );
}
