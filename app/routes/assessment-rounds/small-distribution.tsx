import { m } from "~/i18n/messages";
import { levelClass } from "~/ui/level-scale";

const COLUMN = 18;
const TALLEST = 26;

/** Judgments per level as small columns, for a cell of a table. */
export function SmallDistribution({ distribution }: { distribution: readonly number[] }) {
  const levels = distribution.length;
  const most = Math.max(1, ...distribution);
  const items = distribution.flatMap((count, index) =>
    count > 0 ? [m.rounds_chart_item({ level: index + 1, count })] : [],
  );
  const [width, height] = [levels * COLUMN, TALLEST + 28];
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={m.rounds_chart({ items: items.join(", ") || m.rounds_none_said() })}
      className="tabular flex-none text-[11px]"
    >
      {distribution.map((count, index) => {
        const tall = (count / most) * TALLEST;
        const middle = index * COLUMN + COLUMN / 2;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the level
          <g key={index} className={levelClass(index + 1, levels)}>
            <rect
              x={index * COLUMN + 2}
              y={14 + TALLEST - tall}
              width={COLUMN - 4}
              height={tall}
              rx={2}
              className="level-fill fig-mark"
            />
            {count > 0 ? (
              <text x={middle} y={10 + TALLEST - tall} textAnchor="middle" className="fill-ink font-semibold">
                {count}
              </text>
            ) : null}
            <text x={middle} y={height - 2} textAnchor="middle" className="fill-ink-muted">
              {index + 1}
            </text>
          </g>
        );
      })}
      <line x1={0} x2={width} y1={14.5 + TALLEST} y2={14.5 + TALLEST} className="stroke-line-strong" />
    </svg>
  );
}
