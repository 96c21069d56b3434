import { renderToStaticMarkup } from "react-dom/server";
import { m } from "~/i18n/messages";
import { MarkdownText } from "~/report/markdown/markdown-text";
import type { ReportText, ReportTexts } from "~/use-cases/report-texts";
import type { Named } from "./texts-form";

const LANGUAGES = [
  ["id", m.texts_language_id],
  ["en", m.texts_language_en],
] as const;

/** The texts as they will look, drawn on the server: the browser is not given what reads Markdown. */
export function renderTexts({ summary, comments }: ReportTexts, functions: readonly Named[]): string {
  const written = [
    { name: m.texts_words_summary(), text: summary },
    ...functions.map(({ key, name }) => ({ name, text: comments[key] ?? null })),
  ].flatMap(({ name, text }) => (text && (text.id || text.en) ? [{ name, text }] : []));
  if (written.length === 0) return renderToStaticMarkup(<p>{m.texts_preview_empty()}</p>);
  return written
    .map(({ name, text }) => renderToStaticMarkup(<Previewed name={name} text={text} />))
    .join("");
}

function Previewed({ name, text }: { name: string; text: ReportText }) {
  return (
    <div className="grid gap-3">
      <h3>{name}</h3>
      <div className="texts-languages">
        {LANGUAGES.map(([language, label]) =>
          text[language] ? (
            <div key={language} className="report-words">
              <p className="report-words-label">{label()}</p>
              <div lang={language}>
                <MarkdownText markdown={text[language]} />
              </div>
            </div>
          ) : null,
        )}
      </div>
    </div>
  );
}
