import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/link";
import type { AuditLine } from "~/use-cases/audit-log";
import { actionLabel } from "./actions";
import { auditHref, writeActor } from "./filter";
import { actorLabel, detailLine, objectLabel } from "./names";

/** The events of one page. A name leads to everything that person did. */
export function AuditTable({ lines }: { lines: AuditLine[] }) {
  return (
    <DataTable caption={m.privacy_audit_title()} captionHidden stickyFirstColumn={false}>
      <thead>
        <tr>
          <th scope="col">{m.privacy_audit_when()}</th>
          <th scope="col">{m.privacy_audit_who()}</th>
          <th scope="col">{m.privacy_audit_what()}</th>
          <th scope="col">{m.privacy_audit_object()}</th>
          <th scope="col">{m.privacy_audit_where()}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className="tabular min-w-36">{formatMoment(line.at)}</td>
            <td className="min-w-32">
              <Who actor={line.actor} />
            </td>
            <th scope="row" className="min-w-48">
              {actionLabel(line.action)}
              <Detail text={detailLine(line.detail)} />
            </th>
            <td className="min-w-48">
              {line.object.name ?? objectLabel(line.object.kind)}
              <Detail
                text={line.object.name === null ? (line.object.id ?? "") : objectLabel(line.object.kind)}
              />
            </td>
            <td className="tabular whitespace-nowrap">{line.network ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Who({ actor }: { actor: AuditLine["actor"] }) {
  if (actor.id === null || actor.kind === "system") return actorLabel(actor);
  return (
    <Link href={auditHref({ action: "", person: writeActor(actor) })} className="link">
      {actorLabel(actor)}
    </Link>
  );
}

function Detail({ text }: { text: string }) {
  return text === "" ? null : (
    <span className="block max-w-64 text-sm font-normal break-words text-ink-muted">{text}</span>
  );
}
