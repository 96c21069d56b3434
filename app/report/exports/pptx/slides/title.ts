import { m } from "~/i18n/messages";
import { reportFacts } from "~/report/words/title";
import { addFitted, addTitle, bare, contain, type Deck, FONT, ink, levelPair, liveTag, PAGE } from "../deck";
import { sourceNotes } from "../notes";

const LEFT = 0.85;
const WIDTH = 11.4;
const TITLE = { x: LEFT, y: 2.4, w: WIDTH, h: 1.35 };

/** Whose report, of when, by whom and by what measure. */
export function titleSlide(deck: Deck): void {
  const { pptx, report, brand, logo } = deck;
  const { company, assessment, edition, note } = report;
  const slide = pptx.addSlide({ masterName: "TITLE" });
  addTitle(slide, company.name, TITLE, { most: 40, least: 16 });
  if (logo) {
    const box = contain(logo, { x: LEFT, y: 0.6, w: 3, h: 0.8 });
    const pad = 0.14;
    const chip = { x: box.x - pad, y: box.y - pad, w: box.w + 2 * pad, h: box.h + 2 * pad };
    slide.addShape(pptx.ShapeType.roundRect, { ...chip, rectRadius: 0.08, fill: { color: "FFFFFF" } });
    slide.addImage({ data: logo.data, ...box, altText: m.exports_logo_alt({ name: brand.name }) });
  } else {
    addFitted(
      slide,
      brand.name,
      { x: LEFT, y: 0.7, w: 6, h: 0.5 },
      { most: 20, bold: true, color: "FFFFFF" },
    );
  }
  const kicker = { x: LEFT, y: 2.0, w: WIDTH, h: 0.35 };
  addFitted(slide, m.report_kicker(), kicker, { most: 16, color: "FFFFFF" });
  addFitted(slide, assessment.title, { x: LEFT, y: 3.85, w: WIDTH, h: 0.85 }, { most: 22, color: "FFFFFF" });
  reportFacts(report).forEach(([term, value], index) => {
    const x = LEFT + index * 2.95;
    addFitted(slide, term, { x, y: 5.62, w: 2.7, h: 0.26 }, { most: 11, color: ink("ink-muted") });
    addFitted(slide, value, { x, y: 5.9, w: 2.7, h: 0.62 }, { most: 14, least: 9, bold: true });
  });
  if (note) {
    const box = { x: LEFT, y: 6.68, w: WIDTH, h: 0.52 };
    addFitted(slide, note, box, { most: 10, least: 7, color: ink("ink-muted") });
  }
  if (edition.kind === "live") {
    const { text, options } = liveTag({ x: 10.8, y: 0.75 }).text;
    slide.addText(text, { ...options, valign: "middle", align: "center" });
  }
  slide.addNotes([sourceNotes(report), note ?? ""].filter((line) => line !== "").join("\n"));
}

/** The page of the first slide: the accent above, the facts below. */
export function defineTitleMaster({ pptx, brand, report }: Deck): void {
  const { levels } = report;
  const step = PAGE.w / levels.length;
  pptx.defineSlideMaster({
    title: "TITLE",
    background: { color: ink("paper") },
    objects: [
      { rect: { x: 0, y: 0, w: PAGE.w, h: 5.25, fill: { color: bare(brand.accent) } } },
      ...levels.map(({ number }, index) => ({
        rect: {
          ...{ x: index * step, y: 5.13, w: step, h: 0.12 },
          fill: { color: levelPair(number, levels.length).fill },
        },
      })),
      {
        placeholder: {
          options: {
            ...{ name: "title", type: "title", ...TITLE, margin: 0 },
            ...{ fontFace: FONT, fontSize: 40, bold: true, color: "FFFFFF", align: "left", valign: "middle" },
          },
          text: "",
        },
      },
    ],
  });
}
