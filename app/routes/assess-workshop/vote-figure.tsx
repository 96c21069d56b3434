import { m } from "~/i18n/messages";
import { Drawing } from "~/report/figures/figure-frame";
import { LevelMark } from "~/report/figures/level-mark";
import { levelClass } from "~/ui/level-scale";

export type VoteFigureProps = {
  title: string;
  /** Names of the levels, the first for level 1. */
  names: readonly string[];
  /** Votes per level, in the same order. */
  distribution: readonly number[];
  /** The reader's own level, marked. */
  own?: number | null;
};

const WIDTH = 360;
const ROW = 46;
const LEFT = 40;
const RIGHT = 26;

/** The votes of a room, one bar a level, the highest level on top; drawn large on a projector and small on a phone. */
export function VoteFigure({ title, names, distribution, own = null }: VoteFigureProps) {
  const most = Math.max(1, ...distribution);
  const rows = distribution.map((count, index) => ({ count, level: index + 1, name: names[index] ?? "" }));
  const items = rows.map(({ count, level, name }) => m.workshop_figure_item({ level, name, count }));
  return (
    <Drawing title={title} description={items.join("; ")} width={WIDTH} height={ROW * rows.length}>
      {rows.reverse().map(({ count, level, name }, place) => {
        const y = place * ROW;
        const width = ((WIDTH - LEFT - RIGHT) * count) / most;
        return (
          <g key={level}>
            <LevelMark level={level} levels={rows.length} x={15} y={y + 24} half={14} />
            <text x={LEFT} y={y + 18} className={count > 0 ? "fig-name" : "fig-muted"}>
              {name}
              {own === level ? <tspan className="fig-muted"> · {m.workshop_figure_own()}</tspan> : null}
            </text>
            <rect
              x={LEFT}
              y={y + 25}
              width={WIDTH - LEFT - RIGHT}
              height={12}
              rx={4}
              className="fig-track-bar"
            />
            {count > 0 ? (
              <g className={levelClass(level, rows.length)}>
                <rect x={LEFT} y={y + 25} width={width} height={12} rx={4} className="level-fill fig-mark" />
              </g>
            ) : null}
            <text x={WIDTH} y={y + 36} textAnchor="end" className={count > 0 ? "fig-number" : "fig-muted"}>
              {count}
            </text>
          </g>
        );
      })}
    </Drawing>
  );
}
