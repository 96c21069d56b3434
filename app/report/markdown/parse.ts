import type { Nodes, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Block, Inline } from "./tree";

/** Markdown that a report does not know stays what it is: text. */
const TEXT_ONLY = [
  ...["blockQuote", "codeFenced", "codeIndented", "codeText", "definition", "headingAtx"],
  ...["htmlFlow", "htmlText", "setextUnderline", "thematicBreak"],
];

/** Lists in lists, and bold in italics in bold, no deeper than anybody means it. */
const DEEPEST = 8;
/** No text of a report is longer; whatever is, is not taken apart. */
const LONGEST = 20_000;

/** Reads Markdown into paragraphs, lists, bold, italics and links; everything else is text. Never throws. */
export function parseMarkdown(markdown: string): Block[] {
  const shallow = markdown.length > LONGEST || isDeep(markdown);
  if (shallow) return paragraphsOf(markdown);
  const root: Root = fromMarkdown(markdown, { extensions: [{ disable: { null: TEXT_ONLY } }] });
  return blocksOf(root.children, 0);
}

/** A line that opens so many lists at once is no list, and would take long to be read as one. */
function isDeep(markdown: string): boolean {
  return /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){9}/m.test(markdown);
}

function paragraphsOf(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => ({ kind: "paragraph", children: linesOf(part) }));
}

function blocksOf(nodes: readonly RootContent[], depth: number): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.type === "paragraph") return paragraph(inlinesOf(node.children, depth));
    if (node.type !== "list" || depth >= DEEPEST) return paragraph(linesOf(textOf(node)));
    const items = node.children.map((item) => blocksOf(item.children, depth + 1));
    return [{ kind: "list", start: node.ordered ? (node.start ?? 1) : null, items }];
  });
}

function paragraph(children: Inline[]): Block[] {
  return children.length > 0 ? [{ kind: "paragraph", children }] : [];
}

function inlinesOf(nodes: readonly RootContent[], depth: number): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (depth >= DEEPEST) return linesOf(textOf(node));
    switch (node.type) {
      case "break":
        return [{ kind: "break" }];
      case "strong":
      case "emphasis":
        return [{ kind: node.type, children: inlinesOf(node.children, depth + 1) }];
      case "link": {
        const children = inlinesOf(node.children, depth + 1);
        const href = safeAddress(node.url);
        return href === null ? children : [{ kind: "link", href, children }];
      }
      default:
        return linesOf(textOf(node));
    }
  });
}

/** A new line that was typed is one that is shown. */
function linesOf(text: string): Inline[] {
  return text.split("\n").flatMap((line, index): Inline[] => {
    const words: Inline[] = line === "" ? [] : [{ kind: "text", text: line }];
    return index === 0 ? words : [{ kind: "break" }, ...words];
  });
}

/** The words of anything; of a picture those that describe it. */
function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "image") return node.alt ?? "";
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** The address as a browser would read it, if it leads to the web; null for every other. */
function safeAddress(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
