import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { m } from "~/i18n/messages";
import type { NavItem } from "~/ui/site-shell";
import { type Choice, matchActions } from "./palette-choices";

type Found = { companies: Hit[]; assessments: Hit[] };
type Hit = { href: string; title: string; about: string };

export type PaletteProps = { actions: NavItem[]; onClose(): void; onGo(href: string): void };

/** A dialog in which one types where to go: a page, a company, an assessment. A combobox with a list (ARIA 1.2). */
export function Palette({ actions, onClose, onGo }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const found = useFound(text);
  const choices: Choice[] = [
    ...matchActions(actions, text).map((action) => ({ ...action, group: m.search_pages() })),
    ...found.companies.map((hit) => ({ ...hit, group: m.nav_companies() })),
    ...found.assessments.map((hit) => ({ ...hit, group: m.search_assessments() })),
  ];
  const current = choices[Math.min(active, choices.length - 1)];
  useEffect(() => dialog.current?.showModal(), []);

  const go = (choice: Choice | undefined) => {
    if (!choice) return;
    dialog.current?.close();
    onGo(choice.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && choices.length > 0) {
      event.preventDefault();
      setActive((now) => (Math.min(now, choices.length - 1) + step + choices.length) % choices.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      go(current);
    }
  };
  return (
    <dialog ref={dialog} className="palette" aria-label={m.search_title()} onClose={onClose}>
      <input
        type="search"
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current && optionId(listId, current)}
        aria-label={m.search_title()}
        placeholder={m.search_placeholder()}
        className="control control-full"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={m.search_title()} className="palette-list">
        {choices.map((choice, index) => (
          // The keys are on the input, which keeps the focus; a pointer may choose as well.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={choice.href}
            id={optionId(listId, choice)}
            role="option"
            tabIndex={-1}
            aria-selected={choice === current}
            className="palette-option"
            onClick={() => go(choice)}
            onPointerMove={() => setActive(index)}
          >
            <span>{choice.title}</span>
            <span className="text-sm text-ink-muted">{choice.about || choice.group}</span>
          </div>
        ))}
      </div>
      <p role="status" className="px-3 py-2 text-sm text-ink-muted">
        {choices.length === 0 ? m.search_nothing({ q: text }) : m.search_keys()}
      </p>
    </dialog>
  );
}

const optionId = (listId: string, { href }: Choice) => `${listId}-${href}`;

const NOTHING: Found = { companies: [], assessments: [] };

/** What the server finds for the text, a moment after the last letter; the answer to an older text is dropped. */
function useFound(text: string): Found {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (text.trim() === "") {
      setFound(NOTHING);
      return;
    }
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/search.json?q=${encodeURIComponent(text)}`, { signal: gone.signal });
        if (answer.ok) setFound(await answer.json());
      } catch {
        // Left, or without a network: the pages of the list still work.
      }
    }, 120);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [text]);
  return found;
}
