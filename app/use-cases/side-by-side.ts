import { listPortfolio } from "#db/portfolio";
import type { Locale } from "~/i18n/locale";
import { requireCompany } from "./companies";
import { whyIncomparable } from "./comparability";
import type { ScopedContext } from "./context";
import { Refusal } from "./errors";
import { readStanding, type Standing } from "./read-standing";

/** How many named companies fit side by side. */
export const LEAST_COMPANIES = 2;
export const MOST_COMPANIES = 6;

/** A company with what is published of it last. */
export type SideCompany = {
  id: string;
  name: string;
  assessment: Standing["assessment"];
  typical: number | null;
  attained: number | null;
  /** Levels in the order of the functions. */
  levels: (number | null)[];
};

export type SideBySide = {
  rubric: { name: string; version: string };
  levels: { number: number; name: string }[];
  functions: { key: string; name: string }[];
  companies: SideCompany[];
};

/**
 * Named companies beside each other by what is published of them last, in the order given: for those who may see all
 * of them. @throws Refusal "not-found"; "not-comparable" with `why`: "few", "many", "unpublished" (with the name of a
 * `first`), "other-rubric" or "other-version" (with the names of a `first` and a `second`)
 */
export function readSideBySide(context: ScopedContext, companyIds: string[], locale: Locale): SideBySide {
  const ids = [...new Set(companyIds)];
  const companies = ids.map((id) => requireCompany(context, id));
  if (ids.length < LEAST_COMPANIES) throw new Refusal("not-comparable", { why: "few" });
  if (ids.length > MOST_COMPANIES) throw new Refusal("not-comparable", { why: "many" });
  const found = companies.map(({ id, name }) => {
    const standing = readStanding(context, id);
    if (!standing) throw new Refusal("not-comparable", { why: "unpublished", first: name });
    return { id, name, standing };
  });
  const rubric = commonRubric(found);
  return {
    rubric: { name: rubric.name[locale], version: rubric.version },
    levels: rubric.levels.map(({ name }, index) => ({ number: index + 1, name: name[locale] })),
    functions: rubric.functions.map(({ key, name }) => ({ key, name: name[locale] })),
    companies: found.map(({ id, name, standing: { assessment, typical, attained, levels } }) => ({
      ...{ id, name, assessment, typical, attained },
      levels: rubric.functions.map(({ key }) => levels[key] ?? null),
    })),
  };
}

function commonRubric(found: { name: string; standing: Standing }[]) {
  const [first, ...others] = found;
  if (!first) throw new Refusal("not-comparable", { why: "few" });
  const measure = ({ standing: { rubric } }: { standing: Standing }) => ({
    rubricKey: rubric.key,
    rubricVersion: rubric.version,
  });
  for (const second of others) {
    const why = whyIncomparable(measure(first), measure(second));
    if (why) throw new Refusal("not-comparable", { why, first: first.name, second: second.name });
  }
  return first.standing.rubric;
}

/** A company that can be chosen; `asOf` is null while nothing of it is published. */
export type Pickable = { id: string; name: string; asOf: string | null };

/** Companies found by a part of their name, and those chosen already, by name. At most `limit` are found. */
export function readPickable(
  context: ScopedContext,
  given: { search: string | null; chosen: string[]; limit: number },
): { chosen: Pickable[]; found: Pickable[]; more: boolean } {
  const { search, limit } = given;
  const filter = { search, industry: null, size: null, country: null, tag: null, level: null };
  const entries = listPortfolio(context.db, context.scope, {
    ...{ filter, sort: { key: "name", descending: false }, offset: 0 },
    // One more, to know whether there are more.
    limit: limit + given.chosen.length + 1,
  });
  const others = entries.filter(({ company }) => !given.chosen.includes(company.id));
  return {
    chosen: [...new Set(given.chosen)].map((id) => {
      const { name } = requireCompany(context, id);
      return { id, name, asOf: readStanding(context, id)?.assessment.asOf ?? null };
    }),
    found: others.slice(0, limit).map(({ company, assessment }) => ({
      ...{ id: company.id, name: company.name, asOf: assessment?.asOf ?? null },
    })),
    more: others.length > limit,
  };
}
