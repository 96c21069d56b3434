import { randomBytes } from "node:crypto";
import { htmlText } from "./html-text";
import { lengthOf, type Part, Piece } from "./piece";
import { scriptText } from "./script-text";

/** Digits that no page holds by chance: nobody outside this process ever sees them. */
const SECRET = BigInt(`0x${randomBytes(15).toString("hex")}`).toString();
/** Enough of it to tell that there was a slot. */
const TRACE = SECRET.slice(0, 8);
/** No address can carry the bars as they are: a slot that went through an encoding is no slot any more. */
const SLOT = new RegExp(`¦${SECRET}([a-zA-Z]+)¦`);

/** What stands in a page that is drawn where each answer has a text of its own; `name` is of letters only. */
export const slot = (name: string) => `¦${SECRET}${name}¦`;

/** How a text stands where its slot was: as HTML that is there already, as text of HTML, or in the script of the data. */
type Where = "markup" | "text" | "script";
type Slotted = Piece | { name: string; where: Where };

/** A page as React has written it, and the script that hands its data over. */
export type DrawnPage = { html: string; script: string };

/** A drawn page as the parts between its slots. */
export type PageTemplate = {
  parts: Slotted[];
  /** Bytes of all that is not a slot. */
  size: number;
  /** Whether every slot is still one: what a page cuts, encodes or writes in capitals cannot be filled in any more. */
  whole: boolean;
};

/** Which slots a page may have, and what is put there. */
export type SlotNames = Readonly<Record<string, "markup" | "text">>;

/** Takes a page apart. */
export function templateOf({ html, script }: DrawnPage, names: SlotNames): PageTemplate {
  const ofHtml = (name: string) => names[name] ?? "text";
  const parts = [...partsOf(html, ofHtml), ...partsOf(script, () => "script")];
  const texts = parts.flatMap((part) => ("bytes" in part ? [part.bytes] : []));
  const size = lengthOf(texts);
  const known = parts.every((part) => "bytes" in part || part.name in names);
  return { parts, size, whole: known && texts.every((bytes) => !bytes.includes(TRACE)) };
}

/** What is split at a pattern with a group has the group's text at every second place. */
function partsOf(text: string, where: (name: string) => Where): Slotted[] {
  return text
    .split(SLOT)
    .map((part, index) => (index % 2 === 0 ? new Piece(part) : { name: part, where: where(part) }));
}

/** The page with these texts in its slots; one without a text stays empty. */
export function fill({ parts }: PageTemplate, texts: Record<string, string | Piece>): Part[] {
  return parts.map((part) => {
    if ("bytes" in part) return part;
    const text = texts[part.name] ?? "";
    return typeof text === "string" ? Buffer.from(escaped(text, part.where)) : text;
  });
}

function escaped(text: string, where: Where): string {
  if (where === "markup") return text;
  return where === "text" ? htmlText(text) : inData(text);
}

/** A text within the data, which are JSON and stand as a string of JSON in the script. */
function inData(text: string): string {
  return scriptText(inQuotes(text)).slice(1, -1);
}

const inQuotes = (text: string) => JSON.stringify(text).slice(1, -1);
