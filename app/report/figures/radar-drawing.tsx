import { Drawing } from "./figure-frame";
import { FigureText } from "./figure-text";
import { LevelMark } from "./level-mark";
import type { RadarFigureProps } from "./radar-figure";
import { type RadarGeometry, type RadarLayout, radarGeometry } from "./radar-geometry";

type RadarDrawingProps = Pick<RadarFigureProps, "title" | "description" | "functions" | "levels"> & {
  layout: RadarLayout;
  shownIn?: "wide" | "narrow";
};

/** The radar itself, at one size. */
export function RadarDrawing({ title, description, functions, levels, layout, shownIn }: RadarDrawingProps) {
  const geometry = radarGeometry(functions, levels.length, layout);
  const { width, height, centre, labels, rings, current, previous, targets } = geometry;
  const levelText = (level: number) =>
    layout.labels === "names" ? `${level} ${levels[level - 1]?.name ?? ""}` : String(level);
  const hasResult = new Set(geometry.axes.filter((axis) => axis.hasResult).map((axis) => axis.key));
  return (
    <Drawing
      title={title}
      description={description}
      width={width}
      height={height}
      origin={centre}
      layout={shownIn}
    >
      <Grid geometry={geometry} />
      {labels.map(({ key, ...label }) => (
        <FigureText
          key={key}
          {...label}
          lineHeight={layout.fontSize * 1.3}
          className={hasResult.has(key) ? "fig-name" : "fig-muted"}
        />
      ))}
      {current.areas.map((area) => (
        <path key={area} d={area} className="fig-area" />
      ))}
      {rings.map(({ level, x, y }) => (
        <text key={level} x={x} y={y} dy="0.355em" textAnchor="middle" className="fig-scale">
          {levelText(level)}
        </text>
      ))}
      {previous.lines.map((line) => (
        <path key={line} d={line} className="fig-previous" />
      ))}
      {current.lines.map((line) => (
        <path key={line} d={line} className="fig-current" />
      ))}
      {previous.marks.map(({ key, x, y }) => (
        <circle key={key} cx={x} cy={y} r={3.5} className="fig-previous-mark" />
      ))}
      {targets.map(({ key, x, y, met }) => (
        <circle key={key} cx={x} cy={y} r={met ? layout.mark + 4 : layout.mark - 3} className="fig-target" />
      ))}
      {current.marks.map(({ key, x, y, level }) => (
        <LevelMark
          key={key}
          level={level}
          levels={levels.length}
          x={x}
          y={y}
          half={layout.mark}
          shape="circle"
        />
      ))}
    </Drawing>
  );
}

function Grid({ geometry: { rings, axes } }: { geometry: RadarGeometry }) {
  return (
    <>
      {rings.map(({ level, radius }) => (
        <circle key={level} r={radius} className={level === rings.length ? "fig-ring-outer" : "fig-ring"} />
      ))}
      {axes.map(({ key, x, y, hasResult }) => (
        <line key={key} x1={0} y1={0} x2={x} y2={y} className={hasResult ? "fig-axis" : "fig-axis-none"} />
      ))}
    </>
  );
}
