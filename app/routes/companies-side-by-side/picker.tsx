import { Form } from "@remix-run/react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import type { Pickable } from "~/use-cases/side-by-side";

type PickerProps = { search: string; chosen: Pickable[]; found: Pickable[]; more: boolean; most: number };

/** Which companies: those ticked stay so while others are searched for. */
export function Picker({ search, chosen, found, more, most }: PickerProps) {
  const key = `${search} ${chosen.map(({ id }) => id).join(" ")}`;
  return (
    <Form method="get" className="side-picker print-hidden" key={key}>
      <div className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1">
          <span className="text-sm font-semibold">{m.compare_side_search()}</span>
          <input name="search" type="search" className="control control-full" defaultValue={search} />
        </label>
        <Button variant="secondary">{m.compare_side_find()}</Button>
      </div>
      <fieldset className="min-w-0">
        <legend className="field-label">{m.compare_side_choose({ most })}</legend>
        {chosen.length + found.length === 0 ? (
          <p className="text-ink-muted">{m.compare_side_nothing()}</p>
        ) : (
          <div className="side-choices">
            {chosen.map((company) => (
              <Choice key={company.id} company={company} checked />
            ))}
            {found.map((company) => (
              <Choice key={company.id} company={company} />
            ))}
          </div>
        )}
        {more ? <p className="mt-2 text-ink-muted">{m.compare_side_more()}</p> : null}
      </fieldset>
      <Button>{m.report_compare_choose()}</Button>
    </Form>
  );
}

function Choice({ company: { id, name, asOf }, checked = false }: { company: Pickable; checked?: boolean }) {
  return (
    <div className="choice">
      <input
        type="checkbox"
        name="c"
        value={id}
        id={`company-${id}`}
        defaultChecked={checked}
        disabled={asOf === null && !checked}
        aria-describedby={`company-${id}-about`}
      />
      <label htmlFor={`company-${id}`}>{name}</label>
      <div id={`company-${id}-about`} className="choice-hint">
        {asOf === null ? m.portfolio_nothing_published() : m.consultant_as_of({ date: formatDate(asOf) })}
      </div>
    </div>
  );
}
