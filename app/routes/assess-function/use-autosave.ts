import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { type Fields, fieldsOf, isUnsent, standing } from "../assess-layout/outbox";
import { flush, keep } from "../assess-layout/outbox-store";
import { useOutbox } from "../assess-layout/use-outbox";
import { newKey } from "./client-save";
import { type Save, sameFields, typedOf } from "./fields";
import type { FunctionView } from "./function-view.server";

/**
 * Keeps every change of the form on this device and sends it. What an earlier visit left unsent, or what was saved
 * since the page was kept for the time without a connection, comes back as `restored`.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, view: FunctionView) {
  const functionKey = view.task.key;
  const state = useOutbox();
  const [page, setPage] = useState<Save>(view.save);
  const [restored, setRestored] = useState<Fields | null>(null);
  const started = useRef(false);
  const entry = state.entries.find(({ id }) => id === page.key);

  const note = (when: "now" | "soon") => {
    if (!form.current) return;
    const draft = { key: newKey(), fields: typedOf(new FormData(form.current)) };
    const { key: id, base, round } = page;
    keep({ id, base: entry?.base ?? base, round, functionKey, draft }, when);
  };

  // Once, as soon as it is known who sits here.
  useEffect(() => {
    if (!state.open || started.current || !form.current) return;
    started.current = true;
    const typed = typedOf(new FormData(form.current));
    const touched = !sameFields(typed, view.saved);
    const found = standing(state.entries, functionKey, view.save.round);
    // What was chosen here before this ran is not overwritten by what another tab has saved: the server asks.
    if (found && (isUnsent(found) || (!touched && found.base > view.save.base))) {
      setPage({ key: found.id, base: found.base, round: found.round });
      if (!sameFields(fieldsOf(found), typed)) setRestored(fieldsOf(found));
    } else if (touched) note("now");
  });

  // Leaving by a link is no reason to wait until the pause after typing is over.
  useEffect(() => () => void flush(), []);

  return {
    restored,
    entry,
    state,
    save: { ...page, base: entry?.base ?? page.base },
    onChange: ({ target }: FormEvent) => note((target as HTMLInputElement).type === "radio" ? "now" : "soon"),
    onBlur: () => void flush(),
  };
}
