import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Link } from "~/ui/link";
import { SelectField } from "~/ui/select-field";
import { ACTIONS, actionLabel } from "./actions";
import type { FilterText } from "./filter";

type FilterFormProps = { chosen: FilterText; people: { id: string; name: string }[] };

/** Which events to show. What was chosen by following a link is offered too, even when it is not in the lists. */
export function FilterForm({ chosen, people }: FilterFormProps) {
  const actions = [
    { value: "", label: m.privacy_audit_filter_all_actions() },
    ...ACTIONS.map((value) => ({ value, label: actionLabel(value) })),
  ];
  const persons = [
    { value: "", label: m.privacy_audit_filter_all_people() },
    ...people.map(({ id, name }) => ({ value: `user:${id}`, label: name })),
    { value: "assessor", label: m.privacy_actor_assessors() },
    { value: "visitor", label: m.privacy_actor_visitor() },
    { value: "system", label: m.privacy_actor_system() },
  ];
  const unlisted = m.privacy_audit_filter_selected({ id: chosen.person.replace(/^.*:/, "").slice(0, 8) });
  return (
    <Form
      method="get"
      className="mb-8 grid gap-5 sm:grid-cols-[minmax(0,20rem)_minmax(0,16rem)_auto_1fr] sm:items-end sm:gap-4"
    >
      <div>
        <SelectField
          key={chosen.action}
          name="action"
          className="grid-cols-1"
          label={m.privacy_audit_filter_action()}
          options={withChosen(actions, chosen.action, chosen.action)}
          defaultValue={chosen.action}
        />
      </div>
      <div>
        <SelectField
          key={chosen.person}
          name="person"
          className="grid-cols-1"
          label={m.privacy_audit_filter_person()}
          options={withChosen(persons, chosen.person, unlisted)}
          defaultValue={chosen.person}
        />
      </div>
      <div>
        <Button variant="secondary">{m.privacy_audit_filter_button()}</Button>
      </div>
      {chosen.action || chosen.person ? (
        <Link href="/audit" className="link sm:py-2.5">
          {m.privacy_audit_filter_clear()}
        </Link>
      ) : null}
    </Form>
  );
}

function withChosen(options: { value: string; label: string }[], value: string, label: string) {
  return options.some((option) => option.value === value) ? options : [...options, { value, label }];
}
