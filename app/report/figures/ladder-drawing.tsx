import { m } from "~/i18n/messages";
import { Drawing } from "./figure-frame";
import { FigureText } from "./figure-text";
import type { GridLayout } from "./heat-map-geometry";
import type { LadderFigureProps } from "./ladder-figure";
import { type LadderGeometry, type LadderRow, ladderGeometry } from "./ladder-geometry";
import { LevelHeader } from "./level-header";
import { LevelMark } from "./level-mark";

type LadderDrawingProps = Pick<LadderFigureProps, "title" | "description" | "functions" | "levels"> & {
  layout: GridLayout;
  shownIn?: "wide" | "narrow";
};

/** The ladder itself, at one size. */
export function LadderDrawing({
  title,
  description,
  functions,
  levels,
  layout,
  shownIn,
}: LadderDrawingProps) {
  const geometry = ladderGeometry(functions, levels, layout);
  const { width, height, columns, headerY, rows } = geometry;
  return (
    <Drawing title={title} description={description} width={width} height={height} layout={shownIn}>
      <LevelHeader columns={columns} y={headerY} />
      {rows.map((row) => (
        <Row key={row.key} row={row} geometry={geometry} levels={levels.length} />
      ))}
    </Drawing>
  );
}

function Row({ row, geometry, levels }: { row: LadderRow; geometry: LadderGeometry; levels: number }) {
  const { y, level, move } = row;
  const { centres } = geometry.columns;
  return (
    <g>
      <line x1={0} x2={geometry.width} y1={row.top} y2={row.top} className="fig-rule" />
      <FigureText lines={row.lines} x={0} y={row.labelY} lineHeight={18.2} className="fig-name" />
      <line
        x1={centres[0]}
        x2={centres.at(-1)}
        y1={y}
        y2={y}
        className={level ? "fig-track" : "fig-track-none"}
      />
      {centres.map((centre) => (
        <circle key={centre} cx={centre} cy={y} r={3.5} className="fig-stop" />
      ))}
      {move ? <line x1={move.from} x2={move.to} y1={y} y2={y} className="fig-move" /> : null}
      {row.dots.map(({ x, y: top, r }) => (
        <circle key={`${x} ${top}`} cx={x} cy={top} r={r} className="fig-dot" />
      ))}
      <Ghosts row={row} half={geometry.half} />
      {level ? (
        <LevelMark level={level.level} levels={levels} x={level.x} y={y} half={geometry.half} />
      ) : null}
      {level ? null : (
        <text x={0} y={row.labelY + row.lines.length * 18.2} className="fig-muted">
          {m.ui_no_result()}
        </text>
      )}
    </g>
  );
}

/** Previous and target: beside the level's square, or around it where they fall together. */
function Ghosts({ row: { previous, target, y }, half }: { row: LadderRow; half: number }) {
  const side = previous?.around ? half + 4 : half;
  return (
    <>
      {previous ? (
        <g>
          <rect
            x={previous.x - side}
            y={y - side}
            width={2 * side}
            height={2 * side}
            rx={side * 0.45}
            className="fig-ghost"
          />
          {previous.around ? null : (
            <text x={previous.x} y={y} dy="0.355em" textAnchor="middle" className="fig-muted">
              {previous.level}
            </text>
          )}
        </g>
      ) : null}
      {target ? (
        <circle cx={target.x} cy={y} r={target.around ? half + 6 : half - 4} className="fig-target" />
      ) : null}
    </>
  );
}
