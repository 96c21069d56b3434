import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";

export type ContradictionProps = {
  level: number | null;
  /** The indicators that the level includes and that were answered "not met". */
  texts: readonly string[];
  /** The field to explain it in. A plain link, because the browser then takes the focus there. */
  explainHref: string;
};

/** Points out, without judging it, that the chosen level includes indicators answered "not met". */
export function Contradiction({ level, texts, explainHref }: ContradictionProps) {
  if (level === null || texts.length === 0) return null;
  return (
    <Notice title={m.assess_contradiction({ level, count: texts.length })}>
      <ul className="grid list-disc gap-1 pl-5">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="mt-2 text-ink-muted">{m.assess_contradiction_hint()}</p>
      <a href={explainHref} className="link inline-flex min-h-11 items-center">
        {m.assess_contradiction_explain()}
      </a>
    </Notice>
  );
}
