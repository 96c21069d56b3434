import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type StatProps = {
  label: ReactNode;
  /** The number, already formatted, or a LevelChip of size large. */
  value: ReactNode;
  /** One plain sentence that says how to read it. */
  children?: ReactNode;
  className?: string;
};

/** One big number with its label and how to read it. */
export function Stat({ label, value, children, className }: StatProps) {
  return (
    <div className={classNames("stat", className)}>
      <p className="text-sm font-semibold text-ink-muted">{label}</p>
      <div className="stat-value">{value}</div>
      {children ? <div className="mt-2 max-w-[46ch] text-sm text-ink-muted">{children}</div> : null}
    </div>
  );
}
