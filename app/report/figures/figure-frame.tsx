import { type ReactNode, useId } from "react";
import { classNames } from "~/ui/class-names";

export type FigureFrameProps = {
  title: ReactNode;
  /** The title stays for readers who hear the page, where a heading already says it. */
  titleHidden?: boolean;
  /** A sentence beside the figure that says what to see in it. */
  note?: ReactNode;
  /** The drawing, the legend and the data table, in this order. */
  children: ReactNode;
  className?: string;
};

/** What all figures share: the title as caption, then the drawing and what explains it. */
export function FigureFrame({ title, titleHidden = false, note, children, className }: FigureFrameProps) {
  return (
    <figure className={classNames("figure", className)}>
      <figcaption className={titleHidden ? "sr-only" : "figure-title"}>{title}</figcaption>
      {note ? <p className="figure-note">{note}</p> : null}
      {children}
    </figure>
  );
}

export type DrawingProps = {
  title: string;
  /** What the drawing shows, in words, for those who cannot see it. */
  description: string;
  width: number;
  height: number;
  /** Which container widths it is for; the other one is not there at all, also not for readers. */
  layout?: "wide" | "narrow";
  /** Moves the origin, in the units of the drawing. */
  origin?: { x: number; y: number };
  children: ReactNode;
};

/** One static drawing with its name and description. */
export function Drawing({ title, description, width, height, layout, origin, children }: DrawingProps) {
  const id = useId();
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      viewBox={`0 0 ${width} ${height}`}
      className={classNames("drawing", layout && `drawing-${layout}`)}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      {origin ? <g transform={`translate(${origin.x} ${origin.y})`}>{children}</g> : children}
    </svg>
  );
}
