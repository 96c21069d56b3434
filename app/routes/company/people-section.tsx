import { m } from "~/i18n/messages";
import { roleLabel } from "~/routes/people/people-table";
import { Link } from "~/ui/link";
import type { Person } from "~/use-cases/people";

/** Who can read what is published of the company, in a narrow column; the full table has its own page. */
export function PeopleSection({ companyId, people }: { companyId: string; people: Person[] }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-base">{m.consultant_people_with_access()}</h2>
      {people.length > 0 ? (
        <ul className="grid gap-2">
          {people.map((person) => (
            <li key={person.membershipId} className="leading-snug">
              <span className="font-semibold">{person.name}</span>
              <span className="block text-sm text-ink-muted">
                {roleLabel(person.role)} · {person.active ? person.email : m.consultant_person_waiting()}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-muted">{m.consultant_people_none()}</p>
      )}
      <p>
        <Link href={`/companies/${companyId}/people`} className="link text-sm font-semibold">
          {people.length > 0 ? m.consultant_people_manage() : m.consultant_people_give()}
        </Link>
      </p>
    </section>
  );
}
