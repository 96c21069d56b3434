import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { attachment } from "~/http/download";
import { notFound } from "~/http/guards";
import { Refusal } from "~/use-cases/errors";
import { readEvidenceFile } from "~/use-cases/evidence";
import { requireManagedAssessment } from "../assessment/managed";

/** A file of the panel, for those who manage the assessment. Posted, because it is written down that it was opened. */
export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  try {
    return attachment(await readEvidenceFile(visit.context, assessment.id, args.params.fileId ?? ""));
  } catch (error) {
    throw error instanceof Refusal ? notFound() : error;
  }
}

export async function loader(args: LoaderFunctionArgs) {
  const { assessment } = await requireManagedAssessment(args);
  return redirect(`/assessments/${assessment.id}/evidence`);
}
