import { levelClass } from "~/ui/level-scale";

export type LevelMarkProps = {
  level: number;
  levels: number;
  x: number;
  y: number;
  /** Half the side of the square, or the radius of the circle. */
  half: number;
  shape?: "square" | "circle";
};

/** A level inside a drawing: its number on its colour. */
export function LevelMark({ level, levels, x, y, half, shape = "square" }: LevelMarkProps) {
  return (
    <g className={levelClass(level, levels)}>
      {shape === "circle" ? (
        <circle cx={x} cy={y} r={half} className="level-fill fig-mark" />
      ) : (
        <rect
          x={x - half}
          y={y - half}
          width={2 * half}
          height={2 * half}
          rx={half * 0.45}
          className="level-fill fig-mark"
        />
      )}
      <text x={x} y={y} dy="0.355em" textAnchor="middle" className="level-on-fill fig-number">
        {level}
      </text>
    </g>
  );
}
