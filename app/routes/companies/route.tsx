import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/access/policy";
import { requireUser } from "~/http/guards";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { SampleNotice } from "~/routes/company/sample-notice";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { LevelChip } from "~/ui/level-chip";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readPortfolio } from "~/use-cases/portfolio";
import { Filters } from "./filters";
import { Measures } from "./measures";
import { Pages } from "./pages";
import "./portfolio.css";
import { PortfolioTable } from "./portfolio-table";
import { type PortfolioView, portfolioView } from "./portfolio-view.server";
import { readView } from "./read-view.server";
import { ReleasedList } from "./released-list";
import { isFiltered } from "./view-address";

export const meta: MetaFunction = (args) => titled(m.nav_companies(), args);

/** Staff see every company; people of a company see theirs, and go straight to it where it is the only one. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireUser(args);
  const staff = can(context.actor, "company:manage", context.scope);
  const view = readView(new URL(args.request.url).searchParams);
  const portfolio = portfolioView(readPortfolio(context, view, staff), getLocale());
  const [only] = portfolio.rows;
  if (!staff && only && portfolio.total === 1) return redirect(`/companies/${only.id}`);
  return { staff, view, portfolio };
}

export default function Companies() {
  const { staff, view, portfolio } = useLoaderData<typeof loader>();
  const { rows, total, page, pages } = portfolio;
  if (!staff) return <MyCompanies portfolio={portfolio} />;
  const sample = rows.find((row) => row.sample);
  const filtered = isFiltered(view);
  const first = total === 0 && !filtered;
  return (
    <>
      <PageHeader
        title={m.nav_companies()}
        meta={first ? undefined : m.consultant_companies_count({ count: total })}
        actions={
          first ? null : (
            <>
              <ButtonLink href="/templates" variant="secondary">
                {m.waves_templates()}
              </ButtonLink>
              <ButtonLink href="/companies/side-by-side" variant="secondary">
                {m.compare_side_link()}
              </ButtonLink>
              <ButtonLink href="/companies/new">{m.consultant_company_new()}</ButtonLink>
            </>
          )
        }
      />
      {first ? null : <Filters view={view} choices={portfolio.choices} />}
      {first ? null : <Measures view={view} portfolio={portfolio} />}
      <Key names={portfolio.names} />
      {rows.length > 0 ? (
        <PortfolioTable view={view} portfolio={portfolio} />
      ) : (
        <Nothing filtered={filtered} />
      )}
      <Pages view={view} page={page} pages={pages} />
      {sample ? <SampleNotice companyId={sample.id} className="mt-8 w-fit" /> : null}
    </>
  );
}

/** What the numbers in the squares are called. */
function Key({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <ul className="portfolio-key" aria-label={m.portfolio_key()}>
      {names.map((name, index) => (
        <li key={name}>
          <LevelChip size="small" level={index + 1} levels={names.length} name={name} />
        </li>
      ))}
    </ul>
  );
}

/** Either there is no company yet, or none that the filter leaves. */
function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) return <EmptyState title={m.portfolio_none_title()}>{m.portfolio_none_body()}</EmptyState>;
  return (
    <EmptyState
      title={m.consultant_companies_empty_title()}
      action={<ButtonLink href="/companies/new">{m.consultant_company_new()}</ButtonLink>}
    >
      {m.consultant_companies_empty_body()}
    </EmptyState>
  );
}

function MyCompanies({ portfolio }: { portfolio: PortfolioView }) {
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={m.consultant_my_companies()} lead={m.consultant_my_companies_lead()} />
      {portfolio.rows.length > 0 ? (
        <ReleasedList portfolio={portfolio} />
      ) : (
        <EmptyState title={m.consultant_my_companies_empty_title()}>
          {m.consultant_my_companies_empty_body()}
        </EmptyState>
      )}
    </div>
  );
}
