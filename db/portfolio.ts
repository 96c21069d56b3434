import { and, asc, count, desc, eq, exists, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "./client";
import type { Company } from "./companies";
import { assessment, company, companyTag, publication, standing } from "./schema";
import { companyInScope, type Scope } from "./scope";
import { contains } from "./search";

/** Which companies a list shows; null does not ask. */
export type PortfolioFilter = {
  /** Part of the name, in any case. */
  search: string | null;
  industry: string | null;
  size: Company["size"] | null;
  country: string | null;
  tag: string | null;
  /** The typical level of the latest publication; 0 for companies without any. */
  level: number | null;
};

export const PORTFOLIO_SORTS = ["name", "level", "attained", "change", "asOf", "deadline"] as const;
export type PortfolioSort = { key: (typeof PORTFOLIO_SORTS)[number]; descending: boolean };

const previous = alias(publication, "previous");

/** One company with its latest published result and the one before it by the same measure. */
export type PortfolioEntry = ReturnType<typeof listPortfolio>[number];

/**
 * One page of the companies in scope, from frozen results. Companies without a value to sort by stand last. First only
 * the ids are found and sorted, so that what a page shows is read for the companies on it and for no others.
 */
export function listPortfolio(db: Db, scope: Scope, given: PortfolioRequest) {
  const ids = portfolioPage(db, scope, given)
    .all()
    .map(({ id }) => id);
  const place = new Map(ids.map((id, index) => [id, index]));
  const rows = portfolioRows(db, ids).all();
  return rows.sort((a, b) => (place.get(a.company.id) ?? 0) - (place.get(b.company.id) ?? 0));
}

export type PortfolioRequest = {
  filter: PortfolioFilter;
  sort: PortfolioSort;
  limit: number;
  offset: number;
};

/** The query for the ids of a page, in order. (SQLite leaves out the joins that neither order nor filter asks for.) */
export function portfolioPage(db: Db, scope: Scope, given: PortfolioRequest) {
  return db
    .select({ id: company.id })
    .from(company)
    .leftJoin(standing, eq(standing.companyId, company.id))
    .leftJoin(publication, eq(publication.id, standing.publicationId))
    .leftJoin(assessment, eq(assessment.id, publication.assessmentId))
    .leftJoin(previous, eq(previous.id, standing.previousId))
    .where(and(companyInScope(scope), ...conditions(db, given.filter)))
    .orderBy(...order(given.sort), byName, asc(company.id))
    .limit(given.limit)
    .offset(given.offset);
}

/** The query for what is shown of the companies named. */
export function portfolioRows(db: Db, ids: string[]) {
  const { typical, attained, levels, number } = publication;
  const { id, title, asOf, rubricKey, rubricVersion } = assessment;
  return db
    .select({
      company,
      assessment: { id, title, asOf, rubricKey, rubricVersion },
      publication: { typical, attained, levels, number },
      previous: { typical: previous.typical, attained: previous.attained, levels: previous.levels },
    })
    .from(company)
    .leftJoin(standing, eq(standing.companyId, company.id))
    .leftJoin(publication, eq(publication.id, standing.publicationId))
    .leftJoin(assessment, eq(assessment.id, publication.assessmentId))
    .leftJoin(previous, eq(previous.id, standing.previousId))
    .where(inArray(company.id, ids));
}

/** How many companies the filter leaves. */
export function countPortfolio(db: Db, scope: Scope, filter: PortfolioFilter): number {
  const counted = db.select({ n: count() }).from(company);
  const joined =
    filter.level === null
      ? counted
      : counted
          .leftJoin(standing, eq(standing.companyId, company.id))
          .leftJoin(publication, eq(publication.id, standing.publicationId));
  return joined.where(and(companyInScope(scope), ...conditions(db, filter))).get()?.n ?? 0;
}

const byName = sql`${company.name} collate nocase`;

function conditions(db: Db, filter: PortfolioFilter): (SQL | undefined)[] {
  const { search, industry, size, country, tag, level } = filter;
  const tagged = db
    .select()
    .from(companyTag)
    .where(and(eq(companyTag.companyId, company.id), eq(companyTag.tag, tag ?? "")));
  return [
    search === null ? undefined : contains(company.name, search),
    industry === null ? undefined : eq(company.industry, industry),
    size === null ? undefined : eq(company.size, size),
    country === null ? undefined : eq(company.country, country),
    tag === null ? undefined : exists(tagged),
    level === null ? undefined : level === 0 ? isNull(publication.typical) : eq(publication.typical, level),
  ];
}

function order({ key, descending }: PortfolioSort): SQL[] {
  const direction = descending ? desc : asc;
  if (key === "name") return descending ? [sql`${byName} desc`] : [];
  const value = {
    level: sql`${publication.typical}`,
    attained: sql`${publication.attained}`,
    change: sql`${publication.typical} - ${previous.typical}`,
    asOf: sql`${assessment.asOf}`,
    deadline: sql`(select min(running.deadline) from assessment as running
      where running.company_id = ${company.id} and running.state = 'open')`,
  }[key];
  return [sql`${value} is null`, direction(value)];
}

/** An assessment that is not published yet, with how far its panel is. */
export type RunningEntry = Pick<
  typeof assessment.$inferSelect,
  "id" | "companyId" | "title" | "asOf" | "deadline" | "state"
> & { members: number; submitted: number };

/** What is in preparation, open or closed and not yet published, of the companies named; the newest first. */
export function listRunning(db: Db, companyIds: string[]): RunningEntry[] {
  if (companyIds.length === 0) return [];
  // Plain names: in a select from a single table Drizzle drops the table from columns inside sql``.
  const present = sql`from panel_member where panel_member.assessment_id = assessment.id and removed_at is null`;
  const round = sql`coalesce((select max(number) from round where round.assessment_id = assessment.id), 1)`;
  const { id, companyId, title, asOf, deadline, state } = assessment;
  return db
    .select({
      ...{ id, companyId, title, asOf, deadline, state },
      members: sql<number>`(select count(*) ${present})`,
      submitted: sql<number>`(select count(*) ${present} and exists (select 1 from submission
        where member_id = panel_member.id and reopened_at is null and round = ${round}))`,
    })
    .from(assessment)
    .where(and(inArray(companyId, companyIds), inArray(state, ["draft", "open", "closed"])))
    .orderBy(desc(asOf), desc(assessment.createdAt), asc(id))
    .all();
}

/** By which rubrics (by the hash of their content) the companies in scope were measured last, the most used first. */
export function listMeasures(db: Db, scope: Scope): { hash: string; companies: number }[] {
  const { rubricHash: hash } = publication;
  return db
    .select({ hash, companies: count() })
    .from(company)
    .innerJoin(standing, eq(standing.companyId, company.id))
    .innerJoin(publication, eq(publication.id, standing.publicationId))
    .where(companyInScope(scope))
    .groupBy(hash)
    .orderBy(desc(count()), asc(hash))
    .all();
}

/** What the filters can ask for: what the companies in scope have. */
export function listChoices(db: Db, scope: Scope) {
  const distinct = (column: typeof company.industry | typeof company.country) =>
    db
      .selectDistinct({ value: column })
      .from(company)
      .where(companyInScope(scope))
      .orderBy(asc(column))
      .all();
  const tags = db
    .selectDistinct({ value: companyTag.tag })
    .from(company)
    .innerJoin(companyTag, eq(companyTag.companyId, company.id))
    .where(companyInScope(scope))
    .orderBy(asc(companyTag.tag))
    .all();
  const values = (rows: { value: string }[]) => rows.map(({ value }) => value);
  return {
    industries: values(distinct(company.industry)),
    countries: values(distinct(company.country)),
    tags: values(tags),
  };
}
