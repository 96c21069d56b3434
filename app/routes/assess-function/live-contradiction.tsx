import { useEffect, useRef, useState } from "react";
import { fieldId } from "~/ui/form-errors";
import { Contradiction } from "../assess-layout/contradiction";
import type { TaskView } from "../assess-layout/views.server";
import { indicatorField } from "./fields";

export type Given = Record<string, unknown>;

/** The indicators that the chosen level includes and that are answered "not met", as the form stands. */
export function contradictingTexts(indicators: TaskView["indicators"], given: Given): string[] {
  return indicators
    .filter(({ key, level }) => level <= Number(given.level) && given[indicatorField(key)] === "not-met")
    .map(({ text }) => text);
}

/**
 * The contradiction between level and indicators as somebody chooses; without JavaScript, as the form was last sent.
 * It stands below both, so that nothing moves under the finger, and is read out when it appears.
 */
export function LiveContradiction({
  indicators,
  values,
}: {
  indicators: TaskView["indicators"];
  values: Given;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [given, setGiven] = useState(values);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const read = () => setGiven(Object.fromEntries(new FormData(form)));
    // Once at the start: a browser may have put back what was chosen before the page ran.
    read();
    form.addEventListener("change", read);
    return () => form.removeEventListener("change", read);
  }, []);
  return (
    <div ref={box} role="status" className="not-empty:mt-4">
      <Contradiction
        level={Number(given.level) || null}
        texts={contradictingTexts(indicators, given)}
        explainHref={`#${fieldId("rationale")}`}
      />
    </div>
  );
}
