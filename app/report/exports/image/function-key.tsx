import type { FigureFunction, FigureLevel } from "~/report/figures/figure-data";
import { FigureText } from "~/report/figures/figure-text";
import { LevelMark } from "~/report/figures/level-mark";
import { wrapLabel } from "~/report/figures/text-layout";

const ROW = 30;
const LINE = 18.2;
const COLUMNS = 2;
const GAP = 28;
const NUMBER = 28;
const HALF = 10;

type FunctionKeyProps = {
  functions: readonly FigureFunction[];
  levels: readonly FigureLevel[];
  width: number;
};

/** The numbered functions of a radar that has no room for their names, each with its level, in two columns. */
export function functionKey({ functions, levels, width }: FunctionKeyProps) {
  const column = (width - GAP * (COLUMNS - 1)) / COLUMNS;
  const inColumn = Math.ceil(functions.length / COLUMNS);
  const tops = new Array<number>(COLUMNS).fill(0);
  const entries = functions.map((item, index) => {
    const place = Math.floor(index / inColumn);
    const lines = wrapLabel(item.name, column - NUMBER - 2 * HALF - 12, 14);
    const top = tops[place] ?? 0;
    tops[place] = top + Math.max(ROW, lines.length * LINE + 10);
    return { item, number: index + 1, lines, x: place * (column + GAP), top };
  });
  return {
    height: Math.max(0, ...tops),
    content: entries.map(({ item, number, lines, x, top }) => (
      <g key={item.key} transform={`translate(${x} ${top})`}>
        <text x={0} y={19} className="fig-muted">
          {number}
        </text>
        <FigureText lines={lines} x={NUMBER} y={19} lineHeight={LINE} />
        {item.level === null ? (
          <text x={column - HALF} y={19} textAnchor="middle" className="fig-muted">
            –
          </text>
        ) : (
          <LevelMark level={item.level} levels={levels.length} x={column - HALF} y={14} half={HALF} />
        )}
      </g>
    )),
  };
}
