import { formatShortDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import { sinceReading } from "~/report/words/summary";
import type { Report } from "~/use-cases/read-report";
import { addFitted, addSlide, BODY, bare, type Deck, FONT, ink, type Slide } from "../deck";
import { sourceNotes } from "../notes";

const CHART = 8;
/** More than these are written one after the other. */
const LISTED = 12;

/** From assessment to assessment; nothing without any. */
export function trendSlide(deck: Deck): void {
  const { report, trend, brand, pptx } = deck;
  if (!trend || trend.points.length === 0) return;
  const { points, levels } = trend;
  const labels = points.map(({ asOf }) => formatShortDate(asOf));
  const series = [
    { name: m.report_typical(), colour: bare(brand.accent), values: points.map(({ typical }) => typical) },
    { name: m.report_attained(), colour: ink("ink-muted"), values: points.map(({ attained }) => attained) },
  ];
  const lines = points.map(({ typical, attained }, index) =>
    [
      labels[index],
      `${m.report_typical()} ${levelLabel(levels, typical)}`,
      `${m.report_attained()} ${levelLabel(levels, attained)}`,
    ].join("; "),
  );
  const since = sinceReading(report);
  const title = points.length > 1 && since ? since.text : m.exports_slide_trend_first();
  const slide = addSlide(deck, title, [...lines, ...moves(report).map(moveLine), sourceNotes(report)]);
  slide.addChart(
    pptx.ChartType.line,
    series.map(({ name, values }) => ({ name, labels, values: values as number[] })),
    {
      ...{ x: BODY.x, y: BODY.y, w: CHART, h: BODY.h },
      ...{ altText: m.exports_trend_alt({ description: lines.join(". ") }) },
      ...{ chartColors: series.map(({ colour }) => colour), lineSize: 3, lineDataSymbol: "circle" },
      ...{ lineDataSymbolSize: 11, displayBlanksAs: "gap", showValue: true, dataLabelPosition: "t" },
      ...{
        dataLabelFormatCode: "0",
        dataLabelFontSize: 12,
        dataLabelFontBold: true,
        dataLabelFontFace: FONT,
      },
      ...{ dataLabelColor: ink("ink"), catAxisLabelFontSize: 12, catAxisLabelFontFace: FONT },
      ...{ catAxisLabelColor: ink("ink"), valAxisMinVal: 0, valAxisMaxVal: levels.length },
      ...{ valAxisMajorUnit: 1, valAxisLabelFontSize: 11, valAxisLabelFontFace: FONT },
      ...{ valAxisLabelColor: ink("ink-muted"), valAxisLineShow: false },
      ...{ valGridLine: { color: ink("line"), size: 0.75 } },
      ...{
        showLegend: true,
        legendPos: "b",
        legendFontFace: FONT,
        legendFontSize: 12,
        legendColor: ink("ink"),
      },
    },
  );
  changes(deck, slide);
}

type Move = { label: string; names: string[] };

function moves({ functions }: Report): Move[] {
  const known = functions.flatMap(({ name, level, previous }) =>
    level === null || previous === null
      ? []
      : [
          {
            line: previous === level ? name : `${name} (${previous} → ${level})`,
            by: Math.sign(level - previous),
          },
        ],
  );
  if (known.length === 0) return [];
  const of = (by: number) => known.filter((one) => one.by === by).map(({ line }) => line);
  return [
    { label: m.exports_slide_up(), names: of(1) },
    { label: m.exports_slide_same(), names: of(0) },
    { label: m.exports_slide_down(), names: of(-1) },
  ];
}

function moveLine({ label, names }: Move): string {
  return `${label}: ${names.length > 0 ? names.join(", ") : m.exports_slide_none()}`;
}

/** Which functions moved. */
function changes(deck: Deck, slide: Slide): void {
  const { report, brand } = deck;
  const x = BODY.x + CHART + 0.4;
  const w = BODY.w - CHART - 0.4;
  const found = moves(report);
  if (found.length === 0) {
    addFitted(
      slide,
      m.report_trend_one(),
      { x, y: BODY.y + 0.2, w, h: 2 },
      { most: 14, color: ink("ink-muted") },
    );
    return;
  }
  const weights = found.map(({ names }) => Math.min(6, Math.max(1, names.length)) + 0.8);
  const unit = BODY.h / weights.reduce((sum, weight) => sum + weight, 0);
  let y = BODY.y;
  found.forEach(({ label, names }, index) => {
    const h = unit * (weights[index] ?? 1);
    const head = `${label} (${names.length})`;
    slide.addShape(deck.pptx.ShapeType.line, { x, y, w, h: 0, line: { color: ink("line"), width: 0.75 } });
    addFitted(
      slide,
      head,
      { x, y: y + 0.08, w, h: 0.28 },
      { most: 13, bold: true, color: bare(brand.accent) },
    );
    const text = names.length > 0 ? names.join(names.length > LISTED ? ", " : "\n") : m.exports_slide_none();
    addFitted(slide, text, { x, y: y + 0.38, w, h: h - 0.45 }, { most: 13, least: 8 });
    y += h;
  });
}
