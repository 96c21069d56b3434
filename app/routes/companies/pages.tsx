import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { type View, viewHref } from "./view-address";

/** Which page of how many, and the way to its neighbours; nothing where one page holds everything. */
export function Pages({ view, page, pages }: { view: View; page: number; pages: number }) {
  if (pages === 1) return null;
  const to = (target: number) => viewHref(view, { page: target });
  return (
    <nav aria-label={m.portfolio_pages()} className="mt-6 flex flex-wrap items-center gap-4">
      {page > 1 ? (
        <ButtonLink href={to(page - 1)} rel="prev" variant="secondary" size="small">
          {m.portfolio_page_before()}
        </ButtonLink>
      ) : null}
      <span className="tabular text-ink-muted">{m.portfolio_page_of({ page, pages })}</span>
      {page < pages ? (
        <ButtonLink href={to(page + 1)} rel="next" variant="secondary" size="small">
          {m.portfolio_page_next()}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
