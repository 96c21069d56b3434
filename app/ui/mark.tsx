import { classNames } from "./class-names";

/** Where each stroke starts (x, y) and the height at which it ends: apart on the left, in line on the right. */
export const STROKES = [
  { x: 3, from: 3.5, to: 8 },
  { x: 6.5, from: 10.5, to: 12 },
  { x: 2, from: 13.5, to: 16 },
  { x: 5, from: 23, to: 20 },
  { x: 3, from: 28.5, to: 24 },
];

/** The mark: five separate lines that come into tune. Decorative unless a title is given. */
export function Mark({ className, title }: { className?: string; title?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      className={classNames("mark", className)}
      role={title ? "img" : undefined}
      aria-hidden={title ? undefined : true}
      aria-label={title}
      focusable="false"
    >
      {STROKES.map(({ x, from, to }) => (
        <path key={to} d={`M${x} ${from}C${x + 7} ${from} ${x + 6} ${to} 18 ${to}H30`} />
      ))}
    </svg>
  );
}
