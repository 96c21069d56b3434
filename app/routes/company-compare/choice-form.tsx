import { Form } from "@remix-run/react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import type { Choice } from "~/use-cases/comparable";

/** Which ones: a form that asks, so that the address says what is compared. `choices` are oldest first. */
export function ChoiceForm({ choices, chosen }: { choices: Choice[]; chosen: string[] }) {
  return (
    // The key gives the boxes their state anew when a link leads to another choice.
    <Form method="get" className="compare-form print-hidden" key={chosen.join(" ")}>
      <fieldset>
        <legend className="field-label">{m.compare_choose()}</legend>
        <div className="compare-choices">
          {choices.map(({ id, title, asOf, rubric }) => (
            <div key={id} className="choice">
              <input
                type="checkbox"
                id={`wave-${id}`}
                name="w"
                value={id}
                defaultChecked={chosen.includes(id)}
                aria-describedby={`wave-${id}-about`}
              />
              <label htmlFor={`wave-${id}`}>{formatDate(asOf)}</label>
              <div id={`wave-${id}-about`} className="choice-hint">
                {title} · {m.report_rubric_version({ name: rubric.name, version: rubric.version })}
              </div>
            </div>
          ))}
        </div>
      </fieldset>
      <Button variant="secondary">{m.report_compare_choose()}</Button>
    </Form>
  );
}
