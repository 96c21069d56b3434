import { useEffect, useRef } from "react";
import { m } from "~/i18n/messages";

/** The texts as they will look, above the buttons; it takes the focus when it appears. */
export function Preview({ html }: { html: string | null }) {
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another preview takes the focus again
  useEffect(() => box.current?.focus(), [html]);
  if (html === null) return null;
  return (
    <section
      ref={box}
      id="preview"
      tabIndex={-1}
      aria-labelledby="preview-title"
      className="mt-8 grid gap-6 border-t-2 border-ink pt-5 outline-offset-8"
    >
      <h2 id="preview-title">{m.texts_preview_title()}</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React on the server, which escapes every text */}
      <div className="grid gap-8" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
