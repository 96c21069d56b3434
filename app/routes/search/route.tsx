import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { find, type Hit } from "./find.server";

export const meta: MetaFunction = (args) => titled(m.search_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  return find(args);
}

/** Search as a page of its own: what the command palette finds, without needing it. */
export default function Search() {
  const { q, companies, assessments } = useLoaderData<typeof loader>();
  const nothing = q.trim() !== "" && companies.length + assessments.length === 0;
  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <PageHeader title={m.search_title()} lead={m.search_lead()} />
      <Form method="get" role="search" className="flex flex-wrap gap-3">
        <input
          name="q"
          type="search"
          aria-label={m.search_title()}
          className="control min-w-0 flex-1"
          defaultValue={q}
          key={q}
        />
        <Button>{m.search_button()}</Button>
      </Form>
      {nothing ? <EmptyState title={m.search_nothing({ q })}>{m.search_nothing_body()}</EmptyState> : null}
      <Hits title={m.nav_companies()} hits={companies} />
      <Hits title={m.search_assessments()} hits={assessments} />
    </div>
  );
}

function Hits({ title, hits }: { title: string; hits: Hit[] }) {
  if (hits.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-lg">{title}</h2>
      <ul className="border-t border-line">
        {hits.map((hit) => (
          <li key={hit.href} className="border-b border-line py-2.5">
            <Link href={hit.href} className="link font-semibold">
              {hit.title}
            </Link>
            {hit.about ? <span className="block text-sm text-ink-muted">{hit.about}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
