import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/download";
import { notFound } from "~/http/guards";
import { requireManagedCompany } from "~/routes/company/managed";
import { readFile } from "~/use-cases/company-files";
import { Refusal } from "~/use-cases/errors";

/** A file of a company, for saving. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  try {
    return attachment(await readFile(visit.context, company.id, args.params.companyFileId ?? ""));
  } catch (error) {
    throw error instanceof Refusal ? notFound() : error;
  }
}
