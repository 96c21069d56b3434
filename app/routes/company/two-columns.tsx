import type { ReactNode } from "react";

export type TwoColumnsProps = {
  /** The next step: on the right, and first on a phone. */
  next: ReactNode;
  /** What stands under it on the right, and last on a phone. */
  aside: ReactNode;
  children: ReactNode;
};

/** The work on the left, what to do and what to know on the right. */
export function TwoColumns({ next, aside, children }: TwoColumnsProps) {
  return (
    <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem] lg:grid-rows-[auto_1fr]">
      {next ? <div className="min-w-0 lg:col-start-2">{next}</div> : null}
      <div className="grid min-w-0 content-start gap-14 lg:col-start-1 lg:row-span-2 lg:row-start-1">
        {children}
      </div>
      <div className="grid min-w-0 content-start gap-9 lg:col-start-2">{aside}</div>
    </div>
  );
}
