import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { classNames } from "./class-names";
import { Link } from "./link";

export type PageHeaderProps = {
  title: ReactNode;
  /** A short line over the title: what kind of page this is, or "Function 3 of 9". */
  kicker?: ReactNode;
  /** The way here, from the top; the page itself is not in it. */
  breadcrumbs?: readonly { href: string; label: string }[];
  /** Facts in one line under the title; several are set apart by a middle dot. */
  meta?: ReactNode | ReactNode[];
  /** A sentence or two under the title. */
  lead?: ReactNode;
  /** Buttons, on the right where there is room. */
  actions?: ReactNode;
  className?: string;
};

export function PageHeader({ title, kicker, breadcrumbs, meta, lead, actions, className }: PageHeaderProps) {
  const facts = (Array.isArray(meta) ? meta : [meta]).filter(Boolean);
  return (
    <header className={classNames("mb-8 grid gap-4 md:mb-10", className)}>
      {breadcrumbs?.length ? <Breadcrumbs items={breadcrumbs} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="min-w-0 max-w-3xl">
          {kicker ? <p className="mb-1.5 text-sm font-semibold text-accent">{kicker}</p> : null}
          <h1>{title}</h1>
          {facts.length > 0 ? (
            <ul className="meta-line mt-2.5">
              {facts.map((fact, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed line of facts, never reordered
                <li key={index}>{fact}</li>
              ))}
            </ul>
          ) : null}
          {lead ? <div className="mt-4 max-w-measure text-lg text-ink-muted">{lead}</div> : null}
        </div>
        {actions ? <div className="print-hidden flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </header>
  );
}

function Breadcrumbs({ items }: { items: readonly { href: string; label: string }[] }) {
  return (
    <nav aria-label={m.ui_breadcrumbs()} className="print-hidden">
      <ol className="breadcrumbs">
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href}>{item.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
