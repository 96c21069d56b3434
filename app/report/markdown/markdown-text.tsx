import type { ReactNode } from "react";
import { parseMarkdown } from "./parse";
import type { Block, Inline } from "./tree";

/** A text of the report on a page. Drawn on the server only: the reader of Markdown is heavy. */
export function MarkdownText({ markdown }: { markdown: string }) {
  return <div className="report-prose">{parseMarkdown(markdown).map(drawBlock)}</div>;
}

function drawBlock(block: Block, index: number): ReactNode {
  if (block.kind === "paragraph") return <p key={index}>{block.children.map(drawInline)}</p>;
  const items = block.items.map((item, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
    <li key={place}>{item.map(drawBlock)}</li>
  ));
  return block.start === null ? (
    <ul key={index}>{items}</ul>
  ) : (
    <ol key={index} start={block.start}>
      {items}
    </ol>
  );
}

function drawInline(inline: Inline, index: number): ReactNode {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "break":
      return <br key={index} />;
    case "strong":
      return <strong key={index}>{inline.children.map(drawInline)}</strong>;
    case "emphasis":
      return <em key={index}>{inline.children.map(drawInline)}</em>;
    case "link":
      return (
        <a key={index} href={inline.href} className="link" rel="noopener noreferrer nofollow">
          {inline.children.length > 0 ? inline.children.map(drawInline) : inline.href}
        </a>
      );
  }
}
