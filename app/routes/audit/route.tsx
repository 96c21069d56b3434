import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCan } from "~/http/guards";
import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readAuditLog, readAuditPeople } from "~/use-cases/audit-log";
import { AuditTable } from "./audit-table";
import { auditHref, readFilter } from "./filter";
import { FilterForm } from "./filter-form";

export const meta: MetaFunction = (args) => titled(m.privacy_audit_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "workspace:manage");
  const { text, ...filter } = readFilter(args.request.url);
  return {
    ...readAuditLog(context, filter),
    people: readAuditPeople(context),
    chosen: text,
    newest: filter.before === undefined,
  };
}

/** Who did what in the workspace. */
export default function Audit() {
  const { lines, older, people, chosen, newest } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.privacy_audit_title()}
        lead={m.privacy_audit_lead()}
        breadcrumbs={[{ href: "/workspace", label: m.privacy_workspace_title() }]}
        actions={
          // A plain anchor: the browser downloads it, and no script stands in between.
          <a href={auditHref(chosen, null, "/audit/export.csv")} className="button button-secondary" download>
            {m.privacy_audit_export()}
          </a>
        }
      />
      <FilterForm chosen={chosen} people={people} />
      {lines.length === 0 ? (
        <EmptyState title={m.privacy_audit_empty_title()}>{m.privacy_audit_empty_body()}</EmptyState>
      ) : (
        <AuditTable lines={lines} />
      )}
      {newest && older === null ? null : (
        <nav className="mt-6 flex flex-wrap gap-6" aria-label={m.privacy_audit_title()}>
          {newest ? null : (
            <Link href={auditHref(chosen)} className="link py-2">
              {m.privacy_audit_newest()}
            </Link>
          )}
          {older === null ? null : (
            <Link href={auditHref(chosen, older)} className="link py-2">
              {m.privacy_audit_older()}
            </Link>
          )}
        </nav>
      )}
      <Disclosure summary={m.privacy_audit_check_title()} className="mt-10">
        <p className="max-w-measure">{m.privacy_audit_check()}</p>
      </Disclosure>
    </>
  );
}
