import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

export type ProgressBarProps = {
  value: number;
  max: number;
  /** The same in words, such as "4 of 9 functions judged": always shown, and it names the bar. */
  label: ReactNode;
  className?: string;
};

export function ProgressBar({ value, max, label, className }: ProgressBarProps) {
  const id = useId();
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <p id={id} className="text-sm font-semibold">
        {label}
      </p>
      <progress className="progress" value={value} max={Math.max(max, 1)} aria-labelledby={id} />
    </div>
  );
}
