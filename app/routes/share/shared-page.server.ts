import type { LoaderFunctionArgs } from "@remix-run/node";
import { showBrand } from "~/http/brand";
import { drawnBeside } from "~/http/drawn";
import { visitorContext } from "~/http/guards";
import { noteDeadLink } from "~/http/personal-link";
import { localDate } from "~/i18n/format";
import { readable } from "~/report/exports/for-others";
import { asPublished } from "~/use-cases/outcome";
import { readReportFacts } from "~/use-cases/report-facts";
import { noteOpened } from "~/use-cases/share-links";
import { renderReport } from "../assessment-report/render-report.server";
import { isOpening, readDoor, sharePath } from "./shared.server";

/**
 * What a link shows. dead: nothing, whatever killed it, and no word of what it led to. locked: the passphrase is asked
 * for first, and whose report it is is not told before. away: there is no publication to be read now.
 */
export type SharedPage =
  | { kind: "dead" | "locked" | "away" }
  | { kind: "report"; html: string | null; company: string; asOf: string; until: string };

export async function readSharedPage(args: LoaderFunctionArgs): Promise<SharedPage> {
  const door = noteDeadLink(args, await readDoor(args));
  if (!door) return { kind: "dead" };
  const { context, assessment, link } = door.shared;
  showBrand(args, context.scope.workspaceId);
  if (!door.open) return { kind: "locked" };
  const { locale } = args.context;
  // As the company's readers see it.
  const facts = readReportFacts(context, assessment, { live: false, locale });
  if (!facts) return { kind: "away" };
  if (isOpening(args.request)) noteOpened(visitorContext(args), link.id);
  const why = new URL(args.request.url).searchParams.get("why");
  const html = renderReport(context, facts, why, { shared: true, files: sharePath(args.params.token) });
  const { companyName: company, asOf } = asPublished(assessment, facts);
  return {
    kind: "report",
    html: drawnBeside(args, html),
    ...{ company: readable(company), asOf },
    until: localDate(link.expiresAt),
  };
}
