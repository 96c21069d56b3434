import { m } from "~/i18n/messages";
import { editionText } from "~/report/words";
import type { Report } from "~/use-cases/read-report";
import { hex } from "../../colours";
import { INK, MUTED, PAGE, SMALL } from "../look";
import { rule } from "../parts";
import type { Sheet } from "../sheet";
import { textWidth } from "../typeface";
import type { Line, TextStyle } from "../wrap";
import { drawLogo } from "./logo";

const HEAD = 46;
const FOOT = PAGE.height - 50;
const RIGHT = PAGE.width - PAGE.right;
const NUMBER: TextStyle = { size: 8, weight: 600, colour: INK, tabular: true };

/** What every page has at its edges: whose report it is, whether it is final, and which page of how many. */
export function edges(report: Report): (sheet: Sheet) => void {
  return (sheet) => {
    const { company, assessment, edition } = report;
    if (sheet.page === 1) drawLogo(sheet, PAGE.left, HEAD - 8, 20, { named: true });
    else {
      drawLogo(sheet, PAGE.left, HEAD - 3, 13, { named: false });
      const mark = edition.kind === "live" ? liveWidth() + 12 : 0;
      const title = `${company.name} · ${assessment.title}`;
      const style: TextStyle = { ...SMALL, colour: MUTED };
      const room = RIGHT - PAGE.left - 30 - mark;
      const [line, more] = sheet.lines(title, style, room);
      const [shown] = more
        ? sheet.lines(`${textOf(sheet.lines(title, style, room - 12))}…`, style, room)
        : [line];
      if (shown) sheet.drawLine(shown, PAGE.left + 22, HEAD + 7);
      rule(sheet, HEAD + 18);
    }
    if (edition.kind === "live") drawLive(sheet);
    rule(sheet, FOOT - 8);
    sheet.textAt(editionText(edition), SMALL, PAGE.left, FOOT, 300);
    sheet.textRight(`${sheet.page} / ${sheet.plan?.pages ?? sheet.page}`, NUMBER, RIGHT, FOOT);
  };
}

/** The text of the first of some lines. */
const textOf = ([line]: Line[]) => line?.pieces.map(({ text }) => text).join("") ?? "";

const LIVE: TextStyle = { size: 8, weight: 700, colour: hex("attention") };
const liveWidth = () => textWidth(m.report_live_title(), LIVE.weight, LIVE.size) + 16;

/** On every page of what is not final, so that no single page can be taken for a published one. */
function drawLive(sheet: Sheet): void {
  const width = liveWidth();
  const paint = { fill: hex("attention-soft"), stroke: hex("attention"), width: 0.8 };
  sheet.ink.box(RIGHT - width, HEAD - 4, width, 16, 8, paint);
  sheet.textAt(m.report_live_title(), LIVE, RIGHT - width + 8, HEAD - 2, width);
}
