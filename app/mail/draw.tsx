import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { Letter } from "./compose";

/** Colours by value: a mail has no style sheet to take them from. */
const INK = "#1d1a16";
const QUIET = "#6b655c";
const ACCENT = "#0b5d73";

/** The letter as plain text and as HTML; React escapes whatever people wrote into it. */
export function drawLetter(letter: Letter, locale: Locale): { text: string; html: string } {
  const { paragraphs, action, signOff } = letter;
  const lines = [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), `-- \n${signOff}`];
  const html = renderToStaticMarkup(<LetterDocument letter={letter} locale={locale} />);
  return { text: `${lines.join("\n\n")}\n`, html: `<!doctype html>${html}` };
}

function LetterDocument({ letter, locale }: { letter: Letter; locale: Locale }) {
  const { subject, paragraphs, action, signOff } = letter;
  const body = { margin: 0, padding: "24px", color: INK, fontFamily: "sans-serif", fontSize: "16px" };
  const button = {
    display: "inline-block",
    padding: "12px 20px",
    borderRadius: "8px",
    background: ACCENT,
    color: "#ffffff",
    fontWeight: 700,
    textDecoration: "none",
  };
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <body style={body}>
        <div style={{ maxWidth: "36rem", lineHeight: 1.5 }}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {action ? (
            <>
              <p>
                <a href={action.url} style={button}>
                  {action.label}
                </a>
              </p>
              <p style={{ color: QUIET, fontSize: "14px" }}>
                {m.mail_link_fallback({}, { locale })}
                <br />
                {action.url}
              </p>
            </>
          ) : null}
          <p style={{ color: QUIET, fontSize: "14px" }}>{signOff}</p>
        </div>
      </body>
    </html>
  );
}
