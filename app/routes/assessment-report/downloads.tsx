import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";

/** The files that the whole report comes as: for documents and slides first, for calculating after. */
const FILES = [
  ["report.pdf", m.report_pdf_download],
  ["report.pptx", m.exports_download_pptx],
  ["report.xlsx", m.exports_download_xlsx],
  ["export.csv", m.exports_download_csv],
  ["export.json", m.exports_download_json],
] as const;

/** Where the report can be taken along. */
export function Downloads({ report: { assessment, edition } }: { report: Report }) {
  return (
    <section className="report-downloads print-hidden" aria-labelledby="downloads-title">
      <h2 id="downloads-title" className="text-base">
        {m.exports_downloads_title()}
      </h2>
      <p className="max-w-measure text-sm text-ink-muted">
        {m.exports_downloads_lead()} {edition.kind === "live" ? m.exports_downloads_live() : null}
      </p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {FILES.map(([file, label]) => (
          <li key={file}>
            <a href={`/assessments/${assessment.id}/${file}`} download className="link font-semibold">
              {label()}
            </a>
          </li>
        ))}
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
export function FigureLinks({ report: { assessment }, figure, title }: FigureLinksProps) {
  const base = `/assessments/${assessment.id}/figures/${figure}`;
  const files = [
    ["SVG", `${base}.svg`],
    ["PNG", `${base}.png?scale=2`],
  ] as const;
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
