import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { levelLabel, nameOfLevel } from "~/report/words";
import { figureProps } from "~/report/words/figures";
import type { Report } from "~/use-cases/read-report";
import { addChip, addFitted, addSlide, BODY, bare, type Deck, FONT, ink, type Slide } from "../deck";
import { heightOf, shareHeight } from "../fit-text";
import { functionNotes, sourceNotes } from "../notes";

/** Above this many axes their names would touch each other, and the axes are numbered as in the table. */
const MOST_NAMES = 14;
/** In letters; longer ones would leave no room for the chart. */
const LONGEST_NAME = 34;
const CHART = 7.6;

/** The profile as a chart that can be edited: now, before and the targets. */
export function profileSlide(deck: Deck): void {
  const { report } = deck;
  const { series, description } = figureProps(report);
  const { functions, levels } = report;
  const slide = addSlide(deck, profileTitle(report), [...functionNotes(report), sourceNotes(report)]);
  const named = functions.length <= MOST_NAMES && functions.every(({ name }) => name.length <= LONGEST_NAME);
  const labels = functions.map(({ name, number }) => (named ? name : String(number)));
  const given = [
    ...(series.previous === undefined
      ? []
      : [{ name: series.previous, colour: ink("ink-muted"), pick: (fn: Fn) => fn.previous }]),
    { name: series.current, colour: bare(deck.brand.accent), pick: (fn: Fn) => fn.level },
    ...(series.target === undefined
      ? []
      : [{ name: series.target, colour: ink("ink"), pick: (fn: Fn) => fn.target }]),
  ];
  const data = given.map(({ name, pick }) => ({ name, labels, values: functions.map(pick) as number[] }));
  const radar = functions.length >= 3;
  slide.addChart(radar ? deck.pptx.ChartType.radar : deck.pptx.ChartType.bar, data, {
    ...{
      x: BODY.x,
      y: BODY.y - 0.1,
      w: CHART,
      h: BODY.h + 0.15,
      altText: m.exports_radar_alt({ description }),
    },
    ...(radar ? { layout: { x: 0.17, y: 0.06, w: 0.66, h: 0.76 } } : {}),
    ...{ radarStyle: "marker", chartColors: given.map(({ colour }) => colour), lineSize: 2.25 },
    ...{ lineDataSymbol: "circle", lineDataSymbolSize: 9, barDir: "bar", barGapWidthPct: 60 },
    ...{ catAxisLabelFontSize: named ? 11 : 8, catAxisLabelColor: ink("ink"), catAxisLabelFontFace: FONT },
    ...{ valAxisMinVal: 0, valAxisMaxVal: levels.length, valAxisMajorUnit: 1, valAxisLabelFontSize: 9 },
    ...{ valAxisLabelColor: ink("ink-muted"), valAxisLabelFontFace: FONT, valAxisLineShow: false },
    ...{ valGridLine: { color: ink("line"), size: 0.75 }, displayBlanksAs: "gap" },
    ...{
      showLegend: true,
      legendPos: "b",
      legendFontFace: FONT,
      legendFontSize: 11,
      legendColor: ink("ink"),
    },
  });
  list(deck, slide, named);
}

type Fn = Report["functions"][number];

/** Who is behind or ahead, whichever are the fewer. */
function profileTitle(report: Report): string {
  const { extremes, functions, levels, overall } = report;
  if (overall.withResult === 0) return m.report_profile_figure();
  if (!extremes) return m.exports_slide_equal({ level: levelLabel(levels, overall.typical) });
  const { strongest, weakest } = extremes;
  const size = ({ keys, more }: typeof strongest) => keys.length + more;
  const behind = size(weakest) <= size(strongest);
  const { level, keys, more } = behind ? weakest : strongest;
  const names = keys.flatMap((key) => functions.find((fn) => fn.key === key)?.name ?? []);
  const words = {
    level: levelLabel(levels, level),
    functions: more > 0 ? m.report_extreme_more({ functions: names.join(", "), more }) : formatList(names),
  };
  return behind ? m.exports_slide_behind(words) : m.exports_slide_ahead(words);
}

/** The levels from the highest down, each with the functions on it. */
function list(deck: Deck, slide: Slide, named: boolean): void {
  const { report } = deck;
  const many = report.functions.length > MOST_NAMES;
  const nameOf = ({ name, number }: Fn) => (named ? name : many ? String(number) : `${number} ${name}`);
  const x = BODY.x + CHART + 0.3;
  const w = BODY.w - CHART - 0.3;
  const groups = [...report.levels].reverse().flatMap(({ number, name }) => {
    const names = report.functions.filter(({ level }) => level === number).map(nameOf);
    return names.length === 0 ? [] : [{ number: number as number | null, name, names }];
  });
  const none = report.functions.filter(({ level }) => level === null).map(nameOf);
  if (none.length > 0) groups.push({ number: null, name: m.level_none(), names: none });
  const wanted = groups.map(({ names }) => 0.62 + heightOf(names.join(", "), w - 0.65, 12));
  const heights = shareHeight(wanted, BODY.h);
  let y = BODY.y;
  groups.forEach(({ number, name, names }, index) => {
    const h = heights[index] ?? 0;
    const side = Math.min(0.45, h * 0.6);
    addChip(slide, deck, number, { x, y: y + 0.04, w: side, h: side }, side < 0.35 ? 9 : 16);
    const title = { x: x + 0.65, y: y + 0.02, w: w - 0.65, h: 0.27 };
    addFitted(slide, nameOfLevel(report.levels, number) ?? name, title, { most: 13, least: 9, bold: true });
    const text = { x: x + 0.65, y: y + 0.3, w: w - 0.65, h: Math.max(0.12, h - 0.38) };
    addFitted(slide, names.join(", "), text, { most: 12, least: 6, color: ink("ink-muted") });
    y += h;
  });
}
