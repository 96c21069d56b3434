import { m } from "~/i18n/messages";
import { MarkdownText } from "~/report/markdown/markdown-text";
import { Link } from "~/ui/link";
import type { Report } from "~/use-cases/read-report";
import type { FunctionProps } from "./function-section";

/** What the consultant says of it all, marked as theirs: above what was computed. */
export function ConsultantSummary({ report: { texts, edition, assessment } }: { report: Report }) {
  if (texts.summary === null) return null;
  return (
    <section className="report-words" aria-labelledby="words-title">
      <h2 id="words-title" className="report-words-label">
        {m.texts_words_summary()}
      </h2>
      <MarkdownText markdown={texts.summary} />
      {edition.kind === "live" ? (
        <p className="print-hidden text-sm">
          <Link href={`/assessments/${assessment.id}/texts`} className="link">
            {m.texts_edit()}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

/** What the consultant says of one function; nothing where they wrote nothing. */
export function ConsultantComment({ fn, report: { texts } }: FunctionProps) {
  const comment = texts.comments[fn.key];
  if (!comment) return null;
  return (
    <div className="report-words">
      <h4 className="report-words-label">{m.texts_words_comment()}</h4>
      <MarkdownText markdown={comment} />
    </div>
  );
}
