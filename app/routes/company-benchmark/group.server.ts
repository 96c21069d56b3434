import { INDUSTRIES } from "~/routes/company/industries";
import type { Company } from "~/use-cases/companies";
import { SIZES } from "~/use-cases/companies";
import type { PeerGroup } from "~/use-cases/read-benchmark";

type Asked = Pick<Company, "industry" | "size">;

/**
 * The groups a reader may ask for. Those of the company itself its own people may; any only the staff, who know all
 * companies anyway: with groups of any kind others could be told apart.
 */
export function groupsFor(
  company: Asked,
  staff: boolean,
): { industries: string[]; sizes: Company["size"][] } {
  if (!staff) return { industries: [company.industry], sizes: [company.size] };
  return { industries: [...new Set([...INDUSTRIES, company.industry])], sizes: [...SIZES] };
}

/** The group that an address asks for; what it may not ask for is not asked. */
export function readGroup(query: URLSearchParams, company: Asked, staff: boolean): PeerGroup {
  const { industries, sizes } = groupsFor(company, staff);
  return {
    industry: industries.find((one) => one === query.get("industry")) ?? null,
    size: sizes.find((one) => one === query.get("size")) ?? null,
  };
}
