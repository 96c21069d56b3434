import { randomUUID } from "node:crypto";
import { transact } from "#db/client";
import {
  type Company,
  deleteCompany,
  findCompany,
  insertCompany,
  listCompanies,
  updateCompany,
} from "#db/companies";
import { listFiles } from "#db/company-files";
import { listStoredNames } from "#db/evidence";
import { COMPANY_SIZES } from "#db/schema";
import { listTags, replaceTags } from "#db/tags";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { discardFiles } from "./evidence-files";

export type { Company };

/** From the smallest; see the labels where they are shown. */
export const SIZES = COMPANY_SIZES;

export type CompanyInput = Pick<Company, "name" | "industry" | "country" | "size" | "offering"> & {
  /** By which the workspace sorts its companies; without them a company keeps what it has. */
  tags?: string[];
};

/** The companies the actor may see, by name. */
export function readCompanies(context: ScopedContext): Company[] {
  return listCompanies(context.db, context.scope);
}

/** One company, or undefined when there is none such in the actor's reach. */
export function readCompany(context: ScopedContext, id: string): Company | undefined {
  return findCompany(context.db, context.scope, id);
}

/** The tags of a company in reach, by the alphabet. @throws Refusal "not-found" */
export function readTags(context: ScopedContext, id: string): string[] {
  requireCompany(context, id);
  return listTags(context.db, [id]).map(({ tag }) => tag);
}

/** Creates a company and returns its id. */
export function createCompany(context: ScopedContext, input: CompanyInput): string {
  return transact(context.db, () => {
    const id = randomUUID();
    const { workspaceId } = context.scope;
    const { tags = [], ...rest } = input;
    insertCompany(context.db, { ...rest, id, workspaceId, createdAt: context.now });
    replaceTags(context.db, id, tags);
    audit(context, workspaceId, "company.create", { kind: "company", id });
    return id;
  });
}

/** Changes what is known of a company. */
export function editCompany(context: ScopedContext, id: string, input: CompanyInput): void {
  transact(context.db, () => {
    requireCompany(context, id);
    const { tags, ...rest } = input;
    updateCompany(context.db, context.scope, id, rest);
    if (tags) replaceTags(context.db, id, tags);
    audit(context, context.scope.workspaceId, "company.edit", { kind: "company", id });
  });
}

/** Removes a company with its assessments, panels, judgments, notes and files. */
export function removeCompany(context: ScopedContext, id: string): void {
  const files = transact(context.db, () => {
    const company = requireCompany(context, id);
    const kept = listFiles(context.db, id).map(({ storedName }) => storedName);
    const gone = [...listStoredNames(context.db, { companyId: id }), ...kept];
    deleteCompany(context.db, context.scope, id);
    const detail = { sample: company.sample };
    audit(context, context.scope.workspaceId, "company.remove", { kind: "company", id }, detail);
    return gone;
  });
  discardFiles(context, files);
}

/** @throws Refusal "not-found" */
export function requireCompany(context: ScopedContext, id: string): Company {
  const company = findCompany(context.db, context.scope, id);
  if (!company) throw new Refusal("not-found");
  return company;
}
