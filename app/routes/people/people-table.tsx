import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { RowAction } from "~/routes/company/row-action";
import { DataTable } from "~/ui/data-table";
import { StatusTag } from "~/ui/status-tag";
import type { Person } from "~/use-cases/people";

const ROLES = {
  owner: () => m.consultant_role_owner(),
  consultant: () => m.consultant_role_consultant(),
  manager: () => m.consultant_role_manager(),
  viewer: () => m.consultant_role_viewer(),
} satisfies Record<Person["role"], () => string>;

export function roleLabel(role: Person["role"]): string {
  return ROLES[role]();
}

export type PeopleTableProps = {
  caption: string;
  people: Person[];
  /** Whether the person's role can be taken away and a new link made for them. */
  manageable: (person: Person) => boolean;
};

/** People with access: who, in what role, whether they have a password yet, and what can be done. */
export function PeopleTable({ caption, people, manageable }: PeopleTableProps) {
  return (
    <DataTable caption={caption} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.consultant_person_name()}</th>
          <th scope="col">{m.consultant_person_email()}</th>
          <th scope="col">{m.consultant_person_role()}</th>
          <th scope="col">{m.consultant_state()}</th>
          <th scope="col">
            <span className="sr-only">{m.consultant_actions()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.membershipId}>
            <th scope="row">{person.name}</th>
            <td>{person.email}</td>
            <td>{roleLabel(person.role)}</td>
            <td>
              {person.active ? (
                <StatusTag tone="done">{m.consultant_person_active()}</StatusTag>
              ) : (
                <StatusTag tone="attention">{m.consultant_person_waiting()}</StatusTag>
              )}
            </td>
            <td>{manageable(person) ? <PersonActions person={person} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function PersonActions({ person }: { person: Person }) {
  return (
    <Form method="post" className="flex justify-end gap-4 whitespace-nowrap">
      <input type="hidden" name="person" value={person.membershipId} />
      <RowAction name="intent" value="renew" of={person.name}>
        {m.consultant_link_renew()}
      </RowAction>
      <RowAction name="intent" value="remove" of={person.name}>
        {m.consultant_access_remove()}
      </RowAction>
    </Form>
  );
}
