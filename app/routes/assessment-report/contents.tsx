import { m } from "~/i18n/messages";
import { chapters } from "~/report/words/chapters";
import type { Report } from "~/use-cases/read-report";

/** Links to the chapters and to every function; beside the text where there is room for it. */
export function Contents({ report }: { report: Report }) {
  return (
    <nav className="report-contents print-hidden" aria-label={m.report_contents()}>
      <ol>
        {chapters(report).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
            {id === "functions" ? (
              <ol>
                {report.functions.map(({ key, name }) => (
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
