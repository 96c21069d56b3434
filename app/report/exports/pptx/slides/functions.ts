import type PptxGenJS from "pptxgenjs";
import { formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { consensusName, nameOfLevel } from "~/report/words";
import type { Report } from "~/use-cases/read-report";
import { addSlide, BODY, type Deck, FONT, ink, levelPair, partTitle, slices } from "../deck";
import { fitText } from "../fit-text";
import { functionNotes, sourceNotes } from "../notes";

const ROWS = 10;
const HEAD = 0.42;
const NAME = 3.3;
const MIDDLE = {
  valign: "middle" as const,
  margin: [0.02, 0.08, 0.02, 0.08] as [number, number, number, number],
};

/** Every function in a table, its levels as squares. */
export function functionSlides(deck: Deck): void {
  const { report } = deck;
  const parts = slices(report.functions, ROWS);
  parts.forEach((functions, part) => {
    const title = partTitle(functionsTitle(report), part, parts.length);
    const slide = addSlide(deck, title, [...functionNotes(report, functions), sourceNotes(report)]);
    const columns = columnsOf(report);
    const height = Math.min(0.47, (BODY.h - HEAD) / functions.length);
    slide.addTable([header(columns), ...functions.map((fn) => columns.map(({ cell }) => cell(fn)))], {
      ...{ x: BODY.x, y: BODY.y, w: BODY.w, colW: columns.map(({ width }) => width) },
      ...{ rowH: [HEAD, ...functions.map(() => height)], fontFace: FONT, fontSize: 12, color: ink("ink") },
    });
  });
}

function functionsTitle({ functions }: Report): string {
  const targeted = functions.filter(({ target, level }) => target !== null && level !== null);
  if (targeted.length === 0) return m.exports_slide_functions();
  const met = targeted.filter(({ target, level }) => (level ?? 0) >= (target ?? 0)).length;
  return m.exports_slide_targets({ met, total: targeted.length });
}

type Fn = Report["functions"][number];
type Column = { title: string; width: number; centred: boolean; cell: (fn: Fn) => PptxGenJS.TableCell };

const RULE = { type: "solid" as const, pt: 0.75, color: ink("line") };
const NONE = { type: "none" as const };
const ROW_BORDER: PptxGenJS.BorderProps[] = [NONE, NONE, RULE, NONE] as PptxGenJS.BorderProps[];

/** The columns there is something for, as wide together as the slide. */
function columnsOf(report: Report): Column[] {
  const { functions, levels } = report;
  const chip = (level: number | null) => chipCell(level, levels.length);
  const optional = [
    ...(functions.some(({ target }) => target !== null)
      ? [{ title: m.report_series_target(), width: 0.95, centred: true, cell: (fn: Fn) => chip(fn.target) }]
      : []),
    ...(report.previous
      ? [{ title: m.exports_previous(), width: 1.2, centred: true, cell: (fn: Fn) => chip(fn.previous) }]
      : []),
  ];
  const fixed = 0.55 + NAME + 0.95 + 1.25 + 1.2 + 0.65;
  const rest = BODY.w - fixed - optional.reduce((sum, { width }) => sum + width, 0);
  return [
    {
      title: m.exports_number(),
      width: 0.55,
      centred: true,
      cell: (fn) => textCell(String(fn.number), 0.4, true),
    },
    {
      ...{ title: m.report_change_function(), width: NAME, centred: false },
      cell: (fn) => textCell(fn.name, NAME - 0.2, false, true),
    },
    { title: m.report_why_level(), width: 0.95, centred: true, cell: (fn) => chip(fn.level) },
    {
      ...{ title: m.exports_level_name(), width: rest, centred: false },
      cell: (fn) => textCell(nameOfLevel(levels, fn.level) ?? m.level_none(), rest - 0.2),
    },
    ...optional,
    {
      ...{ title: m.report_consensus(), width: 1.25, centred: false },
      cell: ({ spread }) => textCell(spread?.consensus ? consensusName(spread.consensus) : "–", 1.05),
    },
    {
      ...{ title: m.report_share(), width: 1.2, centred: true },
      cell: ({ spread }) =>
        textCell(spread?.shareOnMode == null ? "–" : formatPercent(spread.shareOnMode), 1, true),
    },
    { title: "n", width: 0.65, centred: true, cell: (fn) => textCell(String(fn.n), 0.5, true) },
  ];
}

function header(columns: readonly Column[]): PptxGenJS.TableCell[] {
  return columns.map(({ title, width, centred }) => ({
    text: title,
    options: {
      ...MIDDLE,
      ...{
        bold: true,
        fontSize: fitText(title, { w: width - 0.2, h: 0.36 }, { most: 11, least: 7 }).fontSize,
      },
      ...{ color: ink("ink-muted"), align: centred ? "center" : "left", border: ROW_BORDER as never },
    },
  }));
}

function textCell(text: string, w: number, centred = false, bold = false): PptxGenJS.TableCell {
  const fit = fitText(text, { w, h: 0.42 }, { most: 13, least: 7 });
  return {
    text: fit.text,
    options: {
      ...{ ...MIDDLE, bold, fontSize: fit.fontSize, align: centred ? "center" : "left" },
      border: ROW_BORDER as never,
    },
  };
}

/** A level on its colour, set off by borders as white as the slide. */
function chipCell(level: number | null, levels: number): PptxGenJS.TableCell {
  const white = { type: "solid" as const, pt: 4, color: "FFFFFF" };
  const { fill, text } = levelPair(level, levels);
  if (level === null) return textCell("–", 0.8, true);
  return {
    text: String(level),
    options: {
      ...{ ...MIDDLE, bold: true, fontSize: 13, align: "center", color: text, fill: { color: fill } },
      border: [white, white, white, white],
    },
  };
}
