import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, requireCan } from "~/http/guards";
import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { LevelKey } from "~/report/figures/figure-legend";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { Refusal } from "~/use-cases/errors";
import {
  LEAST_COMPANIES,
  MOST_COMPANIES,
  readPickable,
  readSideBySide,
  type SideBySide,
} from "~/use-cases/side-by-side";
import { Picker } from "./picker";
import "./side.css";
import { SideTable } from "./side-table";

/** Companies offered at a time; the others are found by their name. */
const OFFERED = 24;

export const meta: MetaFunction = (args) => titled(m.compare_side_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "company:manage");
  const query = new URL(args.request.url).searchParams;
  const ids = [...new Set(query.getAll("c"))].filter((id) => id !== "");
  const search = query.get("search")?.trim().slice(0, 200) ?? "";
  try {
    const picker = readPickable(context, { search: search || null, chosen: ids, limit: OFFERED });
    const page = { ...picker, search, least: LEAST_COMPANIES, most: MOST_COMPANIES };
    if (ids.length < LEAST_COMPANIES) return { ...page, side: null, refused: null };
    const { side, refused } = sideOrRefusal(() => readSideBySide(context, ids, args.context.locale));
    return data({ ...page, side, refused }, { status: refused ? 409 : 200 });
  } catch (error) {
    if (error instanceof Refusal && error.reason === "not-found") throw notFound();
    throw error;
  }
}

type Refused = { why: string; names: string[] };

function sideOrRefusal(read: () => SideBySide): { side: SideBySide | null; refused: Refused | null } {
  try {
    return { side: read(), refused: null };
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== "not-comparable") throw error;
    const { why, first, second } = error.detail;
    const names = [first, second].flatMap((name) => (name === undefined ? [] : String(name)));
    return { side: null, refused: { why: String(why), names } };
  }
}

const REFUSALS: Record<string, (given: { names: string; most: number }) => string> = {
  many: m.compare_side_refused_many,
  unpublished: m.compare_side_refused_unpublished,
  "other-rubric": m.compare_side_refused_rubric,
  "other-version": m.compare_side_refused_version,
};

export default function SideBySidePage() {
  const { side, refused, most, least, ...picker } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/companies", label: m.nav_companies() }]}
        title={m.compare_side_title()}
        lead={m.compare_side_lead({ least, most })}
      />
      <div className="grid gap-10">
        {side ? (
          <section className="grid gap-5">
            <h2>{m.report_rubric_version({ ...side.rubric })}</h2>
            <SideTable side={side} />
            <LevelKey levels={side.levels} />
          </section>
        ) : null}
        {refused ? (
          <Notice tone="attention" title={m.compare_side_refused_title()} className="max-w-measure">
            {REFUSALS[refused.why]?.({ names: formatList(refused.names), most })}
          </Notice>
        ) : null}
        <Picker {...picker} most={most} />
      </div>
    </>
  );
}
