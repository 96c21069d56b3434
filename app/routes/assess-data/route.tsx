import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAssessor } from "~/http/guards";
import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readOwnRetention } from "~/use-cases/personal-data";

export const meta: MetaFunction = (args) => titled(m.privacy_assess_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  return readOwnRetention(context);
}

/** An assessor's own data: take them along, how long they are kept, whom to ask to erase them. */
export default function AssessorData() {
  const { company, until, months } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href="/assess" />
      <PageHeader
        title={m.privacy_assess_title()}
        lead={m.privacy_assess_lead({ company })}
        className="mt-4"
      />
      <div className="grid gap-10">
        <section className="grid gap-4 border-t border-line pt-6">
          <h2>{m.privacy_me_export_title()}</h2>
          <p className="max-w-measure">{m.privacy_assess_export_body()}</p>
          <form method="post" action="/assess/data/download">
            <Button variant="secondary">{m.privacy_export_button()}</Button>
          </form>
        </section>
        <section className="grid gap-4 border-t border-line pt-6">
          <h2>{m.privacy_assess_kept_title()}</h2>
          <p className="max-w-measure">{keptFor(until, months)}</p>
        </section>
        <section className="grid gap-4 border-t border-line pt-6">
          <h2>{m.privacy_assess_erase_title()}</h2>
          <p className="max-w-measure">{m.privacy_assess_erase_body()}</p>
          <p>
            <Link href="/privacy" className="link inline-flex min-h-11 items-center">
              {m.privacy_more()}
            </Link>
          </p>
        </section>
      </div>
    </div>
  );
}

function keptFor(until: Date | null, months: number | null): string {
  if (until) return m.privacy_assess_kept_until({ date: formatMoment(until) });
  return months === null ? m.privacy_assess_kept_always() : m.privacy_assess_kept_months({ months });
}
