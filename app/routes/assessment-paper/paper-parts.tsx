import type { ReactNode } from "react";

/** A box to tick with a pen, and what it stands for. */
export function Tick({ children }: { children: ReactNode }) {
  return (
    <span className="paper-tick">
      <Box />
      {children}
    </span>
  );
}

export function Box() {
  return <span className="paper-box" aria-hidden="true" />;
}

/** A few ruled lines to write on, or as many as the sheet has room for. */
export function Lines({ label, count }: { label: string; count: number | "rest" }) {
  return (
    <div className={count === "rest" ? "paper-writing paper-writing-rest" : "paper-writing"}>
      <p className="paper-label">{label}</p>
      {count === "rest" ? (
        <Ruled />
      ) : (
        Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty lines, all the same
          <span key={index} className="paper-line" aria-hidden="true" />
        ))
      )}
    </div>
  );
}

/** Between two lines, and more lines than any sheet has room for: what does not fit is cut off. */
const [APART, MOST] = [8, 30];

/** Lines that fill their box: a drawing, because backgrounds are not printed everywhere. */
function Ruled() {
  return (
    <svg className="paper-ruled" aria-hidden="true" focusable="false">
      {Array.from({ length: MOST }, (_, index) => {
        const at = `${APART * (index + 1)}mm`;
        return <line key={at} x1="0" x2="100%" y1={at} y2={at} />;
      })}
    </svg>
  );
}
