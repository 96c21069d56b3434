import type { LoaderFunctionArgs } from "@remix-run/node";
import { download, tooMany } from "~/http/download";
import { notFound, orNotFound, permit, requireUser, seesLive } from "~/http/guards";
import { noteDownload } from "~/http/note-download";
import { consume } from "~/http/rate-limit";
import { wantedVersion } from "~/routes/assessment-export/wanted-version";
import { signingKey } from "~/signing-key.server";
import { readAssessment } from "~/use-cases/assessments";
import { makeBundle } from "~/use-cases/make-bundle";
import { version as generator } from "../../../package.json";

/**
 * The result as a signed bundle that can be computed again anywhere. Consultants get each assessor's judgments together,
 * or with `?judgments=unlinked` the same as the company's readers: those of each function by themselves.
 */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const assessment = orNotFound(readAssessment(visit.context, args.params.assessmentId ?? ""));
  permit(visit, "report:read-published", { companyId: assessment.companyId });
  const wait = await consume(args, ["export:account"], visit.context.actor.userId);
  if (wait !== null) throw tooMany(wait);
  const live = seesLive(visit, assessment);
  const linked = live && new URL(args.request.url).searchParams.get("judgments") !== "unlinked";
  const key = signingKey(args.context.services.env.DATA_DIR);
  const version = wantedVersion(args.request);
  const bundle = makeBundle(visit.context, assessment, { live, linked, version, key, generator });
  if (!bundle || bundle.empty) throw notFound();
  noteDownload(args, visit, assessment.id, "bundle");
  return download(`${bundle.name}.json`, "application/json", bundle.text);
}
