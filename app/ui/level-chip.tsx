import { m } from "~/i18n/messages";
import { classNames } from "./class-names";
import { levelClass } from "./level-scale";

const SIZES = {
  small: "size-6 text-sm",
  medium: "size-7 text-base",
  large: "size-11 text-xl",
};

export type LevelSquareProps = {
  level: number | null;
  levels: number;
  /** The level's name, for the tip and for readers who hear the page. Leave out where the name stands beside it. */
  name?: string;
  size?: keyof typeof SIZES;
  className?: string;
};

/** The small rounded square with the number; a dashed square with a dash where there is no result. */
export function LevelSquare({ level, levels, name, size = "medium", className }: LevelSquareProps) {
  const label = level === null ? (name ?? m.ui_no_result()) : name;
  return (
    <span
      className={classNames(
        "level-square level-bg",
        level === null && "level-square-none",
        levelClass(level, levels),
        SIZES[size],
        className,
      )}
      title={name === undefined ? undefined : label}
    >
      {level === null ? <span aria-hidden="true">–</span> : level}
      {name === undefined ? null : <span className="sr-only"> {label}</span>}
    </span>
  );
}

export type LevelChipProps = Omit<LevelSquareProps, "name"> & {
  /** The level's name; for a null level the words for "no result" (there is a default). */
  name?: string;
};

/** A level as number and name, colour second. */
export function LevelChip({ level, levels, name, size = "medium", className }: LevelChipProps) {
  return (
    <span className={classNames("inline-flex items-center gap-2.5", className)}>
      <LevelSquare level={level} levels={levels} size={size} />
      <span
        className={classNames(
          "min-w-0 leading-snug",
          size === "large" ? "text-xl font-bold tracking-tight" : "font-semibold",
          size === "small" && "text-sm",
          level === null && "font-normal text-ink-muted",
        )}
      >
        {name ?? (level === null ? m.ui_no_result() : m.ui_level_position({ level, levels }))}
      </span>
    </span>
  );
}
