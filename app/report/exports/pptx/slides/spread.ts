import { m } from "~/i18n/messages";
import { agreementCounts } from "~/report/words/summary";
import type { Report } from "~/use-cases/read-report";
import { addFitted, addSlide, BODY, type Deck, FONT, ink, levelPair, partTitle, slices } from "../deck";
import { functionNotes, sourceNotes } from "../notes";

const BARS = 14;

/** How the judgments lie, a bar a function, in charts that can be edited. Nothing where nothing may be shown. */
export function spreadSlides(deck: Deck): void {
  const { report } = deck;
  const shown = report.functions.filter(({ spread, n }) => spread !== null && n > 0);
  if (shown.length === 0) return;
  const parts = slices(shown, BARS);
  parts.forEach((functions, part) => {
    const notes = [agreementCounts(report), ...functionNotes(report, functions), sourceNotes(report)];
    const slide = addSlide(deck, partTitle(spreadTitle(report), part, parts.length), notes);
    const lead = { ...BODY, h: 0.35 };
    addFitted(slide, m.exports_slide_bars_lead(), lead, { most: 13, least: 9, color: ink("ink-muted") });
    slide.addChart(deck.pptx.ChartType.bar, chartData(functions, report), {
      ...{ x: BODY.x - 0.05, y: BODY.y + 0.4, w: BODY.w + 0.1, h: BODY.h - 0.45 },
      ...{
        altText: m.exports_bars_alt({ description: functionNotes(report, functions).slice(1).join(". ") }),
      },
      ...{ barDir: "bar", barGrouping: "stacked", barGapWidthPct: 38 },
      ...{ chartColors: report.levels.map(({ number }) => levelPair(number, report.levels.length).fill) },
      ...{ showValue: true, dataLabelFormatCode: "0;;;", dataLabelFontSize: 11, dataLabelFontBold: true },
      ...{ dataLabelFontFace: FONT, dataLabelColor: ink("ink") },
      ...{ catAxisOrientation: "maxMin" as "minMax", catAxisLabelFontSize: 12, catAxisLabelFontFace: FONT },
      ...{ catAxisLabelColor: ink("ink"), catAxisLineShow: false, valAxisHidden: true, valAxisMinVal: 0 },
      ...{ valGridLine: { style: "none" as const }, valAxisLabelFontFace: FONT },
      ...{
        showLegend: true,
        legendPos: "b",
        legendFontFace: FONT,
        legendFontSize: 11,
        legendColor: ink("ink"),
      },
    });
  });
}

/** On how many functions the panel agrees. */
function spreadTitle({ functions }: Report): string {
  const classes = functions.flatMap(({ spread }) => spread?.consensus ?? []);
  if (classes.length === 0) return m.exports_slide_spread();
  const count = (wanted: string) => classes.filter((one) => one === wanted).length;
  const words = { strong: count("strong"), total: classes.length, split: count("split") };
  return words.split > 0 ? m.exports_slide_agree_split(words) : m.exports_slide_agree(words);
}

function chartData(functions: Report["functions"], { levels }: Report) {
  const labels = functions.map(({ name }) => name);
  return levels.map(({ number, name }, index) => ({
    name: `${number} ${name}`,
    labels,
    values: functions.map(({ spread }) => spread?.distribution[index] ?? 0),
  }));
}
