import type { LoaderFunctionArgs } from "@remix-run/node";
import { downloadBytes, tooMany } from "~/http/download";
import { notFound } from "~/http/guards";
import { noteDeadLink } from "~/http/personal-link";
import { consume } from "~/http/rate-limit";
import { type ReportToWrite, reportToWrite } from "~/routes/assessment-export/require-report";
import { SHARED_FILES } from "~/routes/assessment-report/downloads";
import { readReadings } from "~/use-cases/read-method";
import { readDoor } from "./shared.server";

const OFFICE = "application/vnd.openxmlformats-officedocument";
type Ending = "pdf" | "pptx" | "xlsx";

/** What writes a file is loaded with the first one: together it takes more memory than all the rest of the app. */
const KINDS: Record<
  Ending,
  { type: string; write: (given: ReportToWrite, at: Date) => Promise<Uint8Array> }
> = {
  pdf: {
    type: "application/pdf",
    write: async ({ report, locale, brand }, at) => {
      const { pdfReport } = await import("~/report/exports/pdf/pdf-report");
      return pdfReport({ ...{ report, locale, brand, at }, readings: readingsIn(locale) });
    },
  },
  pptx: {
    type: `${OFFICE}.presentationml.presentation`,
    write: async ({ report, trend, brand, write }) => {
      const { writePptx } = await import("~/report/exports/pptx/write-pptx");
      return write(() => writePptx(report, trend, brand));
    },
  },
  xlsx: {
    type: `${OFFICE}.spreadsheetml.sheet`,
    write: async ({ report, locale, brand, write }) => {
      const { writeXlsx } = await import("~/report/exports/xlsx/write-xlsx");
      return write(() => writeXlsx(report, readingsIn(locale), brand));
    },
  },
};

const readingsIn = (locale: ReportToWrite["locale"]) =>
  readReadings(["ac2", "krippendorff", "interval"], locale);

/** The shared report as a file: the latest publication in the forms in which people read it, and none of its data. */
export async function loader(args: LoaderFunctionArgs) {
  const door = noteDeadLink(args, await readDoor(args));
  const file = SHARED_FILES.find((name) => name === args.params.shareFile);
  if (!door?.open || !file) throw notFound();
  const { link, context, assessment } = door.shared;
  // One address that is refused uses up nothing of what others have.
  const wait =
    (await consume(args, ["share-file:address"])) ?? (await consume(args, ["share-file:link"], link.id));
  if (wait !== null) throw tooMany(wait);
  const given = reportToWrite(args, context, assessment, { live: false, version: null });
  const ending = file.slice("report.".length) as Ending;
  const { type, write } = KINDS[ending];
  const bytes = await write(given, args.context.services.clock());
  await given.note(ending);
  return downloadBytes(`${given.name}.${ending}`, type, bytes);
}
