import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/download";
import { notFound, requireAssessor } from "~/http/guards";
import { Refusal } from "~/use-cases/errors";
import { readOwnFile } from "~/use-cases/evidence";

/** A file for the assessor who sent it. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  try {
    return attachment(await readOwnFile(context, args.params.evidenceId ?? ""));
  } catch (error) {
    throw error instanceof Refusal ? notFound() : error;
  }
}
