import type { ReactNode } from "react";

/**
 * The page's main action, kept in reach of the thumb. It stays in sight only where the window is tall enough to
 * leave room for the page (not at 400 % zoom), and inside its parent; the page's scroll padding keeps what has the focus above it.
 */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div className="print-hidden bottom-0 z-10 -mx-4 mt-8 border-t border-line bg-paper px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] [@media(min-height:30rem)]:sticky">
      {children}
    </div>
  );
}
