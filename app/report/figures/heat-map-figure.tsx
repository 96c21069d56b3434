import { m } from "~/i18n/messages";
import { classNames } from "~/ui/class-names";
import { type FigureFunction, type FigureLevel, type FigureSeries, withSeries } from "./figure-data";
import { Drawing, FigureFrame } from "./figure-frame";
import { FigureLegend, type LegendItem, LegendSign, LevelKey, targetItem } from "./figure-legend";
import { FigureTable } from "./figure-table";
import { FigureText } from "./figure-text";
import {
  type GridLayout,
  type HeatCell,
  type HeatMapGeometry,
  type HeatRow,
  heatMapGeometry,
} from "./heat-map-geometry";
import { LevelHeader } from "./level-header";

export type HeatMapFigureProps = {
  title: string;
  titleHidden?: boolean;
  description: string;
  functions: readonly FigureFunction[];
  levels: readonly FigureLevel[];
  /** What the targets are called; without a name they are not drawn. */
  target?: string;
  table?: "folded" | "open" | "none";
  className?: string;
};

/** The drawing for wide columns and for files. */
export const WIDE_HEAT_MAP: GridLayout = { width: 700, labelWidth: 136, endWidth: 28, fontSize: 14 };
const NARROW: GridLayout = { width: 340, labelWidth: 0, endWidth: 34, fontSize: 14 };

/** Functions by levels: the share of judgments as fill, their number as text, the level outlined. */
export function HeatMapFigure(props: HeatMapFigureProps) {
  const { title, titleHidden, levels, target, table = "folded", className } = props;
  const series = { current: m.ui_figure_level(), target };
  const functions = withSeries(props.functions, series);
  return (
    <FigureFrame title={title} titleHidden={titleHidden} className={className}>
      <HeatMapDrawing {...props} functions={functions} layout={WIDE_HEAT_MAP} shownIn="wide" />
      <HeatMapDrawing {...props} functions={functions} layout={NARROW} shownIn="narrow" />
      <LevelKey levels={levels} narrowOnly />
      <FigureLegend items={heatMapLegend(series)} />
      {table === "none" ? null : (
        <FigureTable
          caption={title}
          functions={functions}
          levels={levels}
          series={series}
          counts
          display={table}
        />
      )}
    </FigureFrame>
  );
}

type HeatMapDrawingProps = Pick<HeatMapFigureProps, "title" | "description" | "functions" | "levels"> & {
  layout: GridLayout;
  shownIn?: "wide" | "narrow";
};

/** The heat map itself, at one size. */
export function HeatMapDrawing({
  title,
  description,
  functions,
  levels,
  layout,
  shownIn,
}: HeatMapDrawingProps) {
  const geometry = heatMapGeometry(functions, levels, layout);
  const { width, height, columns, headerY, rows } = geometry;
  return (
    <Drawing title={title} description={description} width={width} height={height} layout={shownIn}>
      <LevelHeader columns={columns} y={headerY} />
      <text x={width} y={headerY} textAnchor="end" className="fig-muted">
        n
      </text>
      {rows.map((row) => (
        <Row key={row.key} row={row} geometry={geometry} />
      ))}
    </Drawing>
  );
}

function Row({ row, geometry: { width, cell } }: { row: HeatRow; geometry: HeatMapGeometry }) {
  const middle = row.y + cell.height / 2;
  return (
    <g>
      <FigureText lines={row.lines} x={0} y={row.labelY} lineHeight={18.2} className="fig-name" />
      {row.hasResult ? null : (
        <text x={0} y={row.labelY + row.lines.length * 18.2} className="fig-muted">
          {m.ui_no_result()}
        </text>
      )}
      {row.cells.map((one) => (
        <Cell key={one.level} cell={one} y={row.y} {...cell} hasResult={row.hasResult} />
      ))}
      <text x={width} y={middle} dy="0.355em" textAnchor="end" className="fig-muted fig-tabular">
        {row.n}
      </text>
    </g>
  );
}

type CellProps = { cell: HeatCell; y: number; width: number; height: number; hasResult: boolean };

/** One cell; the level's own is drawn smaller inside its outline, so that the outline shows on any fill. */
function Cell({ cell: { x, count, step, median, target }, y, width, height, hasResult }: CellProps) {
  const inset = median ? 4.5 : 0;
  return (
    <g>
      {median ? (
        <rect x={x + 1} y={y + 1} width={width - 2} height={height - 2} rx={6} className="fig-median" />
      ) : null}
      <rect
        x={x + inset}
        y={y + inset}
        width={width - 2 * inset}
        height={height - 2 * inset}
        rx={median ? 3 : 5}
        className={classNames(step > 0 ? `share-${step}` : "fig-cell", !hasResult && "fig-cell-none")}
      />
      {count > 0 ? (
        <text
          x={x + width / 2}
          y={y + height / 2}
          dy="0.355em"
          textAnchor="middle"
          className="on-share fig-count"
        >
          {count}
        </text>
      ) : null}
      {target ? <TargetRing x={x + width - 11} y={y + 11} /> : null}
    </g>
  );
}

/** In the corner, so that the number stays legible, and on a ground of its own: a cell can be as dark as the ring. */
function TargetRing({ x, y }: { x: number; y: number }) {
  return (
    <>
      <circle cx={x} cy={y} r={7.5} className="fig-target-ground" />
      <circle cx={x} cy={y} r={4.5} className="fig-target" />
    </>
  );
}

/** What the signs of a heat map mean. */
export function heatMapLegend(series: FigureSeries): LegendItem[] {
  return [
    { key: "share", label: m.ui_figure_share(), sign: <ShareSign /> },
    {
      key: "median",
      label: m.ui_figure_median(),
      sign: (
        <LegendSign>
          <rect x="5" y="2" width="18" height="12" rx="3" className="fig-median" />
        </LegendSign>
      ),
    },
    ...targetItem(series),
    {
      key: "none",
      label: m.ui_no_result(),
      sign: (
        <LegendSign>
          <rect x="5" y="2" width="18" height="12" rx="3" className="fig-cell fig-cell-none" />
        </LegendSign>
      ),
    },
  ];
}

function ShareSign() {
  return (
    <LegendSign>
      {[2, 5, 8, 10].map((step, index) => (
        <rect key={step} x={index * 7} y="2" width="6" height="12" rx="1.5" className={`share-${step}`} />
      ))}
    </LegendSign>
  );
}
