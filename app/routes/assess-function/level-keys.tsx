import { type RefObject, useEffect, useState } from "react";
import { m } from "~/i18n/messages";

const STORED = "selaras-level-keys";
const TYPED_INTO = "textarea, select, input:not([type=radio]), [contenteditable]";

/**
 * The digit keys choose a level (0 is the tenth), except while somebody types. It can be turned off, since people
 * who speak to their computer set such keys off by accident (WCAG 2.1.4).
 */
export function LevelKeys({ form, levels }: { form: RefObject<HTMLFormElement>; levels: number }) {
  // Null until the page runs: what is said here is true only then, but its room is kept.
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => setOn(localStorage.getItem(STORED) !== "off"), []);
  useEffect(() => {
    if (!on) return;
    const choose = (event: KeyboardEvent) => {
      const level = digitOf(event);
      if (level === null) return;
      const radio = form.current?.querySelector<HTMLInputElement>(`[name=level][value="${level}"]`);
      radio?.focus();
      radio?.click();
    };
    document.addEventListener("keydown", choose);
    return () => document.removeEventListener("keydown", choose);
  }, [on, form]);

  function toggle() {
    localStorage.setItem(STORED, on ? "off" : "on");
    setOn(!on);
  }

  return (
    <p
      className={`mb-6 hidden flex-wrap gap-x-2 text-sm text-ink-muted [@media(pointer:fine)_and_(min-width:40rem)]:flex ${on === null ? "invisible" : ""}`}
    >
      {on === false ? m.assess_keys_off() : m.assess_keys_on({ levels })}
      <button type="button" className="link" onClick={toggle}>
        {on === false ? m.assess_keys_turn_on() : m.assess_keys_turn_off()}
      </button>
    </p>
  );
}

function digitOf(event: KeyboardEvent): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return null;
  if (event.target instanceof Element && event.target.closest(TYPED_INTO)) return null;
  return Number(event.key) || 10;
}
