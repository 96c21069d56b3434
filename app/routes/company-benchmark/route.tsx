import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { BenchmarkFigure } from "~/report/figures/benchmark-figure";
import { levelLabel } from "~/report/words";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readCompany } from "~/use-cases/companies";
import { type CompanyBenchmark, readBenchmark } from "~/use-cases/read-benchmark";
import "./benchmark.css";
import { BenchmarkTable } from "./benchmark-table";
import { groupsFor, readGroup } from "./group.server";
import { GroupForm } from "./group-form";

export const meta: MetaFunction<typeof loader> = (args) =>
  args.data ? titled(m.compare_benchmark_title({ company: args.data.company.name }), args) : [];

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const company = orNotFound(readCompany(visit.context, args.params.companyId ?? ""));
  permit(visit, "report:read-published", { companyId: company.id });
  const staff = seesLive(visit, { companyId: company.id });
  const group = readGroup(new URL(args.request.url).searchParams, company, staff);
  const { id, name } = company;
  return {
    company: { id, name },
    group,
    groups: groupsFor(company, staff),
    benchmark: readBenchmark(visit.context, id, { group, locale: args.context.locale }),
  };
}

export default function CompanyBenchmarkPage() {
  const { company, group, groups, benchmark } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${company.id}`, label: company.name },
        ]}
        kicker={m.compare_benchmark()}
        title={company.name}
        lead={m.compare_benchmark_lead()}
      />
      {benchmark ? (
        <div className="grid gap-10">
          <GroupForm group={group} {...groups} />
          <Held benchmark={benchmark} />
        </div>
      ) : (
        <EmptyState title={m.compare_benchmark_none_title()}>{m.compare_benchmark_none_body()}</EmptyState>
      )}
    </>
  );
}

function Held({ benchmark }: { benchmark: CompanyBenchmark }) {
  const { peers, minimum, assessment, levels, functions, typical } = benchmark;
  const { id, title, asOf } = assessment;
  if (peers < minimum) {
    return (
      <Notice
        tone="attention"
        title={m.compare_benchmark_few_title({ count: peers })}
        className="max-w-measure"
      >
        {m.compare_benchmark_few_body({ minimum })}
      </Notice>
    );
  }
  const rows = [...functions, { ...typical, key: "-typical", name: m.report_typical() }];
  return (
    <>
      <p className="-mb-4 text-ink-muted">
        <Link href={`/assessments/${id}/report`} className="link">
          {title}
        </Link>{" "}
        · {m.consultant_as_of({ date: formatDate(asOf) })} · {m.compare_benchmark_count({ count: peers })}
      </p>
      <BenchmarkFigure
        title={m.compare_benchmark_figure()}
        titleHidden
        description={functions.map((row) => spoken(row, levels)).join("; ")}
        items={rows}
        levels={levels}
      />
      <section className="grid gap-5">
        <h2>{m.compare_benchmark_table()}</h2>
        <BenchmarkTable rows={rows} levels={levels} />
        <p className="max-w-measure text-ink-muted">{m.compare_benchmark_reading({ minimum })}</p>
      </section>
    </>
  );
}

function spoken(row: CompanyBenchmark["functions"][number], levels: CompanyBenchmark["levels"]): string {
  const { name, own, median } = row;
  return m.compare_benchmark_item({
    ...{ function: name, own: levelLabel(levels, own), median: levelLabel(levels, median) },
  });
}
