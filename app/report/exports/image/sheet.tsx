import { type ReactElement, type ReactNode, useId } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { LegendItem } from "~/report/figures/figure-legend";
import { FigureText } from "~/report/figures/figure-text";
import { estimateWidth, wrapLabel } from "~/report/figures/text-layout";
import { hex, type Theme } from "../colours";
import { FONT_FAMILY } from "../fonts";
import { resolveStyles } from "./resolve-styles";
import { SHEET_TITLE } from "./styles";

/** One figure as it stands in a file of its own. */
export type Sheet = {
  title: string;
  /** Whose it is and of when. */
  subtitle: string;
  description: string;
  drawing: ReactElement;
  legend: readonly LegendItem[];
  /** Something of a known height below the drawing. */
  below?: { height: number; content: ReactNode };
};

const MARGIN = 28;
const TITLE = { size: SHEET_TITLE, line: 27 };
const TEXT = { size: 14, line: 21 };
const SIGN = { width: 28, height: 16, gap: 8 };
/** A drawing narrower than this would leave no room for its own title. */
const LEAST_WIDTH = 340;

/** The figure as a file: title, drawing and legend on paper, every colour and font in it. */
export function sheetSvg(sheet: Sheet, theme: Theme): string {
  const { inner, width, height } = innerOf(sheet.drawing);
  const markup = renderToStaticMarkup(
    <Page sheet={sheet} drawing={{ inner, width, height }} theme={theme} />,
    {
      identifierPrefix: "figure",
    },
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${resolveStyles(markup, theme)}\n`;
}

type Inner = { inner: string; width: number; height: number };

/** What is inside a drawing: its own name and description go onto the whole sheet. */
function innerOf(drawing: ReactElement): Inner {
  const markup = renderToStaticMarkup(drawing);
  const [, box = "", inner = ""] = /<svg[^>]*viewBox="([^"]+)"[^>]*>(.*)<\/svg>/s.exec(markup) ?? [];
  const [, , width = 0, height = 0] = box.split(" ").map(Number);
  return { inner: inner.replace(/<(title|desc)[^>]*>.*?<\/\1>/gs, ""), width, height };
}

type PageProps = { sheet: Sheet; drawing: Inner; theme: Theme };

function Page({ sheet, drawing, theme }: PageProps) {
  const id = useId();
  const inside = Math.max(drawing.width, LEAST_WIDTH);
  const title = wrapLabel(sheet.title, inside, TITLE.size);
  const subtitle = wrapLabel(sheet.subtitle, inside, TEXT.size);
  const legend = placed(sheet.legend, inside);
  const subtitleY = MARGIN + title.length * TITLE.line + TEXT.size;
  const drawingY = subtitleY + (subtitle.length - 1) * TEXT.line + 30;
  const legendY = drawingY + drawing.height + (legend.items.length > 0 ? 22 : 0);
  const belowY = legendY + legend.height + (sheet.below ? 14 : 0);
  const [width, height] = [inside + 2 * MARGIN, Math.ceil(belowY + (sheet.below?.height ?? 0) + MARGIN)];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={`'${FONT_FAMILY}', 'Segoe UI', Roboto, Arial, sans-serif`}
    >
      <title id={`${id}t`}>{sheet.title}</title>
      <desc id={`${id}d`}>{sheet.description}</desc>
      <rect width={width} height={height} fill={hex("paper", theme)} />
      <FigureText
        lines={title}
        x={MARGIN}
        y={MARGIN + TITLE.size * 0.8}
        lineHeight={TITLE.line}
        className="sheet-title"
      />
      <FigureText lines={subtitle} x={MARGIN} y={subtitleY} lineHeight={TEXT.line} className="fig-muted" />
      <g
        transform={`translate(${MARGIN} ${drawingY})`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React just above
        dangerouslySetInnerHTML={{ __html: drawing.inner }}
      />
      <g transform={`translate(${MARGIN} ${legendY})`}>
        {legend.items.map(({ item, x, y, lines }) => (
          <LegendEntry key={item.key} item={item} x={x} y={y} lines={lines} />
        ))}
      </g>
      {sheet.below ? <g transform={`translate(${MARGIN} ${belowY})`}>{sheet.below.content}</g> : null}
    </svg>
  );
}

type Placed = { item: LegendItem; x: number; y: number; lines: string[] };

/** Entries beside one another as far as they fit, then on the next line. */
function placed(items: readonly LegendItem[], width: number): { items: Placed[]; height: number } {
  const found: Placed[] = [];
  let [x, y, tallest] = [0, 0, 1];
  for (const item of items) {
    const lines = wrapLabel(String(item.label), width - SIGN.width - SIGN.gap, TEXT.size);
    const own = SIGN.width + SIGN.gap + Math.max(...lines.map((line) => estimateWidth(line, TEXT.size)));
    if (x > 0 && x + own > width) [x, y, tallest] = [0, y + tallest * TEXT.line + 4, 1];
    found.push({ item, x, y, lines });
    x += own + 24;
    tallest = Math.max(tallest, lines.length);
  }
  return { items: found, height: items.length === 0 ? 0 : y + tallest * TEXT.line };
}

function LegendEntry({ item, x, y, lines }: Placed) {
  const sign = renderToStaticMarkup(<g>{item.sign}</g>).replace(/<\/?svg[^>]*>/g, "");
  return (
    <g transform={`translate(${x} ${y})`}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React just above */}
      <g dangerouslySetInnerHTML={{ __html: sign }} />
      <FigureText
        lines={lines}
        x={SIGN.width + SIGN.gap}
        y={SIGN.height / 2 + 5}
        lineHeight={TEXT.line}
        className="fig-muted"
      />
    </g>
  );
}
