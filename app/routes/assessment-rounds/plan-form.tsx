import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { FieldError } from "~/ui/field";
import { fieldId } from "~/ui/form-errors";
import { RadioField } from "~/ui/radio-field";
import type { RoundsPage } from "./rounds-page.server";

/** Chooses what is judged again. It only asks what would happen: the round is opened by confirming that. */
export function PlanForm({ page, error }: { page: RoundsPage; error?: string[] }) {
  const { functions, next, open, which } = page;
  const byRule = open.length > 0 ? "open" : "some";
  const options = [
    ...(open.length > 0 ? [{ value: "open", label: m.rounds_which_open({ count: open.length }) }] : []),
    { value: "all", label: m.rounds_which_all({ count: functions.length }) },
    { value: "some", label: m.rounds_which_some() },
  ];
  const chosen = options.find(({ value }) => value === which)?.value ?? byRule;
  return (
    <section aria-labelledby="next-round" className="max-w-measure">
      <h2 id="next-round" className="text-xl">
        {m.rounds_next_title({ number: next })}
      </h2>
      <p className="mt-2 text-ink-muted">{m.rounds_next_lead()}</p>
      <Form method="get" className="mt-6" preventScrollReset={false}>
        <RadioField name="which" label={m.rounds_which()} options={options} defaultValue={chosen} />
        {/* Shown once it is asked for; a browser that does not know :has() shows it always. */}
        <div className="[form:not(:has([name=which][value=some]:checked))_&]:hidden">
          <Ticks page={page} error={error} />
        </div>
        <Button variant="secondary" className="mt-2">
          {m.rounds_plan()}
        </Button>
      </Form>
    </section>
  );
}

function Ticks({ page, error }: { page: RoundsPage; error?: string[] }) {
  const { functions, open, ticked } = page;
  const id = fieldId("fn");
  const wanted = ticked.length > 0 ? ticked : open;
  return (
    <fieldset className="field mt-0! ml-9">
      <legend className="field-label">{m.rounds_which_list()}</legend>
      <FieldError id={id} error={error} />
      <div className="choices">
        {functions.map(({ key, name }, index) => {
          const own = index === 0 ? id : `${id}-${key}`;
          return (
            <div key={key} className="choice">
              <input type="checkbox" id={own} name="fn" value={key} defaultChecked={wanted.includes(key)} />
              <label htmlFor={own}>{name}</label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
