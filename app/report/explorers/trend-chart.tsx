import { Brush, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { classNames } from "~/ui/class-names";
import { formatFixed } from "../words";
import { lineClass, type Period, type TrendMeasure, type TrendSeries } from "./trend-data";

type TrendChartProps = {
  series: TrendSeries[];
  /** As-of date of each assessment, ISO. */
  dates: string[];
  levels: { number: number; name: string }[];
  measure: TrendMeasure;
  /** The line that is brought out. */
  active: string | null;
  /** The assessments in sight, by their places. */
  period: Period;
  onPeriod: (period: Period) => void;
};

const day = (time: number) => formatDate(new Date(time).toISOString().slice(0, 10));
/** With two assessments there is no period to choose within. */
const LEAST_FOR_BRUSH = 3;

/** The lines by Recharts; the default export is what React.lazy needs. */
export default function TrendChart(props: TrendChartProps) {
  const { series, dates, levels, measure, active, period, onPeriod } = props;
  const rows = dates.map((date, index) => ({
    time: Date.parse(date),
    index,
    ...Object.fromEntries(series.map(({ key, heights }) => [key, heights[index]])),
  }));
  return (
    <figure className="trend-canvas" aria-label={m.report_trend_chart()}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={rows} margin={{ top: 12, right: 36, bottom: 4, left: 0 }} accessibilityLayer>
          <CartesianGrid vertical={false} syncWithTicks />
          <XAxis
            dataKey="time"
            type="number"
            scale="time"
            domain={["dataMin", "dataMax"]}
            padding={{ left: 36, right: 36 }}
            ticks={rows.slice(period.from, period.to + 1).map(({ time }) => time)}
            tickFormatter={day}
            tickLine={false}
            interval="preserveStartEnd"
          />
          <YAxis
            domain={[0.7, levels.length + 0.3]}
            ticks={levels.map(({ number }) => number)}
            interval={0}
            width={36}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ className: "trend-cursor" }}
            content={({ payload }) => (
              <Readout
                index={indexOf(payload?.[0]?.payload)}
                {...{ series, dates, levels, measure, active }}
              />
            )}
          />
          {rows.length >= LEAST_FOR_BRUSH ? (
            <Brush
              dataKey="time"
              ariaLabel={m.company_trend_period()}
              height={32}
              travellerWidth={12}
              startIndex={period.from}
              endIndex={period.to}
              tickFormatter={day}
              onChange={({ startIndex, endIndex }) =>
                onPeriod({ from: startIndex ?? 0, to: endIndex ?? rows.length - 1 })
              }
            />
          ) : null}
          {overallLast(series).map(({ key, name, colour }) => (
            <Line
              key={key}
              dataKey={key}
              name={name}
              className={classNames(
                lineClass(colour),
                "trend-line",
                active !== null && (active === key ? "trend-line-active" : "trend-line-dimmed"),
              )}
              stroke="currentColor"
              strokeWidth={colour === null || active === key ? 3.5 : 2}
              dot={{ r: colour === null ? 4 : 3, className: lineClass(colour) }}
              activeDot={{ r: 5, className: lineClass(colour) }}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </figure>
  );
}

/** What is drawn last lies on top. */
function overallLast(series: TrendSeries[]): TrendSeries[] {
  return [...series].sort((a, b) => Number(a.colour === null) - Number(b.colour === null));
}

/** What all visible lines say at one assessment, the highest first. */
function Readout({
  index,
  series,
  dates,
  levels,
  measure,
  active,
}: Omit<TrendChartProps, "period" | "onPeriod"> & { index: number | null }) {
  const date = index === null ? undefined : dates[index];
  if (index === null || date === undefined) return null;
  const rows = series
    .map(({ key, name, colour, values }) => ({ key, name, colour, value: values[index] ?? null }))
    .sort((a, b) => Number(a.colour !== null) - Number(b.colour !== null) || (b.value ?? 0) - (a.value ?? 0));
  const shown = (value: number | null) => {
    if (value === null) return m.level_none();
    const name = levels.find(({ number }) => number === value)?.name;
    return measure === "mean" ? formatFixed(value) : `${value} ${name ?? ""}`;
  };
  return (
    <div className="trend-readout">
      <p className="font-bold">{formatDate(date)}</p>
      <dl>
        {rows.map(({ key, name, colour, value }) => (
          <div key={key} className={classNames(active === key && "font-bold")}>
            <dt>
              <svg viewBox="0 0 28 12" className="trend-sign" aria-hidden="true" focusable="false">
                <path d="M1 6H27" className={lineClass(colour)} />
              </svg>
              {name}
            </dt>
            <dd>{shown(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function indexOf(row: unknown): number | null {
  return typeof row === "object" && row !== null && "index" in row && typeof row.index === "number"
    ? row.index
    : null;
}
