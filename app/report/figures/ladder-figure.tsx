import { m } from "~/i18n/messages";
import { classNames } from "~/ui/class-names";
import { type FigureSeries, withSeries } from "./figure-data";
import { FigureFrame } from "./figure-frame";
import { FigureLegend, type LegendItem, LegendSign, LevelKey, targetItem } from "./figure-legend";
import { FigureTable } from "./figure-table";
import type { GridLayout } from "./heat-map-geometry";
import { LadderDrawing } from "./ladder-drawing";
import type { RadarFigureProps } from "./radar-figure";

export type LadderFigureProps = RadarFigureProps;

/** The drawing for wide columns and for files. */
export const WIDE_LADDER: GridLayout = { width: 700, labelWidth: 160, endWidth: 0, fontSize: 14 };
const NARROW: GridLayout = { width: 340, labelWidth: 0, endWidth: 0, fontSize: 14 };

/** One track a function: the panel's judgments as dots, the level marked, previous and target ghosted. */
export function LadderFigure(props: LadderFigureProps) {
  const { title, titleHidden, description, levels, series, table = "folded", className } = props;
  const functions = withSeries(props.functions, series);
  const drawing = { title, description, functions, levels };
  return (
    <FigureFrame title={title} titleHidden={titleHidden} className={classNames("figure-ladder", className)}>
      <LadderDrawing {...drawing} layout={WIDE_LADDER} shownIn="wide" />
      <LadderDrawing {...drawing} layout={NARROW} shownIn="narrow" />
      <LevelKey levels={levels} narrowOnly />
      <FigureLegend items={ladderLegend(series)} />
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

/** What the signs of a ladder mean. */
export function ladderLegend(series: FigureSeries): LegendItem[] {
  const current = (
    <LegendSign>
      <rect x="7" y="1" width="14" height="14" rx="4" className="fig-square-sign" />
    </LegendSign>
  );
  const dots = (
    <LegendSign>
      {[6, 14, 22].map((x) => (
        <circle key={x} cx={x} cy="8" r="3" className="fig-dot" />
      ))}
    </LegendSign>
  );
  const previous = (
    <LegendSign>
      <rect x="7" y="1" width="14" height="14" rx="4" className="fig-ghost" />
    </LegendSign>
  );
  return [
    { key: "current", label: series.current, sign: current },
    { key: "dots", label: m.ui_figure_dots(), sign: dots },
    ...(series.previous === undefined ? [] : [{ key: "previous", label: series.previous, sign: previous }]),
    ...targetItem(series),
  ];
}
