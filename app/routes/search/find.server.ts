import { can } from "~/access/policy";
import type { RequestArgs } from "~/http/context";
import { requireUser } from "~/http/guards";
import { formatShortDate } from "~/i18n/format";
import { search } from "~/use-cases/search";

/** Something found, and where it is. */
export type Hit = { href: string; title: string; about: string };

/** What the address asks for (`?q=`), as somebody signed in may find it. */
export async function find(args: RequestArgs): Promise<{ q: string; companies: Hit[]; assessments: Hit[] }> {
  const { context } = await requireUser(args);
  const live = can(context.actor, "assessment:manage", context.scope);
  const q = new URL(args.request.url).searchParams.get("q") ?? "";
  const found = search(context, q, live);
  return {
    q,
    companies: found.companies.map(({ id, name }) => ({ href: `/companies/${id}`, title: name, about: "" })),
    assessments: found.assessments.map(({ id, title, asOf, companyName }) => ({
      href: live ? `/assessments/${id}` : `/assessments/${id}/report`,
      ...{ title, about: `${companyName} · ${formatShortDate(asOf)}` },
    })),
  };
}
