import { renderToStaticMarkup } from "react-dom/server";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { DisclosureContent } from "~/ui/disclosure";
import type { PreviousLevel } from "~/use-cases/previous-level";
import type { TaskView } from "../assess-layout/views.server";

/** What is drawn on the server only, having no state and no script: the inside of a fold each, or null. */
export type HelpToJudge = { differences: string | null; previous: string | null };

type HelpProps = {
  levels: readonly { level: number; name: string }[];
  indicators: TaskView["indicators"];
  previous: PreviousLevel | null;
};

export function helpToJudge({ levels, indicators, previous }: HelpProps): HelpToJudge {
  return {
    differences:
      indicators.length === 0 ? null : renderToStaticMarkup(<Differences {...{ levels, indicators }} />),
    previous: previous && renderToStaticMarkup(<Previous {...{ levels, previous }} />),
  };
}

/** For who wavers between two neighbouring levels: what the higher one takes beyond the lower, by the indicators. */
function Differences({ levels, indicators }: Omit<HelpProps, "previous">) {
  return (
    <DisclosureContent summary={m.assess_differences()}>
      <p className="mb-4 text-sm text-ink-muted">{m.assess_differences_hint()}</p>
      <dl className="grid gap-4">
        {levels.slice(1).map(({ level, name }) => {
          const additional = indicators.filter((indicator) => indicator.level === level);
          return (
            <div key={level}>
              <dt className="font-semibold">{m.assess_difference({ level, name, below: level - 1 })}</dt>
              <dd className="mt-1">
                {additional.length === 0 ? (
                  <span className="text-ink-muted">{m.assess_difference_none({ level })}</span>
                ) : (
                  <ul className="grid list-disc gap-1 pl-5 marker:text-ink-muted">
                    {additional.map(({ key, text }) => (
                      <li key={key}>{text}</li>
                    ))}
                  </ul>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </DisclosureContent>
  );
}

/**
 * What was published the last time. Whoever sees a number first judges towards it (anchoring): so it stands after the
 * levels and folded, and the fold itself does not tell the level.
 */
function Previous({
  levels,
  previous: { asOf, level },
}: Pick<HelpProps, "levels"> & { previous: PreviousLevel }) {
  const name = levels.find((known) => known.level === level)?.name ?? "";
  return (
    <DisclosureContent summary={m.assess_previous()}>
      <p className="font-semibold">{m.assess_previous_level({ date: formatDate(asOf), level, name })}</p>
      <p className="mt-1 text-ink-muted">{m.assess_previous_hint()}</p>
    </DisclosureContent>
  );
}
