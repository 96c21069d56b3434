import { m } from "~/i18n/messages";
import { type GridLayout, type HeatCell, heatMapGeometry } from "~/report/figures/heat-map-geometry";
import type { FigureInput } from "./figure";
import { levelHeader } from "./ladder";
import type { LegendItem } from "./legend";
import { CELL, NO_CELL, onShare, outline, share } from "./paints";
import { NAME, type Pen, QUIET } from "./pen";
import type { Profile } from "./radar";

const LAYOUT: GridLayout = { width: 700, labelWidth: 136, endWidth: 28, fontSize: 14 };

/** Functions by levels: the share of judgments as fill, their number as text, the level outlined. */
export function heatMapDrawing({ functions, levels }: Profile, accent: string): Omit<FigureInput, "alt"> {
  const { width, height, columns, headerY, cell, rows } = heatMapGeometry(functions, levels, LAYOUT);
  return {
    ...{ width, height, items: legendItems(accent) },
    draw(pen) {
      levelHeader(pen, columns, headerY);
      pen.text("n", width, headerY, { ...QUIET, anchor: "end" });
      for (const row of rows) {
        pen.text(row.lines, 0, row.labelY, NAME);
        if (!row.hasResult) pen.text(m.ui_no_result(), 0, row.labelY + row.lines.length * 18.2, QUIET);
        for (const one of row.cells)
          drawCell(pen, one, { y: row.y, ...cell, hasResult: row.hasResult, accent });
        pen.text(String(row.n), width, row.y + cell.height / 2, { ...QUIET, anchor: "end", middle: true });
      }
    },
  };
}

type CellInput = { y: number; width: number; height: number; hasResult: boolean; accent: string };

/** One cell; the level's own is drawn smaller inside its outline, so that the outline shows on any fill. */
function drawCell(
  pen: Pen,
  { x, count, step, median }: HeatCell,
  { y, width, height, hasResult, accent }: CellInput,
) {
  const inset = median ? 4.5 : 0;
  if (median) pen.box(x + 1, y + 1, width - 2, height - 2, 6, outline(accent));
  const paint = step > 0 ? share(step) : hasResult ? CELL : NO_CELL;
  pen.box(x + inset, y + inset, width - 2 * inset, height - 2 * inset, median ? 3 : 5, paint);
  if (count === 0) return;
  const style = { anchor: "middle", weight: 600, colour: onShare(step), middle: true } as const;
  pen.text(String(count), x + width / 2, y + height / 2, style);
}

function legendItems(accent: string): LegendItem[] {
  return [
    {
      label: m.ui_figure_share(),
      sign(pen) {
        for (const [index, step] of [2, 5, 8, 10].entries()) pen.box(index * 7, 2, 6, 12, 1.5, share(step));
      },
    },
    { label: m.ui_figure_median(), sign: (pen) => pen.box(5, 2, 18, 12, 3, outline(accent)) },
    { label: m.ui_no_result(), sign: (pen) => pen.box(5, 2, 18, 12, 3, NO_CELL) },
  ];
}
