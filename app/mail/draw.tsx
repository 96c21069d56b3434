import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { Letter } from "./compose";

/** Colours by value: a mail has no style sheet to take them from. */
const INK = "#1d1a16";
const QUIET = "#6b655c";
const ACCENT = "#0b5d73";

/** What a message shows of the workspace it comes from. */
export type MailBrand = {
  name: string;
  accent: string | null;
  logo: { width: number; height: number } | null;
};

/** The name under which a message carries the logo with it: nothing is fetched when somebody reads it. */
export const LOGO_ID = "logo";
/** The logo is at most this large, in pixels. */
const LOGO = { width: 200, height: 40 };

/** The letter as plain text and as HTML; React escapes whatever people wrote into it. */
export function drawLetter(
  letter: Letter,
  locale: Locale,
  brand: MailBrand | null = null,
): { text: string; html: string } {
  const { paragraphs, action, signOff } = letter;
  const lines = [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), `-- \n${signOff}`];
  const html = renderToStaticMarkup(<LetterDocument letter={letter} locale={locale} brand={brand} />);
  return { text: `${lines.join("\n\n")}\n`, html: `<!doctype html>${html}` };
}

type LetterDocumentProps = { letter: Letter; locale: Locale; brand: MailBrand | null };

function LetterDocument({ letter, locale, brand }: LetterDocumentProps) {
  const { subject, paragraphs, action, signOff } = letter;
  const body = { margin: 0, padding: "24px", color: INK, fontFamily: "sans-serif", fontSize: "16px" };
  const button = {
    display: "inline-block",
    padding: "12px 20px",
    borderRadius: "8px",
    background: brand?.accent ?? ACCENT,
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
          {brand ? <Letterhead {...brand} /> : null}
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

/** On white whatever the reader's theme, as the logo was made for. */
function Letterhead({ name, accent, logo }: MailBrand) {
  if (!logo) return <p style={{ color: accent ?? INK, fontWeight: 700, fontSize: "18px" }}>{name}</p>;
  const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
  const size = { width: Math.round(logo.width * scale), height: Math.round(logo.height * scale) };
  return (
    <p>
      <img src={`cid:${LOGO_ID}`} {...size} alt={name} style={{ background: "#ffffff", padding: "4px" }} />
    </p>
  );
}
