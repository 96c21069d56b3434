import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type NoticeProps = {
  tone?: "info" | "success" | "attention" | "error";
  title?: ReactNode;
  children?: ReactNode;
  /** Set where the notice answers an action: it is then read out once. */
  live?: boolean;
  className?: string;
};

/** A message beside the content: what happened, what is kept, what to do. */
export function Notice({ tone = "info", title, children, live = false, className }: NoticeProps) {
  const role = live ? (tone === "error" ? "alert" : "status") : undefined;
  return (
    <div className={classNames("notice", `notice-${tone}`, className)} role={role}>
      {title ? <p className="font-bold">{title}</p> : null}
      {children ? <div className={title ? "mt-1" : undefined}>{children}</div> : null}
    </div>
  );
}
