import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";

export type LanguageSwitchProps = {
  current: Locale;
  /** Our own path to come back to. */
  returnTo: string;
};

const LANGUAGES = [
  { code: "id", name: () => m.ui_language_id() },
  { code: "en", name: () => m.ui_language_en() },
] as const;

/** Two buttons in a form: choosing a language is remembered, so it is not a link. */
export function LanguageSwitch({ current, returnTo }: LanguageSwitchProps) {
  return (
    <form method="post" action="/language" className="language-switch print-hidden">
      <input type="hidden" name="returnTo" value={returnTo} />
      <fieldset>
        <legend className="sr-only">{m.ui_language()}</legend>
        {LANGUAGES.map(({ code, name }) => (
          <button
            key={code}
            type="submit"
            name="language"
            value={code}
            lang={code}
            title={name()}
            aria-current={code === current ? "true" : undefined}
          >
            <span aria-hidden="true">{code.toUpperCase()}</span>
            <span className="sr-only">{name()}</span>
          </button>
        ))}
      </fieldset>
    </form>
  );
}
