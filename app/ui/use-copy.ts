import { type RefObject, useEffect, useState } from "react";

/**
 * Copying a text to the clipboard. `copy` is null until JavaScript runs: there is then no button to draw, and the
 * text in `field` can still be selected.
 */
export function useCopy(value: string, field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>) {
  const [hydrated, setHydrated] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setHydrated(true), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // No permission (or no secure connection): leave the text selected, ready for the keyboard.
      field.current?.select();
    }
  }
  return { copied, copy: hydrated ? copy : null };
}
