import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";
import { ProgressBar } from "~/ui/progress-bar";
import type { Turnout } from "~/use-cases/workshop-result";

/** How many have voted, large; who is missing is folded, since the room reads along. */
export function VoteCount({ turnout }: { turnout: Turnout }) {
  const { voted, asked, missing } = turnout;
  if (asked === 0) return <p className="text-ink-muted">{m.workshop_nobody_asked()}</p>;
  return (
    <section className="grid max-w-3xl items-center gap-x-8 gap-y-3 rounded-xl border border-line bg-surface px-5 py-4 sm:grid-cols-[auto_1fr]">
      <p className="text-3xl leading-none font-bold tabular" aria-hidden="true">
        {voted} / {asked}
      </p>
      <div role="status">
        <ProgressBar value={voted} max={asked} label={m.workshop_voted_of({ voted, asked })} />
      </div>
      {missing.length > 0 ? (
        <Disclosure summary={m.workshop_missing()} count={missing.length} className="sm:col-span-2">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}
