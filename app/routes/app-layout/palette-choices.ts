import type { NavItem } from "~/ui/site-shell";

export type Choice = { href: string; title: string; about: string; group: string };

/** The pages whose name has every word of the text in it, in any order and case; all of them for an empty text. */
export function matchActions(actions: NavItem[], text: string): Omit<Choice, "group">[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return actions
    .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
    .map(({ href, label }) => ({ href, title: label, about: "" }));
}
