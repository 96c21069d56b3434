import type { ReactNode } from "react";
import { Link } from "./link";

export type TaskItem = {
  key: string;
  number?: number;
  title: ReactNode;
  /** Without an address the row is not a link (cannot be started, or is closed). */
  href?: string;
  /** Usually a StatusTag. */
  status: ReactNode;
  /** What stands beside the status, such as a LevelChip of size small. */
  aside?: ReactNode;
  hint?: ReactNode;
};

/** Things to do, in order; each says how far it is. */
export function TaskList({ items }: { items: readonly TaskItem[] }) {
  return (
    <ol className="task-list">
      {items.map((item) => (
        <li key={item.key}>
          {item.number === undefined ? null : (
            <span className="task-number" aria-hidden="true">
              {item.number}
            </span>
          )}
          <div className="task-title">
            {item.href ? (
              <Link href={item.href} aria-describedby={`task-${item.key}-status`}>
                {item.title}
              </Link>
            ) : (
              item.title
            )}
            {item.hint ? <div className="text-sm text-ink-muted">{item.hint}</div> : null}
          </div>
          <div className="task-state" id={`task-${item.key}-status`}>
            {item.aside}
            {item.status}
          </div>
        </li>
      ))}
    </ol>
  );
}
