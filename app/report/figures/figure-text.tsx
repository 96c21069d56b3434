export type FigureTextProps = {
  lines: readonly string[];
  x: number;
  /** Baseline of the first line. */
  y: number;
  lineHeight: number;
  anchor?: "start" | "middle" | "end";
  className?: string;
};

/** Text in several lines, in the units of the drawing. */
export function FigureText({ lines, x, y, lineHeight, anchor = "start", className }: FigureTextProps) {
  return (
    <text x={x} y={y} textAnchor={anchor} className={className}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one label are never reordered
        <tspan key={index} x={x} dy={index === 0 ? undefined : lineHeight}>
          {/* The space parts the lines where the text is copied or read out. */}
          {index < lines.length - 1 ? `${line} ` : line}
        </tspan>
      ))}
    </text>
  );
}
