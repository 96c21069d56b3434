import type { ReactNode } from "react";

export type StatusTone = "neutral" | "progress" | "done" | "attention";

/** A state in one or two words. The tone has its own sign, so that it does not rest on colour. */
export function StatusTag({ tone = "neutral", children }: { tone?: StatusTone; children: ReactNode }) {
  return (
    <span className={`status-tag status-${tone}`}>
      <StatusSign tone={tone} />
      {children}
    </span>
  );
}

function StatusSign({ tone }: { tone: StatusTone }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3 flex-none" aria-hidden="true" focusable="false">
      {tone === "done" ? (
        <path d="M2 6.4 4.8 9.2 10 3.4" className="sign-stroke" />
      ) : tone === "attention" ? (
        <path d="M6 1.6V7M6 9.6v.6" className="sign-stroke" />
      ) : (
        <>
          <circle cx="6" cy="6" r="4.4" className="sign-ring" />
          {tone === "progress" ? <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8Z" className="sign-fill" /> : null}
        </>
      )}
    </svg>
  );
}
