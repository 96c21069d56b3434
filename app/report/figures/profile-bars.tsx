import { m } from "~/i18n/messages";
import { Drawing } from "./figure-frame";
import { FigureText } from "./figure-text";
import { LevelMark } from "./level-mark";
import { profileBars } from "./profile-bars-geometry";
import type { RadarFigureProps } from "./radar-figure";

type ProfileBarsProps = Pick<RadarFigureProps, "title" | "description" | "functions" | "levels">;

/** What stands in for a radar with fewer than three functions: one bar each, as long as its level. */
export function ProfileBars({ title, description, functions, levels }: ProfileBarsProps) {
  const { width, height, ticks, bars } = profileBars(functions, levels.length);
  return (
    <div className="drawing-single">
      <Drawing title={title} description={description} width={width} height={height}>
        {bars.map((bar) => (
          <g key={bar.key}>
            <FigureText lines={bar.lines} x={0} y={bar.labelY} lineHeight={18} className="fig-name" />
            <rect x={0} y={bar.y} width={width} height={bar.height} rx={5} className="fig-track-bar" />
            {bar.current ? (
              <rect x={0} y={bar.y} width={bar.current.x} height={bar.height} rx={5} className="fig-area" />
            ) : (
              <text x={10} y={bar.y + bar.height / 2} dy="0.355em" className="fig-muted">
                {m.ui_no_result()}
              </text>
            )}
            {ticks.map((x) => (
              <line key={x} x1={x} x2={x} y1={bar.y} y2={bar.y + bar.height} className="fig-tick" />
            ))}
            {bar.previous ? (
              <line
                x1={bar.previous.x}
                x2={bar.previous.x}
                y1={bar.y - 3}
                y2={bar.y + bar.height + 3}
                className="fig-previous"
              />
            ) : null}
            {bar.target ? (
              <circle cx={bar.target.x - 16} cy={bar.y + bar.height / 2} r={14} className="fig-target" />
            ) : null}
            {bar.current ? (
              <LevelMark
                level={bar.current.level}
                levels={levels.length}
                x={bar.current.x - 16}
                y={bar.y + bar.height / 2}
                half={10}
                shape="circle"
              />
            ) : null}
          </g>
        ))}
      </Drawing>
    </div>
  );
}
