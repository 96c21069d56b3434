import { m } from "~/i18n/messages";
import { FigureTable } from "~/report/figures/figure-table";
import { LevelChip } from "~/ui/level-chip";
import type { OutcomeView } from "./outcome-view.server";
import { VoteFigure } from "./vote-figure";

const CONSENSUS = {
  strong: () => m.workshop_consensus_strong(),
  moderate: () => m.workshop_consensus_moderate(),
  split: () => m.workshop_consensus_split(),
};

export type VoteOutcomeProps = { outcome: OutcomeView; own?: number | null };

/** What the room sees of a vote: level, agreement in words, spread; on a phone with the reader's own vote marked. */
export function VoteOutcome({ outcome, own = null }: VoteOutcomeProps) {
  return (
    <div className="grid gap-5">
      <VoteFinding outcome={outcome} />
      <VoteSpread outcome={outcome} own={own} />
    </div>
  );
}

/** The level and what is to be said of it. */
export function VoteFinding({ outcome }: VoteOutcomeProps) {
  const { level, names, consensus, n, cannotJudge } = outcome;
  return (
    <div className="grid content-start gap-5">
      <div>
        <p className="text-sm font-semibold text-ink-muted">{m.workshop_result_level()}</p>
        <div className="mt-1.5">
          <LevelChip
            level={level}
            levels={names.length}
            name={level === null ? undefined : names[level - 1]}
            size="large"
          />
        </div>
        <p className="mt-2 text-ink-muted">
          {[
            m.workshop_count({ count: n }),
            ...(cannotJudge > 0 ? [m.workshop_count_cannot({ count: cannotJudge })] : []),
          ].join(" · ")}
        </p>
      </div>
      {consensus ? <p className="max-w-measure text-lg font-semibold">{CONSENSUS[consensus]()}</p> : null}
      <Remarks outcome={outcome} />
    </div>
  );
}

/** The spread as figure and table; nothing where it is not shown. */
export function VoteSpread({ outcome, own = null }: VoteOutcomeProps) {
  const { level, names, distribution, n, name } = outcome;
  if (!distribution || n === 0) return null;
  const title = m.workshop_figure_title({ name });
  return (
    <div>
      <VoteFigure title={title} names={names} distribution={distribution} own={own} />
      <FigureTable
        caption={title}
        functions={[{ key: "vote", name, level, distribution, n }]}
        levels={names.map((one) => ({ name: one }))}
        series={{ current: m.workshop_result_level() }}
        counts
      />
    </div>
  );
}

/** What must be said beside the level, each in a sentence. */
function Remarks({ outcome }: { outcome: OutcomeView }) {
  const { n, level, split, standing, distribution, cannotJudge, quorum, minimumGroup, names } = outcome;
  const said = [
    ...(n + cannotJudge === 0 ? [m.workshop_result_nobody()] : []),
    ...(n > 0 && level === null ? [m.workshop_result_none({ count: n, quorum })] : []),
    ...(n > 0 && distribution === null ? [m.workshop_result_withheld({ minimum: minimumGroup })] : []),
    ...(split ? [m.workshop_result_split(split)] : []),
    ...(standing === level ? [] : [standingText(standing, names)]),
  ];
  return said.map((text) => (
    <p key={text} className="max-w-measure text-ink-muted">
      {text}
    </p>
  ));
}

function standingText(standing: number | null, names: string[]): string {
  if (standing === null) return m.workshop_result_standing_none();
  return m.workshop_result_standing({ level: `${standing} ${names[standing - 1] ?? ""}`.trim() });
}
