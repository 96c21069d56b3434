import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { classNames } from "./class-names";
import { Link } from "./link";

export type DataTableProps = {
  /** Names the table; shown above it unless hidden. */
  caption: string;
  captionHidden?: boolean;
  /** <thead> and <tbody>. Row headers are <th scope="row">; numbers get className="num". */
  children: ReactNode;
  /** Keeps the first column in sight while the rest scrolls sideways. */
  stickyFirstColumn?: boolean;
  /** 36 px rows for consultants; false gives roomier rows. */
  dense?: boolean;
  className?: string;
};

/** A plain table that scrolls inside its own region, never the page; reachable by keyboard. */
export function DataTable(props: DataTableProps) {
  const {
    caption,
    captionHidden = false,
    stickyFirstColumn = true,
    dense = true,
    className,
    children,
  } = props;
  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section
      className={classNames("data-table-region", className)}
      aria-label={m.ui_table_region({ caption })}
      tabIndex={0}
    >
      <table
        className={classNames(
          "data-table",
          dense && "data-table-dense",
          stickyFirstColumn && "data-table-sticky",
        )}
      >
        <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
        {children}
      </table>
    </section>
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above
  );
}

export type SortableHeaderProps = {
  label: string;
  /** Where the table sorted by this column lives. */
  href: string;
  /** How it is sorted now, if it is. */
  direction?: "ascending" | "descending" | null;
  numeric?: boolean;
};

/** A column header that is a link to the table sorted by it. */
export function SortableHeader({ label, href, direction = null, numeric = false }: SortableHeaderProps) {
  return (
    <th scope="col" aria-sort={direction ?? undefined} className={numeric ? "num" : undefined}>
      <Link href={href} className="sort-link" title={m.ui_sort_by({ column: label })}>
        {label}
        <svg
          viewBox="0 0 8 12"
          className={`sort-sign sort-${direction ?? "none"}`}
          aria-hidden="true"
          focusable="false"
        >
          <path d="M4 1 7 5H1Z" className="sort-up" />
          <path d="M4 11 7 7H1Z" className="sort-down" />
        </svg>
      </Link>
    </th>
  );
}
