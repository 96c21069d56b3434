import { m } from "~/i18n/messages";
import { type FigureFunction, type FigureLevel, type FigureSeries, withSeries } from "./figure-data";
import { FigureFrame } from "./figure-frame";
import {
  FigureLegend,
  FunctionKey,
  type LegendItem,
  LegendSign,
  LevelKey,
  targetItem,
} from "./figure-legend";
import { FigureTable } from "./figure-table";
import { ProfileBars } from "./profile-bars";
import { RadarDrawing } from "./radar-drawing";
import type { RadarLayout } from "./radar-geometry";

export type RadarFigureProps = {
  title: string;
  titleHidden?: boolean;
  /** What the drawing shows, in words. */
  description: string;
  functions: readonly FigureFunction[];
  levels: readonly FigureLevel[];
  series: FigureSeries;
  /** How the data table is shown; "none" where the page has the same table already. */
  table?: "folded" | "open" | "none";
  className?: string;
};

/** The drawing for wide columns and for files. */
export const WIDE_RADAR: RadarLayout = { width: 700, radius: 190, fontSize: 14, mark: 10.5, labels: "names" };
const NARROW: RadarLayout = { width: 340, radius: 132, fontSize: 14, mark: 9.5, labels: "numbers" };
/** With more functions their names would touch each other; then the axes are numbered everywhere. */
export const MOST_NAMES = 12;

/** The profile over all functions: current filled, previous dashed, target as hollow rings. */
export function RadarFigure(props: RadarFigureProps) {
  const { title, titleHidden, description, levels, series, table = "folded", className } = props;
  const functions = withSeries(props.functions, series);
  const drawing = { title, description, functions, levels };
  return (
    <FigureFrame title={title} titleHidden={titleHidden} className={className}>
      {functions.length < 3 ? <ProfileBars {...drawing} /> : <Radars {...drawing} />}
      <FigureLegend items={radarLegend(series, functions)} />
      {table === "none" ? null : (
        <FigureTable caption={title} functions={functions} levels={levels} series={series} display={table} />
      )}
    </FigureFrame>
  );
}

/** Two drawings, of which the width of the container shows one. */
function Radars(drawing: Pick<RadarFigureProps, "title" | "description" | "functions" | "levels">) {
  const { functions, levels } = drawing;
  const named = functions.length <= MOST_NAMES;
  return (
    <>
      {named ? <RadarDrawing {...drawing} layout={WIDE_RADAR} shownIn="wide" /> : null}
      <div className={named ? "drawing-narrow" : "drawing-single"}>
        <RadarDrawing {...drawing} layout={NARROW} />
        <FunctionKey functions={functions} levels={levels} />
        <LevelKey levels={levels} />
      </div>
    </>
  );
}

/** What the signs of a radar mean. */
export function radarLegend(series: FigureSeries, functions: readonly FigureFunction[]): LegendItem[] {
  const current = (
    <LegendSign>
      <path d="M2 14 9 4h10l7 10Z" className="fig-area" />
      <path d="M2 14 9 4h10l7 10" className="fig-current" />
    </LegendSign>
  );
  const previous = (
    <LegendSign>
      <path d="M1 8H27" className="fig-previous" />
    </LegendSign>
  );
  const none = (
    <LegendSign>
      <path d="M1 8H27" className="fig-axis-none" />
    </LegendSign>
  );
  return [
    { key: "current", label: series.current, sign: current },
    ...(series.previous === undefined ? [] : [{ key: "previous", label: series.previous, sign: previous }]),
    ...targetItem(series),
    ...(functions.some((item) => item.level === null) && functions.length >= 3
      ? [{ key: "none", label: m.ui_no_result(), sign: none }]
      : []),
  ];
}
