import { m } from "~/i18n/messages";
import {
  type BenchmarkGeometry,
  type BenchmarkItem,
  type BenchmarkTrack,
  benchmarkGeometry,
} from "./benchmark-geometry";
import type { FigureLevel } from "./figure-data";
import { Drawing, FigureFrame } from "./figure-frame";
import { FigureLegend, type LegendItem, LegendSign, LevelKey } from "./figure-legend";
import { FigureText } from "./figure-text";
import type { GridLayout } from "./heat-map-geometry";
import { LevelHeader } from "./level-header";
import { LevelMark } from "./level-mark";

export type BenchmarkFigureProps = {
  title: string;
  titleHidden?: boolean;
  /** What the drawing shows, in words. */
  description: string;
  items: readonly BenchmarkItem[];
  levels: readonly FigureLevel[];
};

const WIDE: GridLayout = { width: 700, labelWidth: 160, endWidth: 0, fontSize: 14 };
const NARROW: GridLayout = { width: 340, labelWidth: 0, endWidth: 0, fontSize: 14 };

/** A company on the tracks of a group: its middle half as a band, its median, the company's own dot. */
export function BenchmarkFigure(props: BenchmarkFigureProps) {
  const { title, titleHidden, levels } = props;
  return (
    <FigureFrame title={title} titleHidden={titleHidden}>
      <Tracks {...props} layout={WIDE} shownIn="wide" />
      <Tracks {...props} layout={NARROW} shownIn="narrow" />
      <LevelKey levels={levels} narrowOnly />
      <FigureLegend items={legend()} />
    </FigureFrame>
  );
}

type TracksProps = BenchmarkFigureProps & { layout: GridLayout; shownIn: "wide" | "narrow" };

function Tracks({ title, description, items, levels, layout, shownIn }: TracksProps) {
  const geometry = benchmarkGeometry(items, levels, layout);
  const { width, height, columns, headerY, rows } = geometry;
  return (
    <Drawing title={title} description={description} width={width} height={height} layout={shownIn}>
      <LevelHeader columns={columns} y={headerY} />
      {rows.map((row) => (
        <Track key={row.key} row={row} geometry={geometry} levels={levels.length} />
      ))}
    </Drawing>
  );
}

type TrackProps = { row: BenchmarkTrack; geometry: BenchmarkGeometry; levels: number };

function Track({ row: { lines, labelY, top, y, band, median, own }, geometry, levels }: TrackProps) {
  const { half, width, columns } = geometry;
  const { centres } = columns;
  return (
    <g>
      <line x1={0} x2={width} y1={top} y2={top} className="fig-rule" />
      <FigureText lines={lines} x={0} y={labelY} lineHeight={18.2} className="fig-name" />
      <line x1={centres[0]} x2={centres.at(-1)} y1={y} y2={y} className="fig-track" />
      {centres.map((centre) => (
        <circle key={centre} cx={centre} cy={y} r={3.5} className="fig-stop" />
      ))}
      {band ? (
        <rect
          x={band.x}
          width={band.width}
          y={y - half.band}
          height={2 * half.band}
          rx={4}
          className="fig-band"
        />
      ) : null}
      {median === null ? null : (
        <line
          x1={median}
          x2={median}
          y1={y - half.median}
          y2={y + half.median}
          className="fig-group-median"
        />
      )}
      {own ? (
        <LevelMark level={own.level} levels={levels} x={own.x} y={y} half={half.own} shape="circle" />
      ) : (
        <text x={0} y={labelY + lines.length * 18.2} className="fig-muted">
          {m.ui_no_result()}
        </text>
      )}
    </g>
  );
}

function legend(): LegendItem[] {
  const own = (
    <LegendSign>
      <circle cx="14" cy="8" r="7" className="fig-square-sign" />
    </LegendSign>
  );
  const band = (
    <LegendSign>
      <rect x="2" y="3" width="24" height="10" rx="3" className="fig-band" />
    </LegendSign>
  );
  const median = (
    <LegendSign>
      <path d="M14 0V16" className="fig-group-median" />
    </LegendSign>
  );
  return [
    { key: "own", label: m.compare_benchmark_own(), sign: own },
    { key: "median", label: m.compare_benchmark_median(), sign: median },
    { key: "band", label: m.compare_benchmark_band(), sign: band },
  ];
}
