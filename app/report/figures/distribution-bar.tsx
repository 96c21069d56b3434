import { classNames } from "~/ui/class-names";
import { levelClass } from "~/ui/level-scale";
import { distributionParts } from "./distribution-geometry";
import { Drawing } from "./figure-frame";

export type DistributionBarProps = {
  title: string;
  description: string;
  /** Judgments per level, the first for level 1. */
  distribution: readonly number[];
  className?: string;
};

const WIDTH = 320;

/** The judgments of one function as one bar: level numbers inside the parts, counts below. Nothing without judgments. */
export function DistributionBar({ title, description, distribution, className }: DistributionBarProps) {
  const parts = distributionParts(distribution, WIDTH);
  if (parts.length === 0) return null;
  return (
    <div className={classNames("distribution-bar", className)}>
      <Drawing title={title} description={description} width={WIDTH} height={50}>
        {parts.map(({ level, count, x, width }) => (
          <g key={level} className={levelClass(level, distribution.length)}>
            <rect
              x={x}
              y={0}
              width={width}
              height={28}
              rx={Math.min(5, width / 2)}
              className="level-fill fig-mark"
            />
            {width >= 16 ? (
              <>
                <text
                  x={x + width / 2}
                  y={14}
                  dy="0.355em"
                  textAnchor="middle"
                  className="level-on-fill fig-number"
                >
                  {level}
                </text>
                <text x={x + width / 2} y={45} textAnchor="middle" className="fig-muted">
                  {`${count}×`}
                </text>
              </>
            ) : null}
          </g>
        ))}
      </Drawing>
    </div>
  );
}
