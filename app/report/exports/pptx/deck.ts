import type PptxGenJS from "pptxgenjs";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { editionText } from "~/report/words";
import type { Report } from "~/use-cases/read-report";
import type { Trend } from "~/use-cases/read-trend";
import type { Brand } from "../brand";
import { type ColourName, hex, levelColours } from "../colours";
import { type Box, fitText } from "./fit-text";

/** What every slide is made from. */
export type Deck = {
  pptx: PptxGenJS;
  report: Report;
  trend: Trend | null;
  brand: Brand;
  logo: Logo | null;
};

/** A picture as slides take it, with its size in pixels. */
export type Logo = { data: string; width: number; height: number };

export type Slide = PptxGenJS.Slide;

/** 16:9, in inches; what is between the title and the footer. */
export const PAGE = { w: 13.333, h: 7.5 };
export const BODY: Box = { x: 0.6, y: 1.62, w: 12.13, h: 5.1 };
export const TITLE: Box = { x: 0.6, y: 0.46, w: 10.6, h: 0.95 };
const FOOTER_Y = 7.0;
export const MASTER = "REPORT";
/** On every computer that opens slides. */
export const FONT = "Arial";

/** A colour of the tokens as slides write it. */
export function ink(name: ColourName): string {
  return bare(hex(name));
}

/** "RRGGBB" without the "#". */
export function bare(colour: string): string {
  return colour.replace("#", "").toUpperCase();
}

export function levelPair(level: number | null, levels: number): { fill: string; text: string } {
  const { fill, text } = levelColours(level, levels);
  return { fill: bare(fill), text: bare(text) };
}

/** What all slides but the first share: room for the title, and whose report this is of when. */
export function defineMaster({ pptx, report, brand, logo }: Deck): void {
  const { company, assessment, edition } = report;
  const source = [company.name, formatDate(assessment.asOf), editionText(edition)].join("  ·  ");
  const footer = { y: FOOTER_Y, h: 0.3, fontFace: FONT, fontSize: 10, margin: 0, valign: "middle" as const };
  const logoBox = logo && contain(logo, { x: 0.6, y: FOOTER_Y - 0.02, w: 1.6, h: 0.34 });
  const sourceFit = fitText(source, { w: 8.6, h: 0.3 }, { most: 10, least: 7 });
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: "FFFFFF" },
    objects: [
      { rect: { x: 0, y: TITLE.y + 0.06, w: 0.16, h: TITLE.h - 0.12, fill: { color: bare(brand.accent) } } },
      { line: { x: 0.6, y: 6.9, w: 12.13, h: 0, line: { color: ink("line"), width: 0.75 } } },
      ...(logo && logoBox
        ? [{ image: { data: logo.data, ...logoBox } }]
        : [
            {
              text: {
                text: fitText(brand.name, { w: 2.4, h: 0.3 }, { most: 11, least: 7 }).text,
                options: { ...footer, x: 0.6, w: 2.4, bold: true, color: bare(brand.accent) },
              },
            },
          ]),
      {
        text: {
          text: sourceFit.text,
          options: {
            ...{ ...footer, x: 3.2, w: 8.8, align: "right" as const },
            ...{ fontSize: sourceFit.fontSize, color: ink("ink-muted") },
          },
        },
      },
      ...(edition.kind === "live" ? [liveTag()] : []),
      {
        placeholder: {
          options: {
            ...{ name: "title", type: "title" as const, ...TITLE, margin: 0, fontFace: FONT, fontSize: 26 },
            ...{ bold: true, color: ink("ink"), align: "left" as const, valign: "middle" as const },
          },
          text: "",
        },
      },
    ],
    slideNumber: {
      ...{ x: 12.23, y: FOOTER_Y, w: 0.5, h: 0.3, fontFace: FONT, fontSize: 10, align: "right" },
      ...{ color: ink("ink-muted"), margin: 0 },
    },
  });
}

/** That the figures can still change, where nobody overlooks it. */
export function liveTag(at = { x: 11.33, y: 0.3 }) {
  return {
    text: {
      text: m.report_live_title(),
      options: {
        ...{ ...at, w: 1.7, h: 0.3, fontFace: FONT, fontSize: 10, bold: true, margin: 0 },
        ...{ align: "center" as const, valign: "middle" as const },
        ...{ color: ink("attention"), fill: { color: ink("attention-soft") } },
      },
    },
  };
}

/** A slide with the finding as its title, and notes. */
export function addSlide({ pptx }: Deck, title: string, notes: readonly string[]): Slide {
  const slide = pptx.addSlide({ masterName: MASTER });
  addTitle(slide, title, TITLE, { most: 26, least: 12 });
  slide.addNotes(notes.filter((line) => line !== "").join("\n"));
  return slide;
}

/** The size goes with the text itself: a placeholder has its own, which would win. */
export function addTitle(
  slide: Slide,
  title: string,
  box: Pick<Box, "w" | "h">,
  sizes: { most: number; least: number },
): void {
  const { text, fontSize } = fitText(title, box, sizes);
  slide.addText([{ text, options: { fontSize } }], { placeholder: "title" });
}

type TextStyle = { most?: number; least?: number } & Pick<
  PptxGenJS.TextPropsOptions,
  "bold" | "color" | "align" | "valign" | "fill"
>;

/** A text inside its box, whatever its length. */
export function addFitted(slide: Slide, text: string, box: Box, style: TextStyle = {}): void {
  const { most = 14, least = 8, ...options } = style;
  const fit = fitText(text, box, { most, least });
  slide.addText(fit.text, {
    ...{ ...box, margin: 0, fontFace: FONT, color: ink("ink"), valign: "top" },
    ...{ fontSize: fit.fontSize, ...options },
  });
}

/** A level as its number on its colour. */
export function addChip(slide: Slide, deck: Deck, level: number | null, box: Box, size: number): void {
  const { fill, text } = levelPair(level, deck.report.levels.length);
  slide.addText(level === null ? "–" : String(level), {
    ...{ ...box, shape: deck.pptx.ShapeType.roundRect, rectRadius: Math.min(box.w, box.h) * 0.18 },
    ...{ fill: { color: fill }, color: text, bold: true, fontFace: FONT, fontSize: size, margin: 0 },
    ...{ align: "center", valign: "middle" },
    ...(level === null ? { line: { color: ink("line-strong"), width: 1, dashType: "dash" as const } } : {}),
  });
}

/** As large as fits into a box, in its own proportions, at the left. */
export function contain({ width, height }: Logo, box: Box): Box {
  const scale = Math.min(box.w / width, box.h / height);
  const [w, h] = [width * scale, height * scale];
  return { x: box.x, y: box.y + (box.h - h) / 2, w, h };
}

/** Whether a slide that goes on needs its part in its title. */
export function partTitle(title: string, part: number, parts: number): string {
  return parts === 1 ? title : m.exports_slide_part({ title, part: part + 1, parts });
}

/** Items in slices of at most `size`, as even as they come. */
export function slices<T>(items: readonly T[], size: number): T[][] {
  const parts = Math.max(1, Math.ceil(items.length / size));
  const each = Math.ceil(items.length / parts);
  return Array.from({ length: parts }, (_, index) => items.slice(index * each, (index + 1) * each));
}
