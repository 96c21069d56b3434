import { formatDate, formatShortDate } from "~/i18n/format";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { RadarFigure } from "~/report/figures/radar-figure";
import { editionText, levelLabel } from "~/report/words";
import { LevelChip } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import { TabsNav } from "~/ui/tabs-nav";
import type { Compared, ComparedSide } from "~/use-cases/compare-assessments";
import { pairHref, pairsOf } from "./choose-waves";
import { ComparisonTable } from "./comparison-table";
import { PanelPart } from "./panel-part";
import { WavesTable } from "./waves-table";
import { verdictSummary } from "./words";

/** All waves in a table; then two of them: the overall, both profiles, each function with its test, how to read it. */
export function ComparisonView({ compared }: { compared: Compared }) {
  const { before, after, shared, waves } = compared;
  return (
    <div className="grid gap-14">
      {waves.length > 2 ? (
        <section className="grid gap-5">
          <h2>{m.compare_waves()}</h2>
          <WavesTable compared={compared} />
        </section>
      ) : null}
      <section className="grid gap-6" aria-label={m.report_compare_sides()}>
        <PairNav compared={compared} />
        <div className="compare-sides">
          <Side side={before} label={m.report_compare_before()} compared={compared} />
          <Side side={after} label={m.report_compare_after()} compared={compared} />
        </div>
        <p className="text-lg">
          {summary(compared)} {m.report_compare_shared({ shared })}
        </p>
      </section>
      <section className="grid gap-5">
        <div className="grid max-w-measure gap-2">
          <h2>{m.report_compare_table()}</h2>
          {verdictSummary(compared).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <ComparisonTable compared={compared} />
      </section>
      <PanelPart compared={compared} />
      <div className="compare-profile">
        <Profile compared={compared} />
        <Reading compared={compared} />
      </div>
    </div>
  );
}

/** The first and the last, or one step: which two are looked at more closely. */
function PairNav({ compared: { waves, before, after } }: { compared: Compared }) {
  const ids = waves.map(({ id }) => id);
  const dateOf = (id: string) => formatShortDate(waves.find((wave) => wave.id === id)?.asOf ?? "");
  const pairs = pairsOf(ids);
  if (pairs.length < 2) return null;
  return (
    <TabsNav
      label={m.compare_pairs()}
      items={pairs.map((pair, index) => ({
        href: pairHref(ids, pair),
        label:
          index === 0
            ? m.compare_pair_whole()
            : m.compare_pair({ before: dateOf(pair.before), after: dateOf(pair.after) }),
        current: pair.before === before.id && pair.after === after.id,
      }))}
    />
  );
}

type SideProps = { side: ComparedSide; label: string; compared: Compared };

function Side({ side, label, compared: { levels } }: SideProps) {
  const overall = [
    [m.report_typical(), side.typical],
    [m.report_attained(), side.attained],
  ] as const;
  return (
    <div className="compare-side">
      <p className="text-sm font-semibold text-ink-muted">{label}</p>
      <h2 className="mt-1">
        <Link href={`/assessments/${side.id}/report`} className="link">
          {formatDate(side.asOf)}
        </Link>
      </h2>
      <p className="text-ink-muted">
        {side.title}
        <br />
        {m.report_compare_side_panel({ members: side.members, edition: editionText(side.edition) })}
      </p>
      <dl className="compare-overall">
        {overall.map(([term, level]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <LevelChip
                level={level}
                levels={levels.length}
                name={levels.find(({ number }) => number === level)?.name}
              />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function summary({ functions }: Compared): string {
  const moved = functions.flatMap(({ delta }) => (delta === null ? [] : [Math.sign(delta)]));
  if (moved.length === 0) return m.report_compare_summary_none();
  const count = (direction: number) => moved.filter((one) => one === direction).length;
  return m.report_compare_summary_functions({ up: count(1), same: count(0), down: count(-1) });
}

function Profile({ compared: { before, after, functions, levels } }: { compared: Compared }) {
  const items = functions.map(
    (fn) => `${fn.name}: ${levelLabel(levels, fn.before)} → ${levelLabel(levels, fn.after)}`,
  );
  return (
    <RadarFigure
      title={m.report_compare_profile()}
      description={items.join("; ")}
      functions={functions.map(({ key, name, before: previous, after: level }) => ({
        ...{ key, name, level, previous },
        distribution: [],
        n: 0,
      }))}
      levels={levels}
      series={{ current: formatDate(after.asOf), previous: formatDate(before.asOf) }}
      table="none"
    />
  );
}

function Reading({ compared: { tested, significance, pairingFrom } }: { compared: Compared }) {
  return (
    <section className="prose">
      <h2>{m.report_compare_reading()}</h2>
      <ul>
        <li>{m.report_compare_reading_tests({ tested, significance: formatNumber(significance, 2) })}</li>
        <li>{m.report_compare_reading_paired({ least: pairingFrom })}</li>
        <li>{m.report_compare_reading_small()}</li>
        <li>{m.compare_reading_effect()}</li>
        <li>{m.report_compare_reading_panel()}</li>
      </ul>
      <p>
        <Link href="/help/method#change">{m.report_method_more()}</Link>
      </p>
    </section>
  );
}
