import type { RequestArgs } from "~/http/context";
import { redirectSaying } from "~/http/flash";
import { type FormState, readFields, refuse } from "~/http/form";
import { notFound } from "~/http/guards";
import { sentFile } from "~/http/sent-file";
import { m } from "~/i18n/messages";
import { formatSize } from "~/report/evidence-words";
import { faultMessage } from "~/routes/assess-evidence/refusals.server";
import { addFile, readFiles, removeFile } from "~/use-cases/company-files";
import type { ScopedContext } from "~/use-cases/context";
import { Refusal } from "~/use-cases/errors";
import { FileRefused } from "~/use-cases/write-evidence";

/** Keeps the file that a form brings, or removes the one that it names, and says what was done on the company's page. */
export async function changeFiles(args: RequestArgs, context: ScopedContext, companyId: string) {
  const form = await readFields(args.request);
  const page = `/companies/${companyId}`;
  try {
    if (form.get("intent") === "remove") {
      const id = String(form.get("fileId"));
      const name = readFiles(context, companyId).find((file) => file.id === id)?.fileName ?? "";
      removeFile(context, companyId, id);
      return await redirectSaying(args, page, m.company_file_removed({ name }));
    }
    if (args.context.tooLarge) return again(args, faultMessage("too-large"), 413);
    const sent = await sentFile(form);
    if (!sent) return again(args, m.company_file_missing(), 400);
    await addFile(context, companyId, sent);
    return await redirectSaying(args, page, m.company_file_added({ name: sent.name }));
  } catch (error) {
    return answerRefused(args, error);
  }
}

function answerRefused(args: RequestArgs, error: unknown) {
  if (error instanceof FileRefused) {
    return again(args, faultMessage(error.fault), error.fault === "too-large" ? 413 : 400);
  }
  if (!(error instanceof Refusal)) throw error;
  switch (error.reason) {
    case "not-found":
      throw notFound();
    case "quota":
      return again(args, m.company_file_quota({ left: formatSize(Number(error.detail.left)) }), 400);
    case "not-stored":
      args.context.services.log.error({ code: error.detail.code }, "a file of a company could not be stored");
      return again(args, m.company_file_not_stored(), 507);
    default:
      throw error;
  }
}

function again(args: RequestArgs, message: string, status: number) {
  const state: FormState = { values: {}, errors: { file: [message] } };
  return refuse(args, state, status);
}
