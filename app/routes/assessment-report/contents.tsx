import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";

/** Links to the chapters and to every function; beside the text where there is room for it. */
export function Contents({ report: { functions, previous, check } }: { report: Report }) {
  const chapters = [
    ["spread", m.report_spread_title()],
    ["profile", m.report_ladder_title()],
    ["functions", m.report_functions_title()],
    ["recommendations", m.report_recommendations_title()],
    ...(previous ? [["change", m.report_change_title({ date: formatDate(previous.asOf) })]] : []),
    ...(check ? [["check", m.check_tab()]] : []),
    ["agreement", m.report_agreement_title()],
    ["perspectives", m.report_triangulation_title()],
    ["sensitivity", m.report_sensitivity_title()],
    ["panel", m.report_panel_title()],
    ["method", m.report_method_title()],
  ];
  return (
    <nav className="report-contents print-hidden" aria-label={m.report_contents()}>
      <ol>
        {chapters.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
            {id === "functions" ? (
              <ol>
                {functions.map(({ key, name }) => (
                  <li key={key}>
                    <a href={`#fn-${key}`}>{name}</a>
                  </li>
                ))}
              </ol>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
