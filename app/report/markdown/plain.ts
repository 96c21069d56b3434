import { parseMarkdown } from "./parse";
import type { Block, Inline } from "./tree";

/** A stretch of text; `bold` and `italic` as it is to be set. */
export type Stretch = { text: string; bold: boolean; italic: boolean };

/**
 * A line of a text that is set without a browser: `mark` stands before it ("•", "2."), `depth` counts the lists
 * around it. A line with neither begins at the margin.
 */
export type PlainLine = { mark: string | null; depth: number; stretches: Stretch[] };

/** Markdown as lines, for files: links with their address behind them. */
export function markdownLines(markdown: string): PlainLine[] {
  return parseMarkdown(markdown).flatMap((block) => linesOf(block, 0, null));
}

/** Markdown as nothing but text. */
export function plainText(markdown: string): string {
  return markdownLines(markdown)
    .map(({ mark, depth, stretches }) => {
      const text = stretches.map((stretch) => stretch.text).join("");
      const indent = "  ".repeat(Math.max(0, depth - 1));
      return mark === null ? indent + text : `${indent}${mark} ${text}`;
    })
    .join("\n");
}

function linesOf(block: Block, depth: number, mark: string | null): PlainLine[] {
  if (block.kind === "paragraph") {
    return [{ mark, depth, stretches: stretchesOf(block.children, { bold: false, italic: false }) }];
  }
  return block.items.flatMap((item, index) => {
    const own = block.start === null ? "•" : `${block.start + index}.`;
    if (item.length === 0) return [{ mark: own, depth: depth + 1, stretches: [] }];
    return item.flatMap((inner, place) => linesOf(inner, depth + 1, place === 0 ? own : null));
  });
}

type Style = Omit<Stretch, "text">;

function stretchesOf(inlines: readonly Inline[], style: Style): Stretch[] {
  return inlines.flatMap((inline): Stretch[] => {
    switch (inline.kind) {
      case "text":
        return [{ text: inline.text, ...style }];
      case "break":
        return [{ text: "\n", ...style }];
      case "strong":
        return stretchesOf(inline.children, { ...style, bold: true });
      case "emphasis":
        return stretchesOf(inline.children, { ...style, italic: true });
      default:
        return linkStretches(inline, style);
    }
  });
}

function linkStretches({ href, children }: Extract<Inline, { kind: "link" }>, style: Style): Stretch[] {
  const words = stretchesOf(children, style);
  const said = words.map(({ text }) => text).join("");
  const isAddress = said === href || `${said}/` === href;
  return isAddress ? words : [...words, { text: said === "" ? href : ` (${href})`, ...style }];
}
