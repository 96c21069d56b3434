import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import type { Questionnaire } from "~/use-cases/paper";
import { PaperCover } from "./paper-cover";
import { PaperFunction } from "./paper-function";
import { paperView } from "./paper-view";

/**
 * The questionnaire as HTML, every word of it in one language, whatever the language of the page around it. Drawn on
 * the server only: nothing of it does anything in a browser.
 */
export function renderPaper(questionnaire: Questionnaire, locale: Locale): string {
  return withLocale(locale, () => {
    const paper = paperView(questionnaire, locale);
    return renderToStaticMarkup(
      <>
        <PaperCover paper={paper} />
        {paper.functions.map((fn) => (
          <PaperFunction key={fn.number} paper={paper} fn={fn} />
        ))}
      </>,
    );
  });
}
