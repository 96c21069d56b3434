import type { RequestArgs } from "~/http/context";
import { orNotFound, permit, requireUser, type Visit } from "~/http/guards";
import { type Company, readCompany } from "~/use-cases/companies";

type Args = RequestArgs & { params: { companyId?: string } };

/** The company of this address for somebody who may manage it; 404 for everybody else. */
export async function requireManagedCompany(args: Args): Promise<{ visit: Visit; company: Company }> {
  const visit = await requireUser(args);
  const company = orNotFound(readCompany(visit.context, orNotFound(args.params.companyId)));
  permit(visit, "company:manage", { companyId: company.id });
  return { visit, company };
}
