import { m } from "~/i18n/messages";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/link";
import { StatusTag } from "~/ui/status-tag";

type State = "present" | "removed" | "erased";

type PersonsTableProps = {
  assessmentId: string;
  /** An erased person has no address any more. */
  persons: { id: string; name: string; email: string | null; state: State }[];
};

/** Everybody in a panel, with the way to erase those who are not erased yet. */
export function PersonsTable({ assessmentId, persons }: PersonsTableProps) {
  return (
    <DataTable caption={m.privacy_panel_title()} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.privacy_panel_name()}</th>
          <th scope="col">{m.privacy_panel_email()}</th>
          <th scope="col">{m.privacy_panel_state()}</th>
          <th scope="col">
            <span className="sr-only">{m.privacy_panel_actions()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {persons.map(({ id, name, email, state }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{email ?? "–"}</td>
            <td>
              <StateTag state={state} />
            </td>
            <td className="whitespace-nowrap">
              {state === "erased" ? null : (
                <Link href={`/assessments/${assessmentId}/personal-data/${id}`} className="link">
                  {m.privacy_panel_erase()}
                  <span className="sr-only"> {name}</span>
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function StateTag({ state }: { state: State }) {
  if (state === "present") return <StatusTag tone="progress">{m.privacy_panel_present()}</StatusTag>;
  if (state === "removed") return <StatusTag>{m.privacy_panel_removed()}</StatusTag>;
  return <StatusTag tone="done">{m.privacy_panel_erased()}</StatusTag>;
}
