import type { LoaderFunctionArgs } from "@remix-run/node";
import { showBrand } from "~/http/brand";
import { visitorContext } from "~/http/guards";
import { noteDeadLink } from "~/http/personal-link";
import { localDate } from "~/i18n/format";
import { forOthers } from "~/report/exports/for-others";
import { readReadings } from "~/use-cases/read-method";
import { readReport } from "~/use-cases/read-report";
import { noteOpened } from "~/use-cases/share-links";
import { renderReport } from "../assessment-report/render-report.server";
import { isOpening, readDoor, sharePath } from "./shared.server";

/**
 * What a link shows. dead: nothing, whatever killed it, and no word of what it led to. locked: the passphrase is asked
 * for first, and whose report it is is not told before. away: there is no publication to be read now.
 */
export type SharedPage =
  | { kind: "dead" | "locked" | "away" }
  | { kind: "report"; html: string; company: string; asOf: string; until: string };

export async function readSharedPage(args: LoaderFunctionArgs): Promise<SharedPage> {
  const door = noteDeadLink(args, await readDoor(args));
  if (!door) return { kind: "dead" };
  const { context, assessment, link } = door.shared;
  showBrand(args, context.scope.workspaceId);
  if (!door.open) return { kind: "locked" };
  const { locale } = args.context;
  // As the company's readers see it, and like a file: nobody named, no small group; of the versions only this one.
  const found = readReport(context, assessment, { live: false, locale });
  if (!found) return { kind: "away" };
  const report = { ...forOthers(found), versions: [] };
  if (isOpening(args.request)) noteOpened(visitorContext(args), link.id);
  const why = new URL(args.request.url).searchParams.get("why");
  const readings = readReadings(["ac2", "krippendorff", "interval"], locale);
  return {
    kind: "report",
    html: renderReport(report, readings, why, { shared: true, files: sharePath(args.params.token) }),
    company: report.company.name,
    asOf: report.assessment.asOf,
    until: localDate(link.expiresAt),
  };
}
