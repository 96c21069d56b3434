/** What a text of a report can be made of. Nothing else ever reaches a page or a file. */

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "strong"; children: Inline[] }
  | { kind: "emphasis"; children: Inline[] }
  /** `href` begins with http:// or https://. */
  | { kind: "link"; href: string; children: Inline[] };

export type Block =
  | { kind: "paragraph"; children: Inline[] }
  /** A numbered list begins with `start`; a list of points has none. */
  | { kind: "list"; start: number | null; items: Block[][] };
