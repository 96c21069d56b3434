import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";
import { reportQuery } from "./addresses";
import { InApp, usePlace } from "./place";

/** The files that the whole report comes as: for documents and slides first, for calculating after. */
const FILES = [
  ["report.pdf", m.report_pdf_download],
  ["report.pptx", m.exports_download_pptx],
  ["report.xlsx", m.exports_download_xlsx],
  ["export.csv", m.exports_download_csv],
  ["functions.csv", m.bundle_download_functions],
  ["export.json", m.exports_download_json],
  ["bundle.json", m.bundle_download],
] as const;

/** Of these, what those who read by a link may take along: the report, and not its data. */
export const SHARED_FILES = ["report.pdf", "report.pptx", "report.xlsx"] as const;

/** Where the report can be taken along. */
export function Downloads({ report }: { report: Report }) {
  const { assessment, edition } = report;
  const place = usePlace();
  const shared: readonly string[] = SHARED_FILES;
  const offered = place.shared ? FILES.filter(([file]) => shared.includes(file)) : FILES;
  const base = place.shared ? place.files : `/assessments/${assessment.id}`;
  return (
    <section className="report-downloads print-hidden" aria-labelledby="downloads-title">
      <h2 id="downloads-title" className="text-base">
        {m.exports_downloads_title()}
      </h2>
      <p className="max-w-measure text-sm text-ink-muted">
        {m.exports_downloads_lead()} {edition.kind === "live" ? m.exports_downloads_live() : null}
      </p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {offered.map(([file, label]) => (
          <li key={file}>
            <a href={`${base}/${file}${reportQuery(report)}`} download className="link font-semibold">
              {label()}
            </a>
          </li>
        ))}
        <InApp>
          <li>
            <a href="/help/bundle" className="link">
              {m.bundle_download_help()}
            </a>
          </li>
        </InApp>
      </ul>
    </section>
  );
}

type FigureLinksProps = {
  report: Report;
  /** The name of the figure in the address of its file. */
  figure: string;
  /** What it is called on the page. */
  title: string;
};

/** A figure as a file, small below it: drawn, and as a picture twice its size. */
export function FigureLinks({ report, figure, title }: FigureLinksProps) {
  const base = `/assessments/${report.assessment.id}/figures/${figure}`;
  const files = [
    ["SVG", `${base}.svg${reportQuery(report)}`],
    ["PNG", `${base}.png${reportQuery(report, { scale: "2" })}`],
  ] as const;
  // Single figures are for those who work with the report.
  if (usePlace().shared) return null;
  return (
    <p className="report-figure-links print-hidden">
      {m.exports_figure_save()}
      {files.map(([type, href]) => (
        <a
          key={type}
          href={href}
          download
          className="link"
          aria-label={m.exports_figure_save_as({ type, figure: title })}
        >
          {type}
        </a>
      ))}
    </p>
  );
}
