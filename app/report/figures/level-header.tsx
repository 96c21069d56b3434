import type { LevelColumns } from "./column-layout";
import { FigureText } from "./figure-text";

/** Number and, where there is room, name over each level's column. */
export function LevelHeader({ columns, y }: { columns: LevelColumns; y: number }) {
  return columns.centres.map((centre, index) => (
    <g key={centre}>
      <text x={centre} y={y} textAnchor="middle" className="fig-number">
        {index + 1}
      </text>
      {columns.names ? (
        <FigureText
          lines={columns.names[index] ?? []}
          x={centre}
          y={y + 18}
          lineHeight={18.2}
          anchor="middle"
          className="fig-muted"
        />
      ) : null}
    </g>
  ));
}
