import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { Link } from "./link";

export function BackLink({ href, children }: { href: string; children?: ReactNode }) {
  return (
    <Link href={href} className="back-link print-hidden">
      <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true" focusable="false">
        <path d="M9.5 3 4.5 8l5 5" className="sign-stroke" />
      </svg>
      {children ?? m.ui_back()}
    </Link>
  );
}
