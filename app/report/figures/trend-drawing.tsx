import { Drawing } from "./figure-frame";
import { FigureText } from "./figure-text";
import { LevelMark } from "./level-mark";
import { type TrendRow, trendGeometry } from "./trend-geometry";

export type TrendDrawingProps = {
  title: string;
  description: string;
  rows: readonly TrendRow[];
  /** The assessments in words, oldest first. */
  dates: readonly string[];
  levels: number;
};

/** Every function's level from assessment to assessment, in rows. */
export function TrendDrawing({ title, description, rows, dates, levels }: TrendDrawingProps) {
  const geometry = trendGeometry(rows, dates);
  const { width, height, half } = geometry;
  return (
    <Drawing title={title} description={description} width={width} height={height}>
      {geometry.columns.map(({ x, lines }) => (
        <FigureText
          key={x}
          lines={lines}
          x={x}
          y={14}
          lineHeight={18.2}
          anchor="middle"
          className="fig-muted"
        />
      ))}
      {geometry.rows.map(({ key, overall, lines, top, labelY, y, marks, steps, gaps }) => (
        <g key={key}>
          <line x1={0} x2={width} y1={top} y2={top} className="fig-rule" />
          <FigureText
            lines={lines}
            x={0}
            y={labelY}
            lineHeight={18.2}
            className={overall ? "fig-number" : "fig-name"}
          />
          {steps.map(({ from, to, moved }) => (
            <line key={to} x1={from} x2={to} y1={y} y2={y} className={moved ? "fig-move" : "fig-track"} />
          ))}
          {gaps.map((x) => (
            <text key={x} x={x} y={y} dy="0.355em" textAnchor="middle" className="fig-muted">
              –
            </text>
          ))}
          {marks.map(({ x, level }) => (
            <LevelMark key={x} level={level} levels={levels} x={x} y={y} half={half} />
          ))}
        </g>
      ))}
    </Drawing>
  );
}
