import PptxGenJS from "pptxgenjs";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";
import type { Trend } from "~/use-cases/read-trend";
import type { Brand } from "../brand";
import { forOthers } from "../for-others";
import { type Deck, defineMaster, FONT } from "./deck";
import { finish } from "./finish";
import { logoOf } from "./logo";
import { functionSlides } from "./slides/functions";
import { methodSlide } from "./slides/method";
import { profileSlide } from "./slides/profile";
import { recommendationsSlide } from "./slides/recommendations";
import { spreadSlides } from "./slides/spread";
import { summarySlide } from "./slides/summary";
import { defineTitleMaster, titleSlide } from "./slides/title";
import { trendSlide } from "./slides/trend";
import { consultantCommentSlides, consultantSummarySlides } from "./slides/words";

/**
 * A report as slides (16:9) in the current language: charts that can be edited, the numbers in the speaker's notes.
 * Names nobody but the brand; the same report gives the same bytes.
 */
export async function writePptx(report: Report, trend: Trend | null, brand: Brand): Promise<Uint8Array> {
  const pptx = new PptxGenJS();
  pptx.layout = "LAYOUT_WIDE";
  const shown = forOthers(report);
  const asOf = formatDate(shown.assessment.asOf);
  pptx.title = m.exports_file_title({ company: shown.company.name, asOf });
  pptx.subject = shown.assessment.title;
  pptx.author = brand.name;
  pptx.company = "";
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT };
  const deck: Deck = { pptx, report: shown, trend, brand, logo: await logoOf(brand) };
  defineTitleMaster(deck);
  defineMaster(deck);
  for (const slide of [titleSlide, summarySlide, consultantSummarySlides, profileSlide]) slide(deck);
  for (const slide of [spreadSlides, trendSlide, functionSlides, consultantCommentSlides]) slide(deck);
  for (const slide of [recommendationsSlide, methodSlide]) slide(deck);
  const written = await pptx.write({ outputType: "uint8array" });
  if (!(written instanceof Uint8Array)) throw new Error("the slides were not written as bytes");
  return finish(written, shown, brand);
}
