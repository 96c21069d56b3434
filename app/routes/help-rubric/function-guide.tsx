import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";
import { LevelChip, LevelSquare } from "~/ui/level-chip";
import type { RubricGuide } from "~/use-cases/read-help";

type FunctionGuideProps = { fn: RubricGuide["functions"][number]; levels: number };

/** One function of a rubric: what is asked, what each level says, what shows it. */
export function FunctionGuide({ fn, levels }: FunctionGuideProps) {
  const remarks = [
    ...(fn.authored ? [m.help_rubric_authored()] : []),
    ...(fn.restatesStages ? [m.help_rubric_restates()] : []),
  ];
  return (
    <section id={fn.key} className="grid max-w-3xl gap-5 border-t-2 border-ink pt-4">
      <div className="grid gap-2">
        <h2>{fn.name}</h2>
        {remarks.length > 0 ? <p className="text-sm text-ink-muted">{remarks.join(" · ")}</p> : null}
        <p className="text-lg">{fn.question}</p>
        <p className="text-ink-muted">{fn.definition}</p>
      </div>
      <ol className="grid">
        {fn.descriptors.map(({ number, name, text }) => (
          <li
            key={number}
            className="grid items-start gap-1.5 border-t border-line py-3 sm:grid-cols-[13rem_minmax(0,1fr)] sm:gap-6"
          >
            <LevelChip level={number} levels={levels} name={name} size="small" />
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <div>
        {fn.indicators.length > 0 ? (
          <Disclosure summary={m.help_rubric_indicators()} count={fn.indicators.length}>
            <p className="mb-3 text-ink-muted">{m.help_rubric_indicators_lead()}</p>
            <ul className="grid gap-2.5">
              {fn.indicators.map(({ key, text, level }) => (
                <li key={key} className="flex items-start gap-3">
                  <LevelSquare
                    level={level}
                    levels={levels}
                    name={fn.descriptors.find(({ number }) => number === level)?.name ?? String(level)}
                    size="small"
                  />
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
        <Disclosure summary={m.help_rubric_evidence()} count={fn.evidence.length}>
          <ul className="grid list-disc gap-1.5 ps-5">
            {fn.evidence.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="mt-4">
            <strong>{m.help_rubric_informant()}</strong>: {fn.informant}
          </p>
        </Disclosure>
      </div>
    </section>
  );
}
