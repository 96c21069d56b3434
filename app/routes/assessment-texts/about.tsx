import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";

const HELP = () => [
  m.texts_help_paragraph(),
  m.texts_help_bold(),
  m.texts_help_list(),
  m.texts_help_link(),
  m.texts_help_rest(),
];

/** What the texts are for, what becomes of them, and how they are laid out. */
export function About({ newest }: { newest: number | null }) {
  return (
    <div className="mb-6 grid max-w-measure gap-4">
      <p>
        {m.texts_lead()} {m.texts_fallback()}
      </p>
      {newest === null ? null : <p className="font-semibold">{m.texts_published_note({ number: newest })}</p>}
      <Disclosure summary={m.texts_help()}>
        <ul className="grid list-disc gap-1.5 ps-5">
          {HELP().map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
