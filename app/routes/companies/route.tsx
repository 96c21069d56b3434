import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/access/policy";
import { requireUser } from "~/http/guards";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { countryName } from "~/routes/company/countries";
import { industryLabel } from "~/routes/company/industries";
import { SampleNotice } from "~/routes/company/sample-notice";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readPortfolio } from "~/use-cases/portfolio";
import { CompanyTable } from "./company-table";
import { ReleasedList } from "./released-list";
import { readSort, sortRows } from "./sort-rows";

export const meta: MetaFunction = (args) => titled(m.nav_companies(), args);

/** Staff see every company; people of a company see theirs, and go straight to it where it is the only one. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireUser(args);
  const staff = can(context.actor, "company:manage", context.scope);
  const rows = readPortfolio(context, staff).map((row) => ({
    ...row,
    industry: industryLabel(row.company.industry),
    country: countryName(row.company.country),
  }));
  const [only] = rows;
  if (!staff && only && rows.length === 1) return redirect(`/companies/${only.company.id}`);
  const sort = readSort(new URL(args.request.url).searchParams.get("sort"));
  const { compare } = new Intl.Collator(getLocale());
  return { staff, sort, rows: sortRows(rows, sort, compare) };
}

export default function Companies() {
  const { staff, rows, sort } = useLoaderData<typeof loader>();
  if (!staff) return <MyCompanies rows={rows} />;
  const sample = rows.find(({ company }) => company.sample);
  return (
    <>
      <PageHeader
        title={m.nav_companies()}
        meta={rows.length > 0 ? m.consultant_companies_count({ count: rows.length }) : undefined}
        actions={
          rows.length > 0 ? <ButtonLink href="/companies/new">{m.consultant_company_new()}</ButtonLink> : null
        }
      />
      {rows.length > 0 ? <CompanyTable rows={rows} sort={sort} /> : <FirstUse />}
      {sample ? <SampleNotice companyId={sample.company.id} className="mt-8 w-fit" /> : null}
    </>
  );
}

function FirstUse() {
  return (
    <EmptyState
      title={m.consultant_companies_empty_title()}
      action={<ButtonLink href="/companies/new">{m.consultant_company_new()}</ButtonLink>}
    >
      {m.consultant_companies_empty_body()}
    </EmptyState>
  );
}

function MyCompanies({ rows }: { rows: ReturnType<typeof useLoaderData<typeof loader>>["rows"] }) {
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={m.consultant_my_companies()} lead={m.consultant_my_companies_lead()} />
      {rows.length > 0 ? (
        <ReleasedList rows={rows} />
      ) : (
        <EmptyState title={m.consultant_my_companies_empty_title()}>
          {m.consultant_my_companies_empty_body()}
        </EmptyState>
      )}
    </div>
  );
}
