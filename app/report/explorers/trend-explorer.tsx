import { Component, lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { m } from "~/i18n/messages";
import { lineClass, type Period, type TrendMeasure, type TrendSeries, trendSeries } from "./trend-data";
import { TrendPeriod } from "./trend-period";
import "./trend.css";

/** The chart library comes with this module only, and this module only once the page is idle. */
const TrendChart = lazy(() => import("./trend-chart"));

type TrendExplorerProps = {
  trend: {
    levels: { number: number; name: string }[];
    functions: { key: string; name: string }[];
    points: ({ asOf: string } & Parameters<typeof trendSeries>[0]["points"][number])[];
  };
};

/** The trend as a chart to explore. Nothing before the browser is idle: the table beside it has the same data. */
export function TrendExplorer({ trend }: TrendExplorerProps) {
  const idle = useIdle();
  const [measure, setMeasure] = useState<TrendMeasure>("level");
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const whole: Period = { from: 0, to: trend.points.length - 1 };
  const [period, setPeriod] = useState(whole);
  const dates = trend.points.map(({ asOf }) => asOf);
  if (!idle) return null;
  const series = trendSeries(trend, measure, m.report_overall());
  const toggle = (key: string) => setHidden((old) => symmetricDifference(old, key));
  return (
    <section className="trend-explorer print-hidden" aria-labelledby="trend-explorer-title">
      <div>
        <h3 id="trend-explorer-title">{m.report_trend_explorer()}</h3>
        <p className="max-w-measure text-ink-muted">{m.report_trend_explorer_lead()}</p>
      </div>
      <MeasureChoice measure={measure} onChange={setMeasure} />
      <div className="trend-explorer-parts">
        <div className="grid min-w-0 content-start gap-3">
          <ChartBoundary fallback={<p className="trend-canvas">{m.report_trend_failed()}</p>}>
            <Suspense fallback={<p className="trend-canvas text-ink-muted">{m.report_trend_loading()}</p>}>
              <TrendChart
                series={series.filter(({ key }) => !hidden.has(key))}
                dates={dates}
                levels={trend.levels}
                measure={measure}
                active={active}
                period={period}
                onPeriod={setPeriod}
              />
            </Suspense>
          </ChartBoundary>
          <TrendPeriod dates={dates} period={period} onAll={() => setPeriod(whole)} />
        </div>
        <Legend series={series} hidden={hidden} onToggle={toggle} onActive={setActive} />
      </div>
    </section>
  );
}

type LegendProps = {
  series: TrendSeries[];
  hidden: ReadonlySet<string>;
  onToggle: (key: string) => void;
  onActive: (key: string | null) => void;
};

/** Buttons, so that the keyboard reaches every line: focus brings one out, pressing hides or shows it. */
function Legend({ series, hidden, onToggle, onActive }: LegendProps) {
  return (
    <ul className="trend-legend" aria-label={m.report_trend_legend()}>
      {series.map(({ key, name, colour }) => (
        <li key={key}>
          <button
            type="button"
            aria-pressed={!hidden.has(key)}
            onClick={() => onToggle(key)}
            onFocus={() => onActive(key)}
            onBlur={() => onActive(null)}
            onMouseEnter={() => onActive(key)}
            onMouseLeave={() => onActive(null)}
          >
            <svg viewBox="0 0 28 12" className="trend-sign" aria-hidden="true" focusable="false">
              <path d="M1 6H27" className={lineClass(colour)} />
            </svg>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

type MeasureChoiceProps = { measure: TrendMeasure; onChange: (measure: TrendMeasure) => void };

function MeasureChoice({ measure, onChange }: MeasureChoiceProps) {
  const options = [
    ["level", m.report_trend_measure_level()],
    ["mean", m.report_trend_measure_mean()],
  ] as const;
  return (
    <fieldset className="trend-measure">
      <legend className="sr-only">{m.report_trend_measure()}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name="trend-measure"
            checked={measure === value}
            onChange={() => onChange(value)}
          />
          {label}
        </label>
      ))}
      <p className="text-sm text-ink-muted">
        {measure === "level" ? m.report_trend_measure_level_note() : m.report_trend_measure_mean_note()}
      </p>
    </fieldset>
  );
}

/** A chart that cannot be loaded leaves a sentence behind, not a broken page. */
class ChartBoundary extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

/** False on the server and until the browser has nothing better to do. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(() => setIdle(true), 200);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(() => setIdle(true), { timeout: 2000 });
    return () => cancelIdleCallback(handle);
  }, []);
  return idle;
}

function symmetricDifference(old: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(old);
  if (!next.delete(key)) next.add(key);
  return next;
}
