import { m } from "~/i18n/messages";
import { DistributionBar } from "~/report/figures/distribution-bar";
import { consensusName, formatFixed } from "~/report/words";
import { Disclosure } from "~/ui/disclosure";
import { LevelChip } from "~/ui/level-chip";
import type { DeskFunction } from "./desk-view.server";
import { Perspectives } from "./perspectives";
import { Voices } from "./voices";
import { spreadText } from "./words";

export type FunctionSectionProps = {
  /** Of the assessment. */
  id: string;
  open: boolean;
  quorum: number;
  fn: DeskFunction;
  /** Names of the levels, the first for level 1. */
  names: string[];
  total: number;
};

/** One function: how the panel is spread, also by perspective, and what everybody says. */
export function FunctionSection({ id, open, quorum, fn, names, total }: FunctionSectionProps) {
  const { key, name, number, level, n } = fn;
  const levelName = level === null ? m.level_none() : names[level - 1];
  return (
    <section
      id={`fn-${key}`}
      aria-labelledby={`fn-${key}-title`}
      className="scroll-mt-6 border-t border-line-strong pt-6"
    >
      <p className="text-sm text-ink-muted">{m.desk_number({ number, total })}</p>
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h2 id={`fn-${key}-title`} className="text-xl">
          {name}
        </h2>
        <LevelChip level={level} levels={names.length} name={levelName} />
      </div>
      {n > 0 ? (
        <div className="mb-6 grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
          <div className="grid content-start gap-4">
            <DistributionBar
              title={m.desk_spread({ name })}
              description={spreadText(fn.distribution)}
              distribution={fn.distribution}
            />
            <Numbers fn={fn} quorum={quorum} />
          </div>
          <Perspectives fn={fn} names={names} />
        </div>
      ) : null}
      <Disclosure
        summary={
          <>
            {m.desk_reasons()} <span className="sr-only">{name}</span>
          </>
        }
        count={m.desk_count({ count: fn.voices.length })}
        open={!fn.agreed || fn.far > 0 || fn.asked.waiting + fn.asked.answered > 0 ? true : undefined}
      >
        <Voices id={id} open={open} fn={fn} names={names} />
      </Disclosure>
    </section>
  );
}

function Numbers({ fn, quorum }: { fn: DeskFunction; quorum: number }) {
  const { consensus, agreementA, averageDeviation, n, split } = fn;
  const rows: [string, string | null][] = [
    [m.desk_consensus(), consensus ? consensusName(consensus) : null],
    [m.desk_a(), agreementA === null ? null : formatFixed(agreementA)],
    [m.desk_ad(), averageDeviation === null ? null : formatFixed(averageDeviation)],
    [m.desk_answers(), n < quorum ? m.desk_below_quorum({ n, quorum }) : String(n)],
  ];
  return (
    <div className="text-sm">
      <dl className="grid max-w-80 grid-cols-[1fr_auto] gap-x-6 gap-y-1">
        {rows.map(([term, value]) =>
          value === null ? null : (
            <div key={term} className="contents">
              <dt className="text-ink-muted">{term}</dt>
              <dd className="tabular text-end font-semibold">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {split ? <p className="mt-2 text-ink-muted">{m.desk_divided(split)}</p> : null}
    </div>
  );
}
