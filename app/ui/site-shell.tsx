import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { classNames } from "./class-names";
import { Link } from "./link";
import { Wordmark } from "./wordmark";

export type NavItem = { href: string; label: string; current?: boolean };

export type SiteShellProps = {
  /** app: consultants, wide, with navigation. assessor: one thing per page, narrow, hardly any header. */
  variant?: "app" | "assessor";
  /** Where the wordmark leads; without it the wordmark is not a link. */
  homeHref?: string;
  nav?: readonly NavItem[];
  /** The LanguageSwitch. */
  language?: ReactNode;
  /** Who is signed in, and the form to sign out. */
  account?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** Skip link, header, main, footer: the frame of every page. */
export function SiteShell({
  variant = "app",
  homeHref,
  nav,
  language,
  account,
  footer,
  children,
}: SiteShellProps) {
  const width = variant === "app" ? "shell-wide" : "shell-narrow";
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="skip-link">
        {m.ui_skip_to_content()}
      </a>
      <header className={classNames("site-header print-hidden", `site-header-${variant}`)}>
        <div className={classNames("site-header-row", width)}>
          {homeHref ? (
            <Link href={homeHref} className="wordmark-link">
              <Wordmark />
            </Link>
          ) : (
            <Wordmark />
          )}
          {nav?.length ? <MainNav items={nav} /> : null}
          <div className="site-header-end">
            {account}
            {language}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classNames("flex-1 py-8 md:py-12", width)}>
        {children}
      </main>
      <footer className="site-footer print-hidden">
        <div className={classNames("flex flex-wrap items-center gap-x-6 gap-y-2", width)}>
          {footer ?? <p>{m.ui_footer_line()}</p>}
        </div>
      </footer>
    </div>
  );
}

function MainNav({ items }: { items: readonly NavItem[] }) {
  return (
    <nav aria-label={m.ui_main_navigation()} className="main-nav">
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.current ? "page" : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
