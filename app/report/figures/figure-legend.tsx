import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { classNames } from "~/ui/class-names";
import { LevelChip, LevelSquare } from "~/ui/level-chip";
import type { FigureFunction, FigureLevel, FigureSeries } from "./figure-data";

export type LegendItem = { key: string; sign: ReactNode; label: ReactNode };

/** What the signs of a figure mean, in one line. */
export function FigureLegend({ items, className }: { items: readonly LegendItem[]; className?: string }) {
  return (
    <ul className={classNames("figure-legend", className)}>
      {items.map((item) => (
        <li key={item.key}>
          {item.sign}
          <span>{item.label}</span>
        </li>
      ))}
    </ul>
  );
}

/** A small drawing of a sign, 28 x 16 units, at text size. */
export function LegendSign({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 28 16" className="legend-sign" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** The entry for targets, the same in every figure: a hollow ring. */
export function targetItem({ target }: FigureSeries): LegendItem[] {
  if (target === undefined) return [];
  const sign = (
    <LegendSign>
      <circle cx="14" cy="8" r="6" className="fig-target" />
    </LegendSign>
  );
  return [{ key: "target", label: target, sign }];
}

/** Number and name of every level, for drawings too narrow for the names. */
export function LevelKey({ levels, narrowOnly }: { levels: readonly FigureLevel[]; narrowOnly?: boolean }) {
  return (
    <ol className={classNames("level-key", narrowOnly && "drawing-narrow")} aria-label={m.ui_figure_levels()}>
      {levels.map(({ name }, index) => (
        <li key={name}>
          <LevelChip level={index + 1} levels={levels.length} name={name} size="small" />
        </li>
      ))}
    </ol>
  );
}

/** The numbered functions of a radar too narrow for their names, each with its level. */
export function FunctionKey(props: { functions: readonly FigureFunction[]; levels: readonly FigureLevel[] }) {
  const { functions, levels } = props;
  return (
    <ol className="function-key">
      {functions.map((item, index) => (
        <li key={item.key}>
          <span className="function-key-number">{index + 1}</span>
          <span className="min-w-0 flex-1">{item.name}</span>
          <LevelSquare
            level={item.level}
            levels={levels.length}
            name={item.level === null ? m.ui_no_result() : (levels[item.level - 1]?.name ?? "")}
            size="small"
          />
        </li>
      ))}
    </ol>
  );
}
