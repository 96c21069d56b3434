import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { levelLabel } from "~/report/words";
import { figureProps } from "~/report/words/figures";
import { distributionText } from "~/report/words/function";
import type { Report } from "~/use-cases/read-report";
import { type FigureInput, figure, scaleOf } from "../figures/figure";
import { heatMapDrawing } from "../figures/heat-map";
import { ladderDrawing } from "../figures/ladder";
import type { Profile } from "../figures/radar";
import { BODY, MEASURE, PAGE, SMALL } from "../look";
import { chapter, subheading } from "../parts";
import type { Sheet } from "../sheet";
import { type Column, levelCell, numberCell, table, textCell } from "../table";

/** On a page a figure leaves room for a heading and its legend. */
const MOST = PAGE.height - PAGE.top - PAGE.bottom - 120;

/** The heat map is not stretched: its numbers are read as a table is. */
const HEAT_MAP = MEASURE;

/** How the judgments spread, every function on its track, and the numbers of both. */
export async function profile(sheet: Sheet, report: Report): Promise<void> {
  const props = figureProps(report);
  const accent = sheet.brand.accent;
  const heat = parts(props, (part) => ({ ...heatMapDrawing(part, accent), room: HEAT_MAP }));
  const spread = { id: "spread", title: m.report_spread_title(), lead: m.report_spread_lead() };
  await chapter(sheet, { ...spread, keep: heightOf(heat) }, async () => {
    draw(sheet, heat, spreadDescription(report));
    await numbers(sheet, report);
  });
  const ladder = parts(props, (part) => ladderDrawing(part, accent));
  const tracks = { id: "profile", title: m.report_ladder_title(), lead: m.report_ladder_lead() };
  await chapter(sheet, { ...tracks, keep: heightOf(ladder) }, () => draw(sheet, ladder, props.description));
}

type Drawing = Omit<FigureInput, "alt">;

const heightOf = (drawings: Drawing[]) => (drawings[0] ? drawings[0].height * scaleOf(drawings[0]) + 60 : 0);

/** The drawing in as many parts as it takes for each to fit on a page. */
function parts(profile: Profile, drawingOf: (part: Profile) => Drawing): Drawing[] {
  const drawing = drawingOf(profile);
  const { functions } = profile;
  if (drawing.height * scaleOf({ ...drawing, height: 0 }) <= MOST || functions.length < 2) return [drawing];
  const middle = Math.ceil(functions.length / 2);
  return [functions.slice(0, middle), functions.slice(middle)].flatMap((some) =>
    parts({ ...profile, functions: some }, drawingOf),
  );
}

function draw(sheet: Sheet, drawings: readonly Drawing[], alt: string): void {
  for (const drawing of drawings) figure(sheet, { ...drawing, alt });
  const page = sheet.pageOf("numbers");
  const text = m.report_pdf_numbers_page({ page });
  sheet.text([{ ...SMALL, text, to: "numbers" }], SMALL, { width: MEASURE });
}

/** Every count in words: the alternative of the figure that shows them. */
function spreadDescription(report: Report): string {
  const lines = report.functions.map((fn) =>
    fn.spread ? `${fn.name}: ${distributionText(fn.spread, report) || m.ui_no_result()}` : fn.name,
  );
  return `${m.report_spread_description()} ${lines.join(". ")}.`;
}

/** The table that belongs to the figures. */
async function numbers(sheet: Sheet, report: Report): Promise<void> {
  const { functions, levels, previous, assessment } = report;
  const targets = functions.some(({ target }) => target !== null);
  subheading(sheet, m.report_pdf_numbers(), 90);
  sheet.mark("numbers");
  const columns: Column[] = [
    { title: m.ui_figure_function(), share: 1 },
    { title: formatDate(assessment.asOf), share: 0.75 },
    ...(previous ? [{ title: formatDate(previous.asOf), share: 0.4 }] : []),
    ...(targets ? [{ title: m.report_series_target(), align: "right" as const }] : []),
    ...levels.map(({ number, name }) => ({ title: name, level: number, align: "right" as const })),
    { title: "n", align: "right" },
  ];
  const rows = functions.map(({ name, level, previous: before, target, spread, n }) => [
    textCell(name, { weight: 600, colour: BODY.colour }),
    levelCell(level, levels.length, levelLabel(levels, level).replace(/^\d+ /, "")),
    ...(previous ? [levelCell(before, levels.length, null)] : []),
    ...(targets ? [numberCell(target === null ? "–" : String(target))] : []),
    ...levels.map(({ number }) => numberCell(spread ? String(spread.distribution[number - 1] ?? 0) : "–")),
    numberCell(String(n)),
  ]);
  await table(sheet, { caption: m.report_pdf_numbers(), columns, rows, levels: levels.length });
}
