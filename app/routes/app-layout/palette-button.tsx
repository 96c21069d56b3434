import { useNavigate } from "@remix-run/react";
import { lazy, Suspense, useEffect, useState } from "react";
import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";
import type { NavItem } from "~/ui/site-shell";

const Palette = lazy(() => import("./palette").then(({ Palette }) => ({ default: Palette })));

/**
 * The way to the search. It is a link to the search page; where the page runs, it and Ctrl+K (or Cmd+K) open the
 * command palette instead, which is loaded only then. The shortcut needs a modifier key, so nobody sets it off by
 * speaking or by a slip (WCAG 2.1.4).
 */
export function PaletteButton({ actions }: { actions: NavItem[] }) {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <Link
        href="/search"
        className="palette-link"
        aria-keyshortcuts="Control+K Meta+K"
        title={`${m.search_title()} (Ctrl+K)`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <circle cx="9" cy="9" r="5.5" />
          <path d="m13.5 13.5 4 4" />
        </svg>
        <span className="sr-only">{m.search_title()}</span>
      </Link>
      {open ? (
        <Suspense>
          <Palette actions={actions} onClose={() => setOpen(false)} onGo={navigate} />
        </Suspense>
      ) : null}
    </>
  );
}
