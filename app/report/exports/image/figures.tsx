import { formatDate, formatShortDate } from "~/i18n/format";
import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { DistributionBar } from "~/report/figures/distribution-bar";
import { withSeries } from "~/report/figures/figure-data";
import { HeatMapDrawing, heatMapLegend, WIDE_HEAT_MAP } from "~/report/figures/heat-map-figure";
import { LadderDrawing } from "~/report/figures/ladder-drawing";
import { ladderLegend, WIDE_LADDER } from "~/report/figures/ladder-figure";
import { ProfileBars } from "~/report/figures/profile-bars";
import { RadarDrawing } from "~/report/figures/radar-drawing";
import { MOST_NAMES, radarLegend, WIDE_RADAR } from "~/report/figures/radar-figure";
import { TrendDrawing } from "~/report/figures/trend-drawing";
import { editionText, levelLabel } from "~/report/words";
import { figureProps } from "~/report/words/figures";
import { distributionText } from "~/report/words/function";
import type { Report } from "~/use-cases/read-report";
import type { Trend } from "~/use-cases/read-trend";
import type { Theme } from "../colours";
import { forOthers } from "../for-others";
import { functionKey } from "./function-key";
import { type Sheet, sheetSvg } from "./sheet";

/** What figures are drawn from: a report, and the trend its company is on, if any. */
export type FigureMaterial = { report: Report; trend: Trend | null };

/** The spread of one function's judgments is called "distribution-" and the function's key. */
const OF_FUNCTION = "distribution-";

const DRAWN: Record<string, (material: FigureMaterial) => Sheet | null> = {
  radar: radarSheet,
  ladder: ladderSheet,
  "heat-map": heatMapSheet,
  trend: trendSheet,
};

/** The name of the figure of a function's own judgments. */
export function distributionFigure(functionKey: string): string {
  return `${OF_FUNCTION}${functionKey}`;
}

/** The names of all figures that there are of a report. */
export function figureNames({ report, trend }: FigureMaterial): string[] {
  return [
    ...Object.keys(DRAWN).filter((name) => name !== "trend" || (trend && trend.points.length > 0)),
    ...report.functions
      .filter(({ spread, n }) => spread !== null && n > 0)
      .map(({ key }) => distributionFigure(key)),
  ];
}

/** A figure as an SVG file in the current language; null where there is none of that name. */
export function figureSvg(name: string, given: FigureMaterial, theme: Theme): string | null {
  const material = { ...given, report: forOthers(given.report) };
  const draw = Object.hasOwn(DRAWN, name) ? DRAWN[name] : undefined;
  const sheet = draw
    ? draw(material)
    : name.startsWith(OF_FUNCTION)
      ? distributionSheet(material, name.slice(OF_FUNCTION.length))
      : null;
  return sheet && sheetSvg(sheet, theme);
}

/** "PT Contoh Jasa · 30 June 2026 · Publication 2, 21 July 2026": where a figure comes from, wherever it ends up. */
function subtitle({ company, assessment, edition }: Report): string {
  return [company.name, formatDate(assessment.asOf), editionText(edition)].join(" · ");
}

function radarSheet({ report }: FigureMaterial): Sheet {
  const { functions: all, levels, series, description } = figureProps(report);
  const functions = withSeries(all, series);
  const title = m.report_profile_figure();
  const drawing = { title, description, functions, levels };
  const base = { title, subtitle: subtitle(report), description, legend: radarLegend(series, functions) };
  if (functions.length < 3) return { ...base, drawing: <ProfileBars {...drawing} /> };
  if (functions.length <= MOST_NAMES)
    return { ...base, drawing: <RadarDrawing {...drawing} layout={WIDE_RADAR} /> };
  return {
    ...base,
    drawing: <RadarDrawing {...drawing} layout={{ ...WIDE_RADAR, radius: 270, labels: "numbers" }} />,
    below: functionKey({ functions, levels, width: WIDE_RADAR.width }),
  };
}

function ladderSheet({ report }: FigureMaterial): Sheet {
  const { functions: all, levels, series, description } = figureProps(report);
  const title = m.report_ladder_title();
  const drawing = { title, description, functions: withSeries(all, series), levels };
  return {
    ...{ title, subtitle: subtitle(report), description, legend: ladderLegend(series) },
    drawing: <LadderDrawing {...drawing} layout={WIDE_LADDER} />,
  };
}

function heatMapSheet({ report }: FigureMaterial): Sheet {
  const { functions, levels } = figureProps(report);
  const [title, description] = [m.report_spread_title(), m.report_spread_description()];
  const drawing = { title, description, functions, levels };
  return {
    ...{
      title,
      subtitle: subtitle(report),
      description,
      legend: heatMapLegend({ current: m.ui_figure_level() }),
    },
    drawing: <HeatMapDrawing {...drawing} layout={WIDE_HEAT_MAP} />,
  };
}

function distributionSheet({ report }: FigureMaterial, key: string): Sheet | null {
  const fn = report.functions.find((one) => one.key === key);
  if (!fn?.spread || fn.n === 0) return null;
  const title = m.report_distribution_title({ function: fn.name });
  const description = `${distributionText(fn.spread, report)}. ${levelLabel(report.levels, fn.level)}`;
  const { distribution } = fn.spread;
  return {
    ...{ title, subtitle: subtitle(report), description, legend: [] },
    drawing: <DistributionBar title={title} description={description} distribution={distribution} />,
  };
}

function trendSheet({ report, trend }: FigureMaterial): Sheet | null {
  if (!trend || trend.points.length === 0) return null;
  const { points, functions, levels } = trend;
  const rows = [
    ...[
      { key: "-typical", name: m.report_typical(), values: points.map(({ typical }) => typical) },
      { key: "-attained", name: m.report_attained(), values: points.map(({ attained }) => attained) },
    ].map((row) => ({ ...row, overall: true })),
    ...functions.map(({ key, name }) => ({
      ...{ key, name, overall: false },
      values: points.map((point) => point.functions[key]?.level ?? null),
    })),
  ];
  const title = m.report_trend_title({ company: report.company.name });
  const typical = points.map((point) => `${formatDate(point.asOf)}: ${levelLabel(levels, point.typical)}`);
  const description = `${m.report_typical()}: ${formatList(typical)}.`;
  const dates = points.map(({ asOf }) => formatShortDate(asOf));
  return {
    ...{ title, subtitle: subtitle(report), description, legend: [] },
    drawing: <TrendDrawing {...{ title, description, rows, dates }} levels={levels.length} />,
  };
}
