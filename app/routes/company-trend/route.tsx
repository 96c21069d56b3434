import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { m } from "~/i18n/messages";
import { TrendExplorer } from "~/report/explorers/trend-explorer";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readCompany } from "~/use-cases/companies";
import { readTrends } from "~/use-cases/read-trend";
import { TrendMeans } from "./trend-means";
import { TrendTable } from "./trend-table";

export const meta: MetaFunction<typeof loader> = (args) =>
  args.data ? titled(m.report_trend_title({ company: args.data.company.name }), args) : [];

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const company = orNotFound(readCompany(visit.context, args.params.companyId ?? ""));
  permit(visit, "report:read-published", { companyId: company.id });
  const live = seesLive(visit, { companyId: company.id });
  const trends = readTrends(visit.context, company.id, { live, locale: args.context.locale });
  return { company: { id: company.id, name: company.name }, trends };
}

export default function CompanyTrend() {
  const { company, trends } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${company.id}`, label: company.name },
        ]}
        kicker={m.report_trend_kicker()}
        title={company.name}
        lead={m.report_trend_lead()}
      />
      {trends.length === 0 ? (
        <EmptyState title={m.report_trend_none_title()}>{m.report_trend_none_body()}</EmptyState>
      ) : null}
      <div className="grid gap-16">
        {trends.map((trend) => {
          const { key, version, name } = trend.rubric;
          return (
            <section key={`${key} ${version}`} className="grid gap-8">
              <h2>{m.report_rubric_version({ name, version })}</h2>
              <TrendTable trend={trend} />
              <TrendMeans trend={trend} />
              {trend.points.length > 1 ? (
                <TrendExplorer trend={trend} />
              ) : (
                <p className="max-w-measure text-ink-muted">{m.report_trend_one()}</p>
              )}
            </section>
          );
        })}
      </div>
    </>
  );
}
