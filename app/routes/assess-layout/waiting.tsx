import { useLocation } from "@remix-run/react";
import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { type Entry, fieldsOf, isUnsent } from "./outbox";
import { drop } from "./outbox-store";
import { useOutbox } from "./use-outbox";

type Named = { tasks: { key: string; name: string }[] | null };

/** What has not reached the server, on every page but the question's own, which says so itself. */
export function Waiting({ seat }: { seat: Named | null }) {
  const { pathname } = useLocation();
  const { entries, unreachable } = useOutbox();
  const pageOf = ({ functionKey }: Entry) => `/assess/functions/${functionKey}`;
  const unsent = entries.filter((entry) => isUnsent(entry) && pageOf(entry) !== pathname);
  if (!pathname.startsWith("/assess") || unsent.length === 0) return null;
  const nameOf = ({ functionKey }: Entry) =>
    seat?.tasks?.find(({ key }) => key === functionKey)?.name ?? functionKey;
  const underWay = unsent.filter(({ trouble }) => !trouble).map(nameOf);
  const undecided = unsent.filter(({ trouble }) => trouble === "stale" || trouble === "invalid");
  const refused = unsent.filter((entry) => entry.trouble && !undecided.includes(entry));
  return (
    <div role="status" className="mb-6 grid gap-4 empty:hidden">
      {unreachable && underWay.length > 0 && !pathname.startsWith("/assess/functions/") ? (
        <Notice>{m.saving_waiting({ names: formatList([...new Set(underWay)]) })}</Notice>
      ) : null}
      {undecided.map((entry) => (
        <Notice key={entry.id} tone="attention" title={m.saving_undecided({ name: nameOf(entry) })}>
          <Link href={pageOf(entry)} className="link inline-flex min-h-11 items-center">
            {m.saving_undecided_link()}
          </Link>
        </Notice>
      ))}
      {refused.map((entry) => (
        <Notice key={entry.id} tone="attention" title={m.saving_refused({ name: nameOf(entry) })}>
          <p className="break-words whitespace-pre-line">{fieldsOf(entry).rationale}</p>
          <Button type="button" variant="quiet" onClick={() => drop(entry.id)}>
            {m.saving_refused_erase()}
          </Button>
        </Notice>
      ))}
    </div>
  );
}
